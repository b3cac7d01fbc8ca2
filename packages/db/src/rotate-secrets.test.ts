import { createTestDatabase } from '@sallyport/testing';
import { expect, test } from 'vitest';
import { BYTES, DatabaseInUse, readKeyFingerprint, rotateSecrets } from './rotate-secrets.ts';

test('every column of bytes is said to move with the master key, or not to', async () => {
  await using db = await createTestDatabase();
  const { rows } = await db.owner.query<{ name: string }>(
    `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND data_type = 'bytea' ORDER BY 1`,
  );
  expect(rows.map(({ name }) => name)).toEqual(Object.keys(BYTES).toSorted());
});

test('a database that nobody rotated belongs to any key, and a rotation is refused while a door is connected', async () => {
  await using db = await createTestDatabase();
  expect(await readKeyFingerprint(db.ownerUrl)).toBeNull();
  await db.staff.prisma.$queryRaw`select 1`;
  const same = (_place: unknown, sealed: Buffer) => sealed;
  const work = rotateSecrets(db.ownerUrl, {
    convert: {
      ...{ fileKey: same, seed: same, passkey: same, mail: same },
      mailSetting: (sealed) => sealed,
      auditKey: (sealed) => sealed,
    },
    // Never set: the connected door comes first.
    passwords: { staff: 'x'.repeat(32), portal: 'x'.repeat(32), jobs: 'x'.repeat(32) },
    fingerprint: Buffer.alloc(32),
    isDryRun: true,
  });
  await expect(work).rejects.toThrow(DatabaseInUse);
  expect(await readKeyFingerprint(db.ownerUrl)).toBeNull();
});
