import type { Audience } from '@sallyport/contracts/common';
import { Prisma } from '../generated/client.ts';

const SCHEMA = { STAFF: Prisma.raw('app'), CUSTOMER: Prisma.raw('portal') } as const;

/** The schema whose functions have this audience fixed: a role can run those of its own door alone. */
export function schemaOf(audience: Audience): Prisma.Sql {
  return SCHEMA[audience];
}
