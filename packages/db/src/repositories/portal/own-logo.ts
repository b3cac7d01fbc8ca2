import type { Principal } from '@sallyport/access';
import { Audience } from '@sallyport/contracts/common';
import type { Tx } from '../../client.ts';
import { Prisma } from '../../generated/client.ts';

/** The file of the logo of a customer's own company, where the portal's store holds it. */
export async function ownLogo(tx: Tx, { account }: Principal): Promise<string | null> {
  if (account.audience !== Audience.Customer) return null;
  const [row] = await tx.$queryRaw<{ fileId: string }[]>(Prisma.sql`
    select sf.id as "fileId" from company c join stored_file sf on sf.id = c.logo_file_id
    where c.id = ${account.companyId}::uuid and sf.in_portal_at is not null`);
  return row?.fileId ?? null;
}
