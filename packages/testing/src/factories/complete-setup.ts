import type { TestDatabase } from '../test-database.ts';
import { makeStaff, type StaffInput, type TestAccount } from './make-account.ts';

/** Makes the first Admin and completes the set-up, so that the rules about the last Admin hold (A5). */
export async function completeSetup(db: TestDatabase, input: StaffInput = {}): Promise<TestAccount> {
  const admin = await makeStaff(db, { ...input, isAdmin: true });
  await db.owner.query(
    'UPDATE installation SET setup_completed_at = app.now() WHERE setup_completed_at IS NULL',
  );
  return admin;
}
