import { createDatabase, type Database } from '@sallyport/db';
import { Sealer } from '../secrets/sealer.ts';
import { reachDatabase } from '../start/database.ts';
import type { Configuration } from '../start/env.ts';
import { readKeys } from '../start/keys.ts';
import { AdminError } from './admin-error.ts';
import { takeCheckpoint, verifyAudit } from './audit-chain.ts';
import { calibrate, saveCalibration } from './calibrate.ts';
import { createAdmin } from './create-admin.ts';
import { createToken } from './create-token.ts';
import { ipReset } from './ip-reset.ts';
import { listSessions, sessionLines } from './list-sessions.ts';
import type { AdminCommand } from './read-arguments.ts';
import { resetFactor } from './reset-factor.ts';
import { revokeAll } from './revoke-all.ts';
import { runRotation } from './run-rotation.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Does what was asked and says it in words. @throws AdminError, ConfigurationError with what to do */
export function runCommand(
  command: AdminCommand,
  configuration: Configuration,
  env: Environment,
): Promise<string> {
  if (command.name === 'rotate-key') return runRotation(command.step, configuration, env);
  return withDatabase(configuration, (db) => run(command, db, configuration));
}

async function run(
  command: Exclude<AdminCommand, { name: 'rotate-key' }>,
  db: Database,
  configuration: Configuration,
): Promise<string> {
  switch (command.name) {
    case 'create-token': {
      const { token, expiresAt, displayName } = await createToken(db, command.request);
      const until = expiresAt.toISOString().slice(0, 10);
      return shown(`A token that acts for ${displayName}, until ${until}.`, token);
    }
    case 'create-admin': {
      const { link, endsAt, displayName, isNew } = await createAdmin(
        db,
        command.request,
        configuration.staff.url,
      );
      const until = `${endsAt.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
      const what = isNew
        ? `An invitation for ${displayName}, a new Admin`
        : `${displayName} is an Admin. A link to sign in`;
      return shown(`${what}; it works once, until ${until}.`, link);
    }
    case 'reset-factor': {
      const { displayName } = await resetFactor(db, command);
      return `  ${displayName} has no second factor any more, and is signed out everywhere.\n`;
    }
    case 'ip-reset': {
      const count = await ipReset(db, command.level);
      return `  ${count === 1 ? '1 network was' : `${count} networks were`} removed. It counts from the next request on.\n`;
    }
    case 'list-sessions':
      return sessionLines(await listSessions(db, command.email));
    case 'revoke-all': {
      const { sessions, tokens } = await revokeAll(db);
      return `  Ended: ${sessions} sessions, ${tokens} tokens. It counts from the next request on.\n`;
    }
    case 'audit verify':
      return verifyAudit(db, sealerOf(configuration), command.checkpoint);
    case 'audit checkpoint':
      return shownCheckpoint(await takeCheckpoint(db, sealerOf(configuration)));
    case 'calibrate': {
      const found = await calibrate();
      const { memoryKib, iterations, medianMs, isDefault } = found;
      const words = `${memoryKib / 1024} MiB, ${iterations} passes: ${Math.round(medianMs)} ms for one password`;
      const same = isDefault ? ', which is the default' : '';
      if (!command.isSaved) return `  ${words}${same}. Add --save to use it.\n`;
      await saveCalibration(db, found);
      return `  ${words}${same}. Used from the next start on; passwords are hashed anew as they are typed.\n`;
    }
  }
}

/** The staff door's: under it lies the key of the audit log. */
function sealerOf(configuration: Configuration): Sealer {
  const { staff } = readKeys(configuration);
  if (staff === null) throw new AdminError('The command line needs the master key.');
  return new Sealer(staff.seals);
}

function shownCheckpoint(text: string): string {
  return `  The end of the audit log. Keep it where the database cannot reach it:\n\n  ${text}\n`;
}

function shown(what: string, secret: string): string {
  return `  ${what} It is shown this once; keep it like a password:\n\n  ${secret}\n`;
}

async function withDatabase<Result>(
  configuration: Configuration,
  work: (db: Database) => Promise<Result>,
): Promise<Result> {
  const database = await reachDatabase(configuration);
  try {
    const { staff } = readKeys(configuration);
    if (staff === null) throw new AdminError('The command line needs the master key.');
    const url = database.urlFor('sallyport_staff', staff.databasePassword);
    const db = createDatabase({ url, poolSize: 1, applicationName: 'sallyport-admin' });
    try {
      return await work(db);
    } finally {
      await db.close();
    }
  } finally {
    await database.stop();
  }
}
