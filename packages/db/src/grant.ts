import type { StaffAccount } from '@sallyport/access';
import type { GroupRecord } from './repositories/group-record.ts';
import type { UserRecord } from './repositories/user-record.ts';

declare const proven: unique symbol;

interface Proven<Kind extends string> {
  readonly [proven]: true;
  readonly kind: Kind;
  readonly id: string;
}

/** A staff account that the caller was proved to see: its row, and what the access rules need to know of it. */
export interface UserGrant extends Proven<'user'> {
  readonly row: UserRecord;
  readonly facts: StaffAccount;
}

/** A group that the caller was proved to see, with its grants, and those of its members that the caller may see. */
export interface GroupGrant extends Proven<'group'> {
  readonly row: GroupRecord;
}

interface GrantByKind {
  user: UserGrant;
  group: GroupGrant;
}

/**
 * The proof that a principal may see an object. Repositories ask for it instead of a bare id; only visibility.ts makes
 * one.
 */
export type Grant<Kind extends keyof GrantByKind> = GrantByKind[Kind];
