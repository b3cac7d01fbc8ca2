import type { AccountStatus, Audience } from '@sallyport/contracts/common';
import type { PortalPermission } from '@sallyport/contracts/portal';
import type { StaffGrant } from '@sallyport/contracts/staff';

/** A membership with the grants of its group, as the database holds it; whether it counts now is decided here. */
export interface Membership<Grant = StaffGrant> {
  groupId: string;
  groupName: string;
  grants: readonly Grant[];
  /** End of the membership itself; null = none. */
  expiresAt: Date | null;
  /** End of the whole group (A7); null = none. */
  groupExpiresAt: Date | null;
}

interface AccountFacts {
  id: string;
  status: AccountStatus;
  /** A17, set by a later capability; null = not suspended. */
  suspendedAt: Date | null;
  expiresAt: Date | null;
  /** G0: the company of the account is not archived. */
  isCompanyActive: boolean;
}

export interface StaffAccount extends AccountFacts {
  audience: typeof Audience.Staff;
  isAdmin: boolean;
  memberships: readonly Membership[];
}

export interface CustomerAccount extends AccountFacts {
  audience: typeof Audience.Customer;
  companyId: string;
  memberships: readonly Membership<PortalPermission>[];
}

export type Account = StaffAccount | CustomerAccount;

/** G3: what an account must do before anything else. */
export type Obligation = 'enrol-second-factor' | 'change-password';

/** What G1 to G3 and G8 need to know of the session behind a request. */
export interface SessionFacts {
  /** Which door the secret was given for (G4). */
  audience: Audience;
  /** S6: not ended, epoch right, idle and absolute limits kept, as the store said. */
  isLive: boolean;
  /** G2: every address list that applies is passed. */
  isAddressAllowed: boolean;
  /** G3: what must be done before anything else. */
  obligations: readonly Obligation[];
  /** S8: until when "Confirm it's you" holds; null = not confirmed. */
  confirmedUntil: Date | null;
  /** A8: the account may save reports and files. */
  mayDownload: boolean;
}

/** Who acts: an account through a live session at one moment. */
export interface Principal {
  account: Account;
  session: SessionFacts;
  now: Date;
}
