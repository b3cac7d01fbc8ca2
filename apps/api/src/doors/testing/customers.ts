import { makeCustomer, makeSession, type TestAccount, type TestCompany } from '@sallyport/testing';
import type { TestDoors } from './test-doors.ts';

/** A customer of a company with a live session; a Customer Administrator unless told otherwise. */
export async function customerOf(
  { db }: TestDoors,
  company: TestCompany,
  groups: readonly string[] = ['customer-administrator'],
): Promise<{ account: TestAccount; as: { secret: string } }> {
  const account = await makeCustomer(db, { company, groups });
  return { account, as: await makeSession(db, account) };
}
