import type { Tx } from '../client.ts';

/** A photo that was shown until now; its bytes go with the commit. */
interface PreviousPhoto {
  fileId: string;
  inPortalAt: Date;
}

interface NewPhoto {
  fileId: string;
  bytes: number;
  sha256: Uint8Array;
  /** Pixels on each side. */
  edge: number;
  /** A data key of the company, wrapped; kept when there is none yet. */
  wrapped: Uint8Array;
  address: string | null;
  requestId: string;
}

/** Shows another photo of the customer who is signed in, and records it. Null without a live session. */
export async function setOwnPhoto(
  tx: Tx,
  { fileId, bytes, sha256, edge, wrapped, address, requestId }: NewPhoto,
): Promise<{ wrapped: Uint8Array; inPortalAt: Date; previous: PreviousPhoto | null } | null> {
  const [row] = await tx.$queryRaw<
    { wrapped: Uint8Array; inPortalAt: Date; previousId: string | null; previousInPortalAt: Date | null }[]
  >`SELECT wrapped, in_portal_at AS "inPortalAt", previous_id AS "previousId",
      previous_in_portal_at AS "previousInPortalAt"
    FROM portal.set_photo(${fileId}::uuid, ${bytes}::bigint, ${sha256}::bytea, ${edge}::int, ${wrapped}::bytea,
      ${address}::inet, ${requestId})`;
  if (!row) return null;
  const { previousId, previousInPortalAt, ...stored } = row;
  const isReplaced = previousId !== null && previousInPortalAt !== null;
  return { ...stored, previous: isReplaced ? { fileId: previousId, inPortalAt: previousInPortalAt } : null };
}

/** Shows none any more, and records it. Null when there was none. */
export async function clearOwnPhoto(
  tx: Tx,
  { address, requestId }: Pick<NewPhoto, 'address' | 'requestId'>,
): Promise<PreviousPhoto | null> {
  const [row] = await tx.$queryRaw<PreviousPhoto[]>`
    SELECT previous_id AS "fileId", previous_in_portal_at AS "inPortalAt"
    FROM portal.clear_photo(${address}::inet, ${requestId})`;
  return row ?? null;
}
