import { z } from 'zod';
import { ACCOUNT_STATUSES } from './choices.ts';

/** Staff belong to the internal company, customers to an external one. Never both, never changed. */
export const Audience = { Staff: 'STAFF', Customer: 'CUSTOMER' } as const;
export type Audience = (typeof Audience)[keyof typeof Audience];

/** U1: INVITED → ACTIVE ⇄ INACTIVE → ANONYMISED. Suspended (A17) stands beside the status, not in it. */
export const AccountStatus = z.enum(ACCOUNT_STATUSES);
export type AccountStatus = z.infer<typeof AccountStatus>;

/** The ports and URLs where the two doors stand unless configured otherwise. */
export const DEFAULT_PORT = { STAFF: 4100, CUSTOMER: 4200 } as const;
