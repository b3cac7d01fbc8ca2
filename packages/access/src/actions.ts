import { Audience } from '@sallyport/contracts/common';
import { PortalPermission } from '@sallyport/contracts/portal';
import { Permission } from '@sallyport/contracts/staff';
import type { ActionRow, ActionTable } from './action-row.ts';
import * as a1 from './rules/a1-granting.ts';
import * as a2 from './rules/a2-credentials-of-others.ts';
import { dominance } from './rules/a2-dominance.ts';
import * as a3 from './rules/a3-own-account.ts';
import { notOwnAssignment } from './rules/a3-own-assignment.ts';
import { flagOnActiveStaff } from './rules/a4-admin-flag.ts';
import * as a5 from './rules/a5-last-admin.ts';
import { notBuiltIn } from './rules/a6-built-in-group.ts';
import * as a7 from './rules/a7-account-expiry.ts';
import * as ends from './rules/a7-ending-account.ts';
import { mayDownload } from './rules/a8-switches.ts';
import * as a10 from './rules/a10-audiences.ts';
import * as a12 from './rules/a12-audiences-apart.ts';
import * as customers from './rules/a12-customers.ts';
import * as a15 from './rules/a15-project-roles.ts';
import { stopsNoAdmin } from './rules/a17-suspension.ts';
import { shownToCustomer } from './rules/c2-shown-to-customers.ts';
import { notCompleted } from './rules/completed-project.ts';
import { definesLastingly, grantsLastingly, managesLastingly } from './rules/lasting-right.ts';
import { clearsForTheManaged } from './rules/s4-clearing.ts';
import { changesNetworks, readsNetworks } from './rules/s9-networks.ts';
import * as t1 from './rules/t1-own-tokens.ts';
import * as u1 from './rules/u1-lifecycle.ts';
import { getsLinks } from './rules/u8-archived-company.ts';
import { projectInSight } from './rules/who-may-read.ts';
import * as companies from './rules/who-may-read-companies.ts';

/** What a row is unless it says otherwise. */
const STAFF = {
  audience: Audience.Staff,
  anyOf: [],
  isAdminOnly: false,
  on: 'none',
  confirm: 'never',
  openDuring: [],
  sight: [],
  relation: [],
  field: [],
} as const satisfies ActionRow;

const USERS = { ...STAFF, anyOf: [Permission.ManageUsers] } as const;
const USER = { ...USERS, on: 'user', sight: [a12.staffInSight] } as const;
const GROUP = {
  ...STAFF,
  anyOf: [Permission.ManageUsers, Permission.ManageCustomers],
  on: 'group',
  sight: [a12.groupInSight],
} as const;
const SELF = { ...STAFF, on: 'self' } as const;
const PORTAL_SELF = { ...SELF, audience: Audience.Customer } as const;
const PROJECT = {
  ...STAFF,
  anyOf: [Permission.ManageProjects],
  on: 'project',
  sight: [projectInSight],
} as const;
const COMPANY = { ...STAFF, on: 'company', sight: [companies.companyInSight] } as const;
const CUSTOMER = {
  ...STAFF,
  anyOf: [Permission.ManageCustomers],
  on: 'customer',
  sight: [customers.customerInSight],
} as const;
/** S4, A12: what concerns staff takes Manage Users, what concerns customers Manage Customers; visibility says which. */
const SIGN_INS = { ...STAFF, anyOf: [Permission.ManageUsers, Permission.ManageCustomers] } as const;
const SHOWN = { ...STAFF, audience: Audience.Customer, on: 'shown', sight: [shownToCustomer] } as const;

/**
 * Every action and what it takes: the one table that decide(), the API's procedure builder and the documents read.
 * An action without a row does not compile.
 */
