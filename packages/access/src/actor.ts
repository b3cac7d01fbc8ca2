import { type EffectivePermissions, portalPermissions, staffPermissions } from './effective.ts';
import type { Account, Principal, SessionFacts } from './principal.ts';
import type { PortalPermissionSet } from './sets/portal-set.ts';
import type { PermissionSet } from './sets/staff-set.ts';

/**
 * A principal during one decision, with what it holds added up once and only when a gate asks. Never kept longer:
 * memberships end and change.
 */
export class Actor implements Principal {
  readonly account: Account;
  readonly session: SessionFacts;
  readonly now: Date;
  #staff: EffectivePermissions<PermissionSet> | undefined;
  #portal: EffectivePermissions<PortalPermissionSet> | undefined;

  constructor({ account, session, now }: Principal) {
    this.account = account;
    this.session = session;
    this.now = now;
  }

  get staff(): EffectivePermissions<PermissionSet> {
    this.#staff ??= staffPermissions(this.account, this.now);
    return this.#staff;
  }

  get portal(): EffectivePermissions<PortalPermissionSet> {
    this.#portal ??= portalPermissions(this.account, this.now);
    return this.#portal;
  }
}
