import type { FastifyReply } from 'fastify';
import type { Download } from '../trpc/guarded-route.ts';

/** What a browser may show in place; anything else is saved, whatever the route says (R4). */
const SHOWN_IN_PLACE = new Set(['image/png', 'image/jpeg', 'image/webp']);

/** Sends a file, decrypted as it goes, so that nothing in it can run or be guessed to be something else. */
export function sendFile(reply: FastifyReply, { answer, open }: Download): FastifyReply {
  const { file } = open;
  const disposition = SHOWN_IN_PLACE.has(file.mediaType) ? answer.disposition : 'attachment';
  return reply
    .headers({
      'content-type': file.mediaType,
      'content-length': file.bytes,
      'content-disposition': `${disposition}; ${nameParameters(answer.name ?? file.name)}`,
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    })
    .send(open.stream());
}

/** RFC 6266: a name in ASCII for old clients, and the whole one beside it. */
function nameParameters(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
