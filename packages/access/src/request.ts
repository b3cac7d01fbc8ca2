import type { Audience } from '@sallyport/contracts/common';
import type { CompanyFacts } from './company-facts.ts';
import type { Account } from './principal.ts';
import type { ProjectFacts } from './project-facts.ts';
import type { NetworkSubject } from './rules/s9-networks.ts';
import type { PortalPermissionSet } from './sets/portal-set.ts';
import type { PermissionSet } from './sets/staff-set.ts';
import type { ShownFacts } from './shown-facts.ts';

/** What a group gives, tagged by audience: A10, a group is of staff or of customers. */
export type GrantedSet =
  | { audience: typeof Audience.Staff; set: PermissionSet }
  | { audience: typeof Audience.Customer; set: PortalPermissionSet };

/** A group as an invitation meets it. */
export type InvitedGroup = GrantedSet & {
  /** A1: marked by an Admin; any stable holder of Manage Users may add and remove members. */
  isAssignable: boolean;
  /** Its members' accounts must have an end date. */
  requiresAccountExpiry: boolean;
};

/** A group, what it gives before and after the change, and who joins or leaves: saved as one (A11). */
export type GroupChange = (
  | { audience: typeof Audience.Staff; before: PermissionSet; after: PermissionSet }
  | { audience: typeof Audience.Customer; before: PortalPermissionSet; after: PortalPermissionSet }
) & {
  groupId: string;
  isAssignable: boolean;
  isBuiltIn: boolean;
  requiresAccountExpiry: boolean;
  /** Name, purpose, end or any other property than grants and members changes. */
  changesDetails: boolean;
  /** The assignable mark changes: A1, Admins only. */
  changesAssignable?: boolean;
  adds: readonly Account[];
  removes: readonly Account[];
};

interface OnAccount {
  target: Account;
}
/** A5: no other active Admin without expiry and with a usable password or passkey would remain. */
interface OnAdminAccount extends OnAccount {
  isLastUsableAdmin: boolean;
}
/** A7: the new end of an account, and whether one of its groups requires that it has one. */
interface EndOfAccount {
  expiresAt: Date | null;
  needsEnd: boolean;
}
/** A2: a link and a reset of factors are two halves of one account; whether this actor did the other one lately. */
interface OneHalf {
  didOtherHalfLately: boolean;
}
interface OnProject {
  project: ProjectFacts;
}
interface OnCompany {
  company: CompanyFacts;
}
interface OnShown {
  shown: ShownFacts;
}
/** T1: a token that somebody wants for himself. */
export interface TokenWish {
  scopes: PermissionSet;
  days: number;
  /** The longest that the installation lets a token hold. */
  daysAtMost: number;
  /** A8: the account's own switch. */
  mayUseTokens: boolean;
}
type Nothing = Record<never, never>;

