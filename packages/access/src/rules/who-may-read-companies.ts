import { Permission } from '@sallyport/contracts/staff';
import type { Actor } from '../actor.ts';
import type { CompanyFacts } from '../company-facts.ts';
import { staffSet } from '../sets/staff-set.ts';
import type { Rule } from './rule.ts';

interface OnCompany {
  company: CompanyFacts;
}

const READ_PROFILES = [Permission.ManageCompanies, Permission.ManageCustomers] as const;
const READ_NAMES = [...READ_PROFILES, Permission.ManageProjects] as const;

function holdsOne({ staff }: Actor, anyOf: readonly Permission[]): boolean {
  return anyOf.some((permission) => staffSet.has(staff.now, permission));
}

/** Name and logo. */
export const companyInSight: Rule<OnCompany> = {
  id: 'Who may read',
  says: 'Name and logo of a company: Manage Projects, Manage Companies, Manage Customers, and who sees one of its projects.',
  check: (actor, { company }) =>
    company.seesProject || company.isOnProject || holdsOne(actor, READ_NAMES)
      ? null
      : { rule: 'Who may read', message: 'The company is outside what this account sees.' },
};

/** Profile and contacts. */
export const companyProfileInSight: Rule<OnCompany> = {
  id: 'Who may read',
  says: 'Profile and contacts of a company: Manage Companies, Manage Customers, owners and team of one of its projects.',
  check: (actor, { company }) =>
    company.isOnProject || holdsOne(actor, READ_PROFILES)
      ? null
      : { rule: 'Who may read', message: 'The profile of the company is outside what this account sees.' },
};

/** Customer accounts: Manage Customers; the names alone for owners and team of a project of the company. */
export const customersInSight: Rule<OnCompany> = {
  id: 'Who may read',
  says: 'Customers of a company: Manage Customers; names alone for owners and team of one of its projects.',
  check: (actor, { company }) =>
    company.isOnProject || holdsOne(actor, [Permission.ManageCustomers])
      ? null
      : { rule: 'Who may read', message: 'The customers of the company are outside what this account sees.' },
};
