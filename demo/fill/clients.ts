import { readFile } from 'node:fs/promises';
import { Done } from '@sallyport/contracts/common';
import {
  CompanyPolicy,
  CreatedCompany,
  CustomerGroupChoices,
  CustomerInvitationLink,
} from '@sallyport/contracts/staff';
import { z } from 'zod';
import { COMPANIES, type SampleCompany, type SampleCustomer } from '../sample/companies.ts';
import { Caller } from './caller.ts';
import { type House, known, resident } from './house.ts';
import { imagePath } from './images.ts';
import { enrolAuthenticator } from './second-factor.ts';
import { secretOf } from './staff.ts';

const UploadedLogo = z.strictObject({ version: z.number().int() });

/** The clients with logo and contacts, and their people at the portal. */
export async function settleClients(house: House): Promise<void> {
  const { caller } = resident(house, 'engagement-manager');
  for (const company of COMPANIES) {
    const companyId = await createCompany(caller, company);
    house.companies.set(company.key, companyId);
    if (company.demandsFactor) await demandFactor(caller, companyId);
    const groups = await customerGroups(caller, companyId);
    for (const customer of company.customers) {
      const groupId = known(groups, customer.group, 'group');
      await inviteCustomer(house, { by: caller, company, companyId, groupId, customer });
    }
  }
}

async function createCompany(by: Caller, company: SampleCompany): Promise<string> {
  const { name, legalName, address, website, notes, contacts, logo } = company;
  const input = { name, legalName, address, website, notes, contacts };
  const { id } = await by.mutate('companies.createCompany', input, CreatedCompany);
  if (logo !== null)
    await by.upload(`/upload/logos/${id}`, logo, await readFile(imagePath(logo)), UploadedLogo);
  return id;
}

/** S5: of all customers of this company. */
async function demandFactor(by: Caller, companyId: string): Promise<void> {
  const { version, idleMinutes } = await by.query('companyPolicy.get', { companyId }, CompanyPolicy);
  const input = { companyId, version, idleMinutes, isFactorRequired: true };
  await by.mutate('companyPolicy.update', input, CompanyPolicy);
}

async function customerGroups(by: Caller, companyId: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await by.query('customers.listCustomerGroups', { companyId }, CustomerGroupChoices);
  return new Map(rows.map(({ name, id }) => [name, id]));
}

async function inviteCustomer(
  house: House,
  invitation: {
    by: Caller;
    company: SampleCompany;
    companyId: string;
    groupId: string;
    customer: SampleCustomer;
  },
): Promise<void> {
  const { by, company, companyId, groupId, customer } = invitation;
  const { key, group, ...person } = customer;
  const input = { companyId, ...person, groupIds: [groupId] };
  const { customerId, link } = await by.mutate('customers.inviteCustomer', input, CustomerInvitationLink);
  if (key === null) return;
  const caller = new Caller(house.portalUrl);
  const { displayName, email } = person;
  const accepted = { secret: secretOf(link), displayName, password: house.password };
  await caller.mutate('invitations.acceptInvitation', accepted, Done);
  house.residents.set(key, {
    key,
    id: customerId,
    door: 'portal',
    email,
    groups: [group],
    company: company.name,
    factor: company.demandsFactor ? await enrolAuthenticator(caller) : null,
    caller,
  });
}
