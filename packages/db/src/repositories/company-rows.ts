import type { Principal } from '@sallyport/access';
import { Prisma } from '../generated/client.ts';
import { readsCustomersOf, visibleProjects } from '../visibility/engagements.ts';
import { visibleCustomerNames } from '../visibility/people.ts';

/** A client company as lists show it. */
export interface CompanyRowRecord {
  id: string;
  name: string;
  hasLogo: boolean;
  /** Projects that the viewer sees. */
  projectCount: number;
  openProjectCount: number;
  /** Null where the viewer may not read customers. */
  customerCount: number | null;
  createdAt: Date;
}

/** The columns of CompanyRowRecord over company `c`; counts are of what the principal sees. */
export function companyColumns(principal: Principal): Prisma.Sql {
  const visible = visibleProjects(principal);
  return Prisma.sql`c.id, c.name, c.logo_file_id is not null as "hasLogo", c.created_at as "createdAt",
    (select count(*)::int from project p where p.company_id = c.id and (${visible})) as "projectCount",
    (select count(*)::int from project p where p.company_id = c.id and p.completed_at is null and (${visible}))
      as "openProjectCount",
    case when ${readsCustomersOf(principal, Prisma.sql`c.id`)} then (select count(*)::int from account a
      where a.company_id = c.id and (${visibleCustomerNames(principal)})) end as "customerCount"`;
}