export const ACTIONS: ActionTable = {
  'people.list': STAFF,
  'photo.read': STAFF,

  'user.list': USERS,
  'user.read': USER,
  'user.invite': {
    ...USERS,
    confirm: 'when-managing-people',
    relation: [a10.invitesIntoStaffGroups, grantsLastingly, a1.invitesWithinOwn, a7.invitesWithExpiry],
  },
  'user.update': {
    ...USER,
    relation: [a3.notOwnExpiry, managesLastingly, dominance, a5.adminHasNoExpiry],
    field: [u1.isPerson],
  },
  'user.renewInvitation': {
    ...USER,
    confirm: 'when-managing-people',
    relation: [managesLastingly, dominance],
    field: [u1.isInvited],
  },
  'user.listTokens': { ...USER, relation: [managesLastingly, dominance] },
  'user.revokeToken': { ...USER, confirm: 'always', relation: [managesLastingly, dominance] },
  'user.deactivate': {
    ...USER,
    relation: [a3.notOneself, managesLastingly, dominance, a5.keepsLastAdmin],
    field: [u1.isInUse],
  },
  'user.reactivate': {
    ...USER,
    relation: [a3.notOneself, managesLastingly, dominance],
    field: [u1.isOutOfUse],
  },
  'user.setAdmin': {
    ...USER,
    anyOf: [],
    isAdminOnly: true,
    confirm: 'always',
    relation: [a3.notOwnFlag, flagOnActiveStaff, a5.flagKeepsAdmins],
  },
  'user.suspend': {
    ...USER,
    relation: [a3.notOneself, stopsNoAdmin],
    field: [u1.isInUse, u1.isNotSuspended],
  },
  'user.liftSuspension': {
    ...USER,
    relation: [a3.notOneself, managesLastingly, dominance],
    field: [u1.isSuspended],
  },
  'user.setExpiry': {
    ...USER,
    relation: [
      a3.notOwnExpiry,
      managesLastingly,
      dominance,
      a5.adminHasNoExpiry,
      ends.endsAhead,
      ends.leadsNothingOpen,
    ],
    field: [u1.isPerson],
  },
  'user.setSwitches': {
    ...USER,
    relation: [a3.notOneself, managesLastingly, dominance, a2.strictOverCredentials],
    field: [u1.isPerson],
  },
  'user.requirePasswordChange': {
    ...USER,
    confirm: 'always',
    relation: [a2.ofSomebodyElse, managesLastingly, a2.strictDominance],
    field: [u1.isActive],
  },
  'user.resetFactors': {
    ...USER,
    anyOf: [],
    isAdminOnly: true,
    confirm: 'always',
    relation: [a2.ofSomebodyElse, a2.notBothLinkAndFactor, a5.keepsLastAdmin],
    field: [u1.isPerson],
  },
  'user.sendReset': {
    ...USER,
    confirm: 'always',
    relation: [a2.ofSomebodyElse, managesLastingly, a2.strictDominance, a2.notBothLinkAndFactor],
    field: [u1.isActive],
  },
  'user.changeEmail': {
    ...USER,
    confirm: 'always',
    relation: [a2.ofSomebodyElse, managesLastingly, a2.strictDominance, a2.notBothLinkAndFactor],
    field: [u1.isPerson],
  },
  'user.listSessions': { ...USER, relation: [managesLastingly, dominance] },
  'user.endSessions': { ...USER, relation: [managesLastingly, dominance] },
  'user.offboard': {
    ...USER,
    confirm: 'when-managing-people',
    relation: [a3.notOneself, managesLastingly, dominance, a5.keepsLastAdmin],
    field: [u1.isPerson],
  },
  'user.anonymise': {
    ...USER,
    confirm: 'always',
    relation: [a3.notOneself, managesLastingly, dominance, a5.keepsLastAdmin],
    field: [u1.isBeforeAnonymous],
  },
  'user.delete': {
    ...USER,
    confirm: 'always',
    relation: [a3.notOneself, managesLastingly, dominance, a5.keepsLastAdmin],
    field: [u1.isRemovable],
  },

  'group.list': { ...GROUP, sight: [] },
  'group.read': GROUP,
  'group.create': {
    ...GROUP,
    sight: [],
    confirm: 'when-managing-people',
    relation: [definesLastingly, a1.definesWithinOwn],
  },
  'group.update': {
    ...GROUP,
    confirm: 'when-managing-people',
    relation: [
      a3.notOwnMembership,
      a10.membersOfOneAudience,
      definesLastingly,
      a12.customersByTheirManager,
      a1.changesWithinOwn,
      a7.addsWithExpiry,
    ],
    field: [u1.addsPersons],
  },
  'group.delete': {
    ...GROUP,
    confirm: 'always',
    relation: [notBuiltIn, a3.notOwnGroup, definesLastingly, a1.definesWithinOwn],
  },

  'profile.read': SELF,
  'profile.update': SELF,
  'profile.changeEmail': { ...SELF, confirm: 'always' },
  'profile.changePassword': { ...SELF, confirm: 'always', openDuring: ['change-password'] },
  'token.list': SELF,
  'token.create': {
    ...SELF,
    confirm: 'always',
    relation: [t1.tokensSwitchedOn, t1.scopesWithinStable, t1.endsInTime],
  },
  'token.revoke': SELF,
  'session.read': { ...SELF, openDuring: ['change-password', 'enrol-second-factor'] },
  'session.list': SELF,
  'session.end': SELF,
  'factor.read': { ...SELF, openDuring: ['enrol-second-factor'] },
  'factor.change': { ...SELF, confirm: 'always', openDuring: ['enrol-second-factor'] },
  'audit.list': { ...STAFF, isAdminOnly: true, on: 'audit' },

  'mailSettings.read': { ...STAFF, isAdminOnly: true },
  'mailSettings.update': { ...STAFF, isAdminOnly: true, confirm: 'always' },
  'mailSettings.test': { ...STAFF, isAdminOnly: true, confirm: 'always' },
  'securityPolicy.read': { ...STAFF, isAdminOnly: true },
  'securityPolicy.update': { ...STAFF, isAdminOnly: true, confirm: 'always' },
  'companyPolicy.read': { ...COMPANY, anyOf: [Permission.ManageCompanies] },
  'companyPolicy.update': { ...COMPANY, anyOf: [Permission.ManageCompanies], confirm: 'always' },
  'addressRules.read': { ...STAFF, relation: [readsNetworks] },
  'addressRules.update': { ...STAFF, confirm: 'always', relation: [changesNetworks] },
  'signIn.list': SIGN_INS,
  'signIn.clear': { ...SIGN_INS, confirm: 'always', relation: [clearsForTheManaged] },
  'securityAlert.list': SIGN_INS,
  'securityAlert.close': SIGN_INS,

  'company.list': STAFF,
  'company.read': COMPANY,
  'company.readProfile': { ...COMPANY, sight: [companies.companyProfileInSight] },
  'company.create': { ...COMPANY, anyOf: [Permission.ManageCompanies], on: 'none', sight: [] },
  'company.update': { ...COMPANY, anyOf: [Permission.ManageCompanies] },

  'customer.list': { ...COMPANY, sight: [companies.customersInSight] },
  'customer.read': CUSTOMER,
  'customer.invite': {
    ...CUSTOMER,
    on: 'company',
    sight: [companies.companyInSight],
    relation: [
      customers.invitesIntoCustomerGroups,
      customers.managesCustomersLastingly,
      a7.invitesWithExpiry,
    ],
  },
  'customer.renewInvitation': {
    ...CUSTOMER,
    relation: [customers.managesCustomersLastingly],
    field: [u1.isInvited, getsLinks],
  },
  'customer.update': {
    ...CUSTOMER,
    relation: [customers.managesCustomersLastingly],
    field: [u1.isPerson],
  },
  'customer.deactivate': {
    ...CUSTOMER,
    relation: [customers.managesCustomersLastingly],
    field: [u1.isInUse],
  },
  'customer.reactivate': {
    ...CUSTOMER,
    relation: [customers.managesCustomersLastingly],
    field: [u1.isOutOfUse],
  },
  'customer.suspend': { ...CUSTOMER, relation: [stopsNoAdmin], field: [u1.isInUse, u1.isNotSuspended] },
  'customer.liftSuspension': {
    ...CUSTOMER,
    relation: [customers.managesCustomersLastingly],
    field: [u1.isSuspended],
  },
  'customer.setExpiry': {
    ...CUSTOMER,
    relation: [customers.managesCustomersLastingly, ends.endsAhead],
    field: [u1.isPerson],
  },
  'customer.setSwitches': {
    ...CUSTOMER,
    relation: [customers.managesCustomersLastingly],
    field: [u1.isPerson],
  },
  'customer.requirePasswordChange': {
    ...CUSTOMER,
    confirm: 'always',
    relation: [customers.managesCustomersLastingly],
    field: [u1.isActive],
  },
  'customer.resetFactors': {
    ...CUSTOMER,
    confirm: 'always',
    relation: [customers.managesCustomersLastingly, a2.notBothLinkAndFactor],
    field: [u1.isPerson],
  },
  'customer.sendReset': {
    ...CUSTOMER,
    confirm: 'always',
    relation: [customers.managesCustomersLastingly, a2.notBothLinkAndFactor],
    field: [u1.isActive, getsLinks],
  },
  'customer.changeEmail': {
    ...CUSTOMER,
    confirm: 'always',
    relation: [customers.managesCustomersLastingly, a2.notBothLinkAndFactor],
    field: [u1.isPerson, getsLinks],
  },
  'customer.listSessions': CUSTOMER,
  'customer.endSessions': { ...CUSTOMER, relation: [customers.managesCustomersLastingly] },
  'customer.move': {
    ...CUSTOMER,
    confirm: 'always',
    relation: [customers.managesCustomersLastingly],
    field: [u1.isPerson],
  },
  'customer.anonymise': {
    ...CUSTOMER,
    confirm: 'always',
    relation: [customers.managesCustomersLastingly],
    field: [u1.isBeforeAnonymous],
  },
  'customer.delete': {
    ...CUSTOMER,
    confirm: 'always',
    relation: [customers.managesCustomersLastingly],
    field: [u1.isRemovable],
  },

  'project.list': { ...STAFF, on: 'none' },
  'project.create': { ...PROJECT, on: 'none', sight: [], relation: [a15.creatorCanOwn] },
  'project.read': { ...PROJECT, anyOf: [] },
  'project.write': { ...PROJECT, relation: [a15.writes], field: [notCompleted] },
  'project.approve': { ...PROJECT, relation: [a15.approves], field: [notCompleted] },
  'project.govern': { ...PROJECT, relation: [a15.governs], field: [notCompleted] },
  'project.publish': { ...PROJECT, relation: [a15.governs], field: [notCompleted] },
  'project.complete': { ...PROJECT, relation: [a15.governs], field: [notCompleted] },
  'project.report': { ...PROJECT, relation: [a15.writes] },
  'project.download': { ...PROJECT, anyOf: [], relation: [mayDownload] },
  'project.release': { ...PROJECT, relation: [a15.governs] },
  'project.assign': {
    ...PROJECT,
    anyOf: [Permission.AssignProjects],
    relation: [a15.assigns, notOwnAssignment, a15.ownersCanOwn],
  },

  'portal.session.read': { ...PORTAL_SELF, openDuring: ['change-password', 'enrol-second-factor'] },
  'portal.session.list': PORTAL_SELF,
  'portal.session.end': PORTAL_SELF,
  'portal.factor.read': { ...PORTAL_SELF, openDuring: ['enrol-second-factor'] },
  'portal.factor.change': { ...PORTAL_SELF, confirm: 'always', openDuring: ['enrol-second-factor'] },
  'portal.home.read': { ...PORTAL_SELF, on: 'none' },
  'portal.project.list': {
    ...SHOWN,
    anyOf: [PortalPermission.ViewFindings, PortalPermission.DownloadReports],
    on: 'none',
    sight: [],
  },
  'portal.project.read': {
    ...SHOWN,
    anyOf: [PortalPermission.ViewFindings, PortalPermission.DownloadReports],
  },
  'portal.finding.list': { ...SHOWN, anyOf: [PortalPermission.ViewFindings], on: 'none', sight: [] },
  'portal.finding.read': { ...SHOWN, anyOf: [PortalPermission.ViewFindings] },
  'portal.evidence.read': { ...SHOWN, anyOf: [PortalPermission.ViewStepsAndEvidence] },
  'portal.report.list': { ...SHOWN, anyOf: [PortalPermission.DownloadReports], on: 'none', sight: [] },
  'portal.report.download': {
    ...SHOWN,
    anyOf: [PortalPermission.DownloadReports],
    relation: [mayDownload],
  },

  'portal.profile.read': PORTAL_SELF,
  'portal.profile.update': PORTAL_SELF,
  'portal.profile.changeEmail': { ...PORTAL_SELF, confirm: 'always' },
  'portal.profile.changePassword': { ...PORTAL_SELF, confirm: 'always', openDuring: ['change-password'] },
};