/** Every action and the facts of its object. The names are fixed; rows of ACTIONS have the same keys. */
export interface RequestFacts {
  'people.list': Nothing;
  'photo.read': Nothing;
  'user.list': Nothing;
  'user.read': OnAccount;
  'user.invite': { groups: readonly InvitedGroup[]; expiresAt: Date | null };
  /** `expiresAt`: the new end of the account, only when the change sets one. */
  'user.update': OnAccount & { expiresAt?: Date | null };
  'user.renewInvitation': OnAccount;
  'user.listTokens': OnAccount;
  'user.revokeToken': OnAccount;
  'user.deactivate': OnAdminAccount;
  'user.reactivate': OnAccount;
  'user.setAdmin': OnAdminAccount & { value: boolean };
  'user.suspend': OnAccount;
  'user.liftSuspension': OnAccount;
  'user.setExpiry': OnAccount & EndOfAccount & { leadsOpenProjects: boolean };
  'user.setSwitches': OnAccount & { changesCredentials: boolean };
  'user.requirePasswordChange': OnAccount;
  'user.resetFactors': OnAdminAccount & OneHalf;
  'user.sendReset': OnAccount & OneHalf;
  'user.changeEmail': OnAccount & OneHalf;
  'user.listSessions': OnAccount;
  'user.endSessions': OnAccount;
  'user.offboard': OnAdminAccount;
  'user.anonymise': OnAdminAccount;
  'user.delete': OnAdminAccount;
  'group.list': Nothing;
  'group.read': { audience: Audience };
  'group.create': GrantedSet;
  'group.update': GroupChange;
  'group.delete': GrantedSet & { groupId: string; isBuiltIn: boolean };
  'profile.read': Nothing;
  'profile.update': Nothing;
  'profile.changeEmail': Nothing;
  'profile.changePassword': Nothing;
  'token.list': Nothing;
  'token.create': TokenWish;
  'token.revoke': Nothing;
  'session.read': Nothing;
  'session.list': Nothing;
  'session.end': Nothing;
  'factor.read': Nothing;
  'factor.change': Nothing;
  'audit.list': Nothing;
  'mailSettings.read': Nothing;
  'mailSettings.update': Nothing;
  'mailSettings.test': Nothing;
  'securityPolicy.read': Nothing;
  'securityPolicy.update': Nothing;
  'companyPolicy.read': OnCompany;
  'companyPolicy.update': OnCompany;
  'addressRules.read': { networks: NetworkSubject };
  'addressRules.update': { networks: NetworkSubject };
  'signIn.list': Nothing;
  'signIn.clear': OnAccount;
  'securityAlert.list': Nothing;
  'securityAlert.close': Nothing;
  'company.list': Nothing;
  'company.read': OnCompany;
  'company.readProfile': OnCompany;
  'company.create': Nothing;
  'company.update': OnCompany;
  'customer.list': OnCompany;
  'customer.read': OnAccount;
  'customer.invite': OnCompany & { groups: readonly InvitedGroup[]; expiresAt: Date | null };
  'customer.renewInvitation': OnAccount;
  'customer.update': OnAccount;
  'customer.deactivate': OnAccount;
  'customer.reactivate': OnAccount;
  'customer.suspend': OnAccount;
  'customer.liftSuspension': OnAccount;
  'customer.setExpiry': OnAccount & EndOfAccount;
  'customer.setSwitches': OnAccount;
  'customer.requirePasswordChange': OnAccount;
  'customer.resetFactors': OnAccount & OneHalf;
  'customer.sendReset': OnAccount & OneHalf;
  'customer.changeEmail': OnAccount & OneHalf;
  'customer.listSessions': OnAccount;
  'customer.endSessions': OnAccount;
  'customer.move': OnAccount;
  'customer.anonymise': OnAccount;
  'customer.delete': OnAccount;
  'project.list': Nothing;
  'project.create': Nothing;
  'project.read': OnProject;
  'project.write': OnProject;
  /** `hasWritten`: the actor is among the authors of what is approved. */
  'project.approve': OnProject & { hasWritten: boolean };
  /** Dates, scope, standards, what the project is called. */
  'project.govern': OnProject;
  'project.publish': OnProject;
  'project.complete': OnProject;
  'project.report': OnProject;
  /** Saving a report or a file of it, as against looking at it. */
  'project.download': OnProject;
  'project.release': OnProject;
  'project.assign': OnProject & { addsOwners: readonly Account[]; addsTeam: readonly Account[] };
  'portal.session.read': Nothing;
  'portal.session.list': Nothing;
  'portal.session.end': Nothing;
  'portal.factor.read': Nothing;
  'portal.factor.change': Nothing;
  'portal.home.read': Nothing;
  'portal.project.list': Nothing;
  'portal.project.read': OnShown;
  'portal.finding.list': Nothing;
  'portal.finding.read': OnShown;
  'portal.evidence.read': OnShown;
  'portal.report.list': Nothing;
  'portal.report.download': OnShown;
  'portal.profile.read': Nothing;
  'portal.profile.update': Nothing;
  'portal.profile.changeEmail': Nothing;
  'portal.profile.changePassword': Nothing;
}

export type Action = keyof RequestFacts;

/** A question: may this be done to that? A closed union on `action`. */
export type AccessRequest<A extends Action = Action> = {
  [K in A]: { action: K } & RequestFacts[K];
}[A];
