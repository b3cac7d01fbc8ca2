import type { Principal } from '@sallyport/access';
import { Audience } from '@sallyport/contracts/common';
import type { Tx } from '../../client.ts';
import { Prisma } from '../../generated/client.ts';

/** The file of one's own photo, where the portal's store holds it. */
export async function ownPhoto(tx: Tx, { account }: Principal): Promise<string | null> {
  if (account.audience !== Audience.Customer) return null;
  const [row] = await tx.$queryRaw<{ fileId: string }[]>(Prisma.sql`
    select f.id as "fileId" from account a join stored_file f on f.id = a.photo_file_id
    where a.id = ${account.id}::uuid and f.in_portal_at is not null`);
  return row?.fileId ?? null;
}
