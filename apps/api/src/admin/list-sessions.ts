import { type Database, type LiveSessionRecord, listLiveSessions } from '@sallyport/db';
import { AdminError } from './admin-error.ts';
import { inCommand } from './record.ts';

/** S6: who is signed in now. @throws AdminError when nobody has the address */
export function listSessions(db: Database, email: string | null): Promise<LiveSessionRecord[]> {
  return inCommand(db, async (tx, record) => {
    const known =
      email === null ? null : await tx.account.findFirst({ where: { email }, select: { id: true } });
    if (email !== null && known === null) throw new AdminError(`No account has the address ${email}.`);
    const sessions = await listLiveSessions(tx, email);
    await record({
      action: 'session.listed',
      ...(known === null ? {} : { objectType: 'account', objectId: known.id }),
      after: { sessions: sessions.length },
    });
    return sessions;
  });
}

/** The sessions as lines for the terminal. */
export function sessionLines(sessions: readonly LiveSessionRecord[]): string {
  if (sessions.length === 0) return '  Nobody is signed in.\n';
  const rows = sessions.map(({ door, email, address, createdAt, lastUsedAt, method }) => [
    door === 'STAFF' ? 'dashboard' : 'portal',
    email,
    address ?? 'unknown',
    `since ${minute(createdAt)}`,
    `used ${minute(lastUsedAt)}`,
    method.toLowerCase().replaceAll('_', ' + '),
  ]);
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: string[]) =>
    `  ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')}`.trimEnd();
  return `${rows.map(line).join('\n')}\n`;
}

function minute(moment: Date): string {
  return `${moment.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
