import { completeSetup, makeStaff, makeToken } from '@sallyport/testing';
import { expect, test } from 'vitest';
import { openTestDoors, type TestDoors } from '../doors/testing/test-doors.ts';
import { createLogger } from '../log.ts';
import { setMailServer, waitingMails } from '../mail/testing/test-mail.ts';
import { testMailTools } from '../mail/testing/test-mail-tools.ts';
import { remindOfEndingTokens } from './remind-of-ending-tokens.ts';
import { jobContext } from './run-jobs.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

const remind = (doors: TestDoors) =>
  remindOfEndingTokens.run(
    null,
    jobContext({
      db: doors.db.jobs,
      mail: testMailTools(),
      files: doors.files,
      log: createLogger(() => undefined),
      requestId: 'test',
      isLastAttempt: false,
      signal: new AbortController().signal,
    }),
  );

test('T1 tells the owner 7 days and 1 day before the end, each once, and nobody of any other token', async () => {
  await using doors = await openTestDoors();
  await completeSetup(doors.db);
  const owner = await makeStaff(doors.db);
  const off = await makeStaff(doors.db);
  await doors.db.owner.query('UPDATE account SET may_use_tokens = false WHERE id = $1', [off.id]);
  const ending = await makeToken(doors.db, owner, { days: 30 });
  // A token for a week is known to end in a week.
  await makeToken(doors.db, owner, { days: 7 });
  await makeToken(doors.db, owner, { days: 60 });
  await makeToken(doors.db, off, { days: 30 });
  const revoked = await makeToken(doors.db, owner, { days: 30 });
  await doors.db.owner.query('UPDATE api_token SET revoked_at = app.now() WHERE id = $1', [revoked.id]);
  const { rows } = await doors.db.owner.query<{ end: Date }>(
    'SELECT expires_at AS end FROM api_token WHERE id = $1',
    [ending.id],
  );
  const end = rows[0]?.end.getTime() ?? 0;
  const at = async (moment: number) => {
    await doors.db.setNow(new Date(moment));
    await remind(doors);
    await remind(doors);
    return (await waitingMails(doors, owner.id)).filter(
      ({ variables }) => variables['endsAt'] === new Date(end).toISOString(),
    ).length;
  };

  // Without a mail server nobody is told, and nobody counts as told.
  expect(await at(end - 6 * DAY_MS)).toBe(0);
  await setMailServer(doors);
  expect(await at(end - 7 * DAY_MS - HOUR_MS)).toBe(0);
  expect(await at(end - 7 * DAY_MS)).toBe(1);
  expect(await at(end - 3 * DAY_MS)).toBe(1);
  expect(await at(end - DAY_MS)).toBe(2);
  expect(await at(end - HOUR_MS)).toBe(2);
  expect(await at(end + HOUR_MS)).toBe(2);
  const mails = await waitingMails(doors, owner.id);
  expect(new Set(mails.map(({ kind, recipient }) => `${kind} ${recipient}`))).toEqual(
    new Set([`token-ending ${owner.email}`]),
  );
  expect(await waitingMails(doors, off.id)).toEqual([]);
});
