import { type Database, revokeEverything } from '@sallyport/db';
import { inCommand } from './record.ts';

/** S7: everybody is signed out and every token ends, whatever was stolen. */
export function revokeAll(db: Database): Promise<{ sessions: number; tokens: number }> {
  return inCommand(db, async (tx, record) => {
    const { sessions, tokens } = await revokeEverything(tx);
    await record({ action: 'access.revoked-all', objectType: 'installation', after: { sessions, tokens } });
    return { sessions, tokens };
  });
}
