import type { Account } from '@sallyport/access';
import { PORTAL_PERMISSION_REGISTRY } from '@sallyport/contracts/portal';
import { PERMISSION_REGISTRY } from '@sallyport/contracts/staff';
import type { NamedAccount, PersonRecord } from '@sallyport/db/identity';
import type { GroupPlan } from './group-plan.service.ts';
import { accountAfter, holdings, type Level, otherSources } from './holdings.ts';

export interface PermissionEffect {
  permission: string;
  label: string;
  detail: string;
  people: PersonRecord[];
}

export interface GroupEffect {
  gain: PermissionEffect[];
  lose: PermissionEffect[];
  /** People who gain or lose anything. */
  peopleCount: number;
  /** Sentences about those for whom nothing changes although this group's part does. */
  unaffected: string[];
}

const RANK: Readonly<Record<Level, number>> = { ASSIGNED: 1, ALL: 2, YES: 2 };
const LABELS: ReadonlyMap<string, string> = new Map(
  Object.entries({ ...PERMISSION_REGISTRY, ...PORTAL_PERMISSION_REGISTRY }).map(([key, { label }]) => [
    key,
    label,
  ]),
);

interface Change {
  permission: string;
  person: PersonRecord;
  before: Level | undefined;
  after: Level | undefined;
  /** Other groups that give the permission before and after. */
  others: string[];
}

/** A9: who gains or loses what, by name, over all the live groups of each person (A8). Accounts out of use do not count. */
export function groupEffect(plan: GroupPlan, now: Date): GroupEffect {
  const concerned = new Map<string, NamedAccount>();
  for (const member of [...plan.members, ...plan.adds.map(({ account }) => account)]) {
    if (isInUse(member.account, now)) concerned.set(member.person.id, member);
  }
  const changes = [...concerned.values()].flatMap((member) => changesOf(member, plan, now));
  const rises = changes.filter((change) => rank(change.after) > rank(change.before));
  const falls = changes.filter((change) => rank(change.after) < rank(change.before));
  const same = changes.filter((change) => rank(change.after) === rank(change.before));
  return {
    gain: effects(rises, same, 'hold'),
    lose: effects(falls, same, 'keep'),
    peopleCount: new Set([...rises, ...falls].map(({ person }) => person.id)).size,
    unaffected: sentences(
      same.filter(({ permission }) => !rises.concat(falls).some((c) => c.permission === permission)),
    ),
  };
}

/** What changes for one person: every permission that this group gives before or after, and differently. */
function changesOf({ account, person }: NamedAccount, plan: GroupPlan, now: Date): Change[] {
  const { id } = plan.grant.row;
  const changed = accountAfter(account, plan);
  const before = holdings(account, now);
  const after = holdings(changed, now);
  const partBefore = holdings(onlyIn(account, id), now);
  const partAfter = holdings(onlyIn(changed, id), now);
  const permissions = [...new Set([...partBefore.keys(), ...partAfter.keys()])];
  return permissions
    .filter((permission) => partBefore.get(permission) !== partAfter.get(permission))
    .map((permission) => ({
      permission,
      person,
      before: before.get(permission),
      after: after.get(permission),
      others: otherSources(account, permission, id, now),
    }));
}

/** The account as if this were its only group: what the group itself contributes. */
function onlyIn(account: Account, groupId: string): Account {
  return account.audience === 'STAFF'
    ? { ...account, isAdmin: false, memberships: account.memberships.filter((m) => m.groupId === groupId) }
    : { ...account, memberships: account.memberships.filter((m) => m.groupId === groupId) };
}

function effects(
  changes: readonly Change[],
  same: readonly Change[],
  verb: 'hold' | 'keep',
): PermissionEffect[] {
  const byText = new Map<string, PermissionEffect>();
  for (const { permission, person, before, after } of changes) {
    const detail = detailOf(before, after);
    const key = `${permission} ${detail}`;
    const effect = byText.get(key) ?? {
      permission,
      label: LABELS.get(permission) ?? permission,
      detail,
      people: [],
    };
    effect.people.push(person);
    byText.set(key, effect);
  }
  return [...byText.values()].map((effect) => {
    const others = same.filter(({ permission }) => permission === effect.permission);
    return others.length === 0
      ? effect
      : {
          ...effect,
          detail: `${effect.detail}; ${others.length} ${others.length === 1 ? `other ${verb}s` : `others ${verb}`} it ${through(others)}`,
        };
  });
}

function sentences(same: readonly Change[]): string[] {
  const permissions = [...new Set(same.map(({ permission }) => permission))];
  return permissions.map((permission) => {
    const people = same.filter((change) => change.permission === permission);
    const who = people.length === 1 ? '1 person holds' : `${people.length} people hold`;
    return `${who} ${LABELS.get(permission) ?? permission} ${through(people)}; nothing changes for them.`;
  });
}

function through(changes: readonly Change[]): string {
  const names = [...new Set(changes.flatMap(({ others }) => others))].toSorted((a, b) => a.localeCompare(b));
  return names.length === 0 ? 'anyway' : `through ${either(names)}`;
}

/** "A", "A or B", "A, B or C". */
function either(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
}

function detailOf(before: Level | undefined, after: Level | undefined): string {
  const farther = rank(before) > rank(after) ? before : after;
  if (before === 'ASSIGNED' && after === 'ALL') return 'From projects they own or work on to all projects';
  if (before === 'ALL' && after === 'ASSIGNED') return 'From all projects to those they own or work on';
  if (farther === 'ALL') return 'All projects';
  return farther === 'ASSIGNED' ? 'Projects they own or work on' : 'Everywhere';
}

function rank(level: Level | undefined): number {
  return level === undefined ? 0 : RANK[level];
}

function isInUse({ status, expiresAt }: Account, now: Date): boolean {
  return (status === 'ACTIVE' || status === 'INVITED') && (expiresAt === null || expiresAt > now);
}
