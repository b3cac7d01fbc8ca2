import { newSecret, secretHash } from '@sallyport/auth';
import type { PreparedMail } from '@sallyport/db/identity';
import { servicesOf } from '../features/services.ts';
import type { RequestContext } from '../trpc/context.ts';
import type { MailContent } from './mail-kinds.ts';
import { sealMail } from './seal-mail.ts';

/**
 * A mail with a new link in it, for a function of the database that decides whether there is somebody to write to. Made
 * before that is known, for everyone alike.
 */
export function linkMail(
  request: RequestContext,
  contentOf: (secret: string) => MailContent,
): { linkHash: Uint8Array<ArrayBuffer>; mail: PreparedMail } {
  const secret = newSecret();
  return { linkHash: secretHash(secret), mail: noticeMail(request, contentOf(secret)) };
}

/** The same without a link: a notice. */
export function noticeMail(request: RequestContext, content: MailContent): PreparedMail {
  const { id, sealed, notMeHash } = sealMail(servicesOf(request).sealer, content);
  return { id, sealed, notMeHash };
}
