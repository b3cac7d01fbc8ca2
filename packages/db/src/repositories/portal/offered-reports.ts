import type { Principal } from '@sallyport/access';
import { Prisma } from '../../generated/client.ts';
import { releasedReports } from '../../visibility/portal.ts';

/** C5: released, and there is a copy for who asks: with or without steps and evidence. Report as `r`. */
export function offeredReports(principal: Principal, hasSteps: boolean): Prisma.Sql {
  const copy = hasSteps ? Prisma.sql`r.file_id` : Prisma.sql`r.plain_file_id`;
  return Prisma.sql`(${releasedReports(principal)}) and ${copy} is not null`;
}
