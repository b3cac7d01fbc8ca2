import type { AccessRequest, Account } from '@sallyport/access';
import { ErrorCode } from '@sallyport/contracts/common';
import type { GroupGrants, UpdateGroupInput } from '@sallyport/contracts/staff';
import { type Grant, visibleMembers } from '@sallyport/db';
import { type NamedAccount, readAccounts } from '@sallyport/db/identity';
import type { z } from 'zod';
import type { Call } from '../../trpc/call.ts';
import { AppError } from '../../trpc/errors.ts';
import { momentOrNull } from '../wire.ts';
import { beforeAndAfter, canonical, grantKeys } from './granted-set.service.ts';

type Input = z.output<typeof UpdateGroupInput>;

export interface PlannedMember {
  account: NamedAccount;
  reason: string;
  expiresAt: Date | null;
}

/** A change of a group, worked out in full and not yet decided or written: preview and update share it (A9). */
export interface GroupPlan {
  grant: Grant<'group'>;
  request: AccessRequest<'group.update'>;
  name: string;
  purpose: string;
  /** What the group gives afterwards. */
  grants: GroupGrants;
  changesGrants: boolean;
  /** Which of name and purpose change. */
  changed: ('name' | 'purpose')[];
  adds: PlannedMember[];
  removes: NamedAccount[];
  /** Members before the change, as far as the caller sees them. */
  members: NamedAccount[];
}

/**
 * Works out a change. @throws AppError STALE_EDIT when the group was changed meanwhile, INVALID_INPUT when a person or
 * the kind of grants does not fit
 */
export async function planGroupChange(call: Call, grant: Grant<'group'>, input: Input): Promise<GroupPlan> {
  const { row } = grant;
  if (input.version !== row.version) throw new AppError(ErrorCode.StaleEdit);
  if (input.grants.audience !== row.grants.audience) {
    throw invalid('grants', 'Staff groups give staff permissions, customer groups portal permissions.');
  }
  const members = row.members.map(({ id }) => id);
  const addedIds = input.addMembers.map(({ userId }) => userId);
  const removed = new Set<string>(input.removeMembers);
  refuseContradictions(addedIds, removed, new Set(members));

  const visible = visibleMembers(call.principal);
  const found = await readAccounts(call.tx, [...new Set([...members, ...addedIds])], visible);
  const byId = new Map(found.map((account) => [account.person.id, account]));
  const adds = input.addMembers.map(({ userId, reason, expiresAt }, at) => {
    const account = byId.get(userId);
    // A12: whom the caller does not see does not exist, whatever group they are to join.
    if (!account) throw new AppError(ErrorCode.NotFound, { log: 'a new member is not visible' });
    const end = momentOrNull(expiresAt);
    if (end !== null && end <= call.principal.now) {
      throw invalid(`addMembers.${at}.expiresAt`, 'This moment has passed. Choose a later one.');
    }
    return { account, reason, expiresAt: end };
  });
  const removes = found.filter(({ person }) => removed.has(person.id));

  const grants = canonical(input.grants);
  const { name, purpose } = input;
  const changed = (['name', 'purpose'] as const).filter((key) => input[key] !== row[key]);
  const request: AccessRequest<'group.update'> = {
    action: 'group.update',
    ...beforeAndAfter(row.grants, grants),
    groupId: grant.id,
    isAssignable: row.isAssignable,
    isBuiltIn: row.key !== null,
    requiresAccountExpiry: row.requiresAccountExpiry,
    changesDetails: changed.length > 0,
    adds: adds.map(({ account }) => account.account),
    removes: removes.map(({ account }): Account => account),
  };
  return {
    grant,
    request,
    name,
    purpose,
    grants,
    changesGrants: request.before !== request.after,
    changed,
    adds,
    removes,
    members: found.filter(({ person }) => members.includes(person.id)),
  };
}

/** How many single things the change changes. */
export function changeCount({ grant, grants, changed, adds, removes }: GroupPlan): number {
  const before = new Set(grantKeys(grant.row.grants));
  const after = new Set(grantKeys(grants));
  const differences = [...before]
    .filter((key) => !after.has(key))
    .concat([...after].filter((key) => !before.has(key)));
  const permissions = new Set(differences.map((key) => key.split(':')[0]));
  return permissions.size + changed.length + adds.length + removes.length;
}

function refuseContradictions(
  addedIds: readonly string[],
  removed: ReadonlySet<string>,
  members: ReadonlySet<string>,
): void {
  for (const [at, id] of addedIds.entries()) {
    if (removed.has(id))
      throw invalid(`addMembers.${at}.userId`, 'This person is added and removed at once.');
    if (addedIds.indexOf(id) !== at) throw invalid(`addMembers.${at}.userId`, 'This person is added twice.');
  }
  for (const id of removed) if (!members.has(id)) throw new AppError(ErrorCode.StaleEdit);
}

function invalid(path: string, message: string): AppError {
  return new AppError(ErrorCode.InvalidInput, { fields: [{ path, message }] });
}
