import { parseArgs } from 'node:util';
import { DisplayName, EmailAddress } from '@sallyport/contracts/common';
import { AddressLevel, StaffGrant } from '@sallyport/contracts/staff';
import { AdminError } from './admin-error.ts';
import type { AdminRequest } from './create-admin.ts';
import type { TokenRequest } from './create-token.ts';
import { USAGE } from './usage.ts';

/** What the command line can be asked to do. */
export type AdminCommand =
  | ({ name: 'create-token' } & { request: TokenRequest })
  | { name: 'create-admin'; request: AdminRequest }
  | { name: 'reset-factor'; email: string; door: 'staff' | 'portal' }
  | { name: 'ip-reset'; level: AddressLevel | null }
  | { name: 'list-sessions'; email: string | null }
  | { name: 'revoke-all' }
  | { name: 'calibrate'; isSaved: boolean }
  | { name: 'audit verify'; checkpoint: string | null }
  | { name: 'audit checkpoint' }
  | { name: 'rotate-key'; step: 'dry-run' | 'rotate' | 'finish' };

type CommandName = AdminCommand['name'];

const LONGEST_DAYS = 365;
const NAME_LENGTH = 80;

/** What each command takes besides its name. */
const TAKES: Readonly<Record<CommandName, readonly string[]>> = {
  'create-token': ['for', 'scopes', 'days', 'name'],
  'create-admin': ['for', 'name'],
  'reset-factor': ['for', 'door'],
  'ip-reset': ['level'],
  'list-sessions': ['for'],
  'revoke-all': ['yes'],
  calibrate: ['save'],
  'audit verify': ['checkpoint'],
  'audit checkpoint': [],
  'rotate-key': ['dry-run', 'yes', 'finish'],
};

/** The command and what it is to do, checked. @throws AdminError that says what is missing */
export function readArguments(args: readonly string[]): AdminCommand {
  const { values, positionals } = parse(args);
  const name = positionals.join(' ');
  if (!isCommand(name)) throw new AdminError(`Say what to do:\n${usageOf(null)}`);
  const stray = Object.keys(values).find((key) => !TAKES[name].includes(key));
  if (stray !== undefined) throw new AdminError(`${name} takes no --${stray}.\n${usageOf(name)}`);
  return commandOf(name, values);
}

interface Values {
  for?: string;
  scopes?: string;
  days?: string;
  name?: string;
  door?: string;
  level?: string;
  yes?: boolean;
  save?: boolean;
  checkpoint?: string;
  finish?: boolean;
  'dry-run'?: boolean;
}

function commandOf(name: CommandName, values: Values): AdminCommand {
  switch (name) {
    case 'create-token':
      return { name, request: tokenRequest(values) };
    case 'create-admin':
      return { name, request: { email: emailOf(name, values), displayName: nameOf(values) } };
    case 'reset-factor':
      return { name, email: emailOf(name, values), door: doorOf(values) };
    case 'ip-reset':
      return { name, level: levelOf(values) };
    case 'list-sessions':
      return { name, email: values.for === undefined ? null : emailOf(name, values) };
    case 'revoke-all':
      if (values.yes !== true) {
        throw new AdminError('This signs everybody out and ends every API token. If you mean it, add --yes.');
      }
      return { name };
    case 'calibrate':
      return { name, isSaved: values.save === true };
    case 'audit verify':
      return { name, checkpoint: values.checkpoint ?? null };
    case 'audit checkpoint':
      return { name };
    case 'rotate-key':
      return { name, step: stepOf(values) };
  }
}

function stepOf(values: Values): 'dry-run' | 'rotate' | 'finish' {
  const given = [values['dry-run'], values.yes, values.finish].filter((one) => one === true).length;
  if (given !== 1) {
    throw new AdminError(`Say one of --dry-run, --yes and --finish.\n${usageOf('rotate-key')}`);
  }
  if (values.finish === true) return 'finish';
  return values.yes === true ? 'rotate' : 'dry-run';
}

function tokenRequest({ for: email, scopes, days = '90', name = 'Command line' }: Values): TokenRequest {
  if (!email) throw new AdminError(`Say for whom, with --for.\n${usageOf('create-token')}`);
  if (!scopes) throw new AdminError(`Say what it may do, with --scopes.\n${usageOf('create-token')}`);
  if (!/^\d{1,3}$/.test(days) || Number(days) < 1 || Number(days) > LONGEST_DAYS) {
    throw new AdminError(`--days takes a number from 1 to ${LONGEST_DAYS}, not "${days}".`);
  }
  if (name.trim() === '' || name.length > NAME_LENGTH) {
    throw new AdminError(`--name takes 1 to ${NAME_LENGTH} characters.`);
  }
  return { email, scopes: scopes.split(',').map(scopeOf), days: Number(days), name: name.trim() };
}

function emailOf(name: CommandName, { for: text }: Values): string {
  if (!text) throw new AdminError(`Say for whom, with --for.\n${usageOf(name)}`);
  const email = EmailAddress.safeParse(text);
  if (!email.success) throw new AdminError(`--for takes an e-mail address, not "${text}".`);
  return email.data;
}

function nameOf({ name }: Values): string | null {
  if (name === undefined) return null;
  const read = DisplayName.safeParse(name);
  if (!read.success) throw new AdminError(`--name takes 1 to ${NAME_LENGTH} characters.`);
  return read.data;
}

function doorOf({ door = 'staff' }: Values): 'staff' | 'portal' {
  if (door === 'staff' || door === 'portal') return door;
  throw new AdminError(`--door takes staff or portal, not "${door}".`);
}

function levelOf({ level }: Values): AddressLevel | null {
  if (level === undefined) return null;
  const read = AddressLevel.safeParse(level.toUpperCase());
  if (read.success) return read.data;
  const known = AddressLevel.options.map((option) => option.toLowerCase()).join(', ');
  throw new AdminError(`--level takes one of ${known}, not "${level}".`);
}

function parse(args: readonly string[]): { values: Values; positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        for: { type: 'string' },
        scopes: { type: 'string' },
        days: { type: 'string' },
        name: { type: 'string' },
        door: { type: 'string' },
        level: { type: 'string' },
        yes: { type: 'boolean' },
        save: { type: 'boolean' },
        checkpoint: { type: 'string' },
        finish: { type: 'boolean' },
        'dry-run': { type: 'boolean' },
      },
    });
    return { values, positionals };
  } catch (error) {
    throw new AdminError(
      `${error instanceof Error ? error.message : 'Unknown arguments.'}\n${usageOf(null)}`,
    );
  }
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(TAKES, name);
}

function usageOf(name: CommandName | null): string {
  return name === null ? Object.values(USAGE).join('') : USAGE[name];
}

function scopeOf(text: string): StaffGrant {
  const [permission, reach = null, ...rest] = text.trim().split(':');
  const scope = StaffGrant.safeParse({ permission, reach });
  if (scope.success && rest.length === 0) return scope.data;
  throw new AdminError(
    `--scopes: "${text}" is no scope. Manage Projects and Assign Projects take a reach, as in manage-projects:ASSIGNED or manage-projects:ALL; the others none.`,
  );
}
