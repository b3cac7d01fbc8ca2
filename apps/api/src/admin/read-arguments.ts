import { parseArgs } from 'node:util';
import { StaffGrant } from '@sallyport/contracts/staff';
import { AdminError } from './admin-error.ts';
import type { TokenRequest } from './create-token.ts';

const USAGE = `
  npm run admin -- create-token --for EMAIL --scopes SCOPES [--days N] [--name NAME]

    --for     e-mail address of the staff account that the token acts for
    --scopes  permissions, separated by commas; with a reach where there is one:
              manage-projects:ASSIGNED,manage-companies
    --days    how long it holds: 1 to 365, 90 unless told otherwise
    --name    what the list of tokens calls it
`;

const LONGEST_DAYS = 365;
const NAME_LENGTH = 80;

/** The one command that there is, checked. @throws AdminError that says what is missing */
export function readArguments(args: readonly string[]): TokenRequest {
  const { values, positionals } = parse(args);
  if (positionals.length !== 1 || positionals[0] !== 'create-token')
    throw new AdminError(`Say what to do:\n${USAGE}`);
  const { for: email, scopes, days, name } = values;
  if (!email) throw new AdminError(`Say for whom, with --for.\n${USAGE}`);
  if (!scopes) throw new AdminError(`Say what it may do, with --scopes.\n${USAGE}`);
  if (!/^\d{1,3}$/.test(days) || Number(days) < 1 || Number(days) > LONGEST_DAYS) {
    throw new AdminError(`--days takes a number from 1 to ${LONGEST_DAYS}, not "${days}".`);
  }
  if (name.trim() === '' || name.length > NAME_LENGTH) {
    throw new AdminError(`--name takes 1 to ${NAME_LENGTH} characters.`);
  }
  return { email, scopes: scopes.split(',').map(scopeOf), days: Number(days), name: name.trim() };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        for: { type: 'string' },
        scopes: { type: 'string' },
        days: { type: 'string', default: '90' },
        name: { type: 'string', default: 'Command line' },
      },
    });
  } catch (error) {
    throw new AdminError(`${error instanceof Error ? error.message : 'Unknown arguments.'}\n${USAGE}`);
  }
}

function scopeOf(text: string): StaffGrant {
  const [permission, reach = null, ...rest] = text.trim().split(':');
  const scope = StaffGrant.safeParse({ permission, reach });
  if (scope.success && rest.length === 0) return scope.data;
  throw new AdminError(
    `--scopes: "${text}" is no scope. Manage Projects and Assign Projects take a reach, as in manage-projects:ASSIGNED or manage-projects:ALL; the others none.`,
  );
}
