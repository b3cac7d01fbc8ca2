import { Audience } from '@sallyport/contracts/common';
import {
  PERMISSION_REGISTRY,
  PERMISSIONS,
  type Permission,
  Reach,
  type StaffGrant,
} from '@sallyport/contracts/staff';
import { describe, expect, it } from 'vitest';
import { decide } from './decide.ts';
import {
  inWords,
  isWithin,
  type ModelAnswer,
  type ModelPerson,
  type ModelQuestion,
  modelAnswer,
  person,
} from './exhaustive-model.ts';
import type { Membership, Principal, StaffAccount } from './principal.ts';
import type { AccessRequest } from './request.ts';
import { mayGrant } from './rules/a1-granting.ts';
import { dominates } from './rules/a2-dominance.ts';
import { staffSet } from './sets/staff-set.ts';
import { by, groupChange, membership, NOW, staff, TOMORROW } from './test-principals.ts';

/** How an actor came by a set: without end, for a time, in an account that ends, or as a stand-in for everything. */
const MODES = ['stable', 'temporary', 'expiring', 'standing in'] as const;
type Mode = (typeof MODES)[number];

interface Actor {
  principal: Principal & { account: StaffAccount };
  model: ModelPerson;
}
interface Question {
  request: AccessRequest;
  model: ModelQuestion;
}
type Ask = (principal: Actor['principal'], request: AccessRequest) => string;

/** All 3 × 3 × 2⁵ = 288 sets: each permission not at all, or with each reach that it has. */
const ALL_GRANTS: readonly (readonly StaffGrant[])[] = setsFrom(PERMISSIONS);

function setsFrom([permission, ...others]: readonly Permission[]): StaffGrant[][] {
  if (permission === undefined) return [[]];
  const reaches = PERMISSION_REGISTRY[permission].hasReach ? [Reach.All, Reach.Assigned] : [null];
  const without = setsFrom(others);
  return [...without, ...reaches.flatMap((reach) => without.map((set) => [{ permission, reach }, ...set]))];
}

const EVERYTHING = staffSet.toGrants(staffSet.everything);

function actorOf(grants: readonly StaffGrant[], mode: Mode, isAdmin: boolean, isConfirmed: boolean): Actor {
  const lasting = mode === 'temporary' ? [] : grants;
  const passing = { stable: [], temporary: grants, expiring: [], 'standing in': EVERYTHING }[mode];
  const memberships: Membership[] = [membership(lasting), membership(passing, { expiresAt: TOMORROW })];
  const account = staff([], { isAdmin, memberships, expiresAt: mode === 'expiring' ? TOMORROW : null });
  return {
    principal: { ...by(account, { confirmedUntil: isConfirmed ? TOMORROW : null }), account },
    model: person(isAdmin, inWords(lasting), inWords(passing), mode === 'expiring'),
  };
}

/** Everything that can be done with a group of this set, or to somebody who holds it. */
function questionsAbout(grants: readonly StaffGrant[], isConfirmed: boolean): Question[] {
  const set = staffSet.fromGrants(grants);
  const words = inWords(grants);
  const onGroup = { audience: Audience.Staff, set } as const;
  const invite = (isAssignable: boolean): Question => ({
    request: {
      action: 'user.invite',
      groups: [{ ...onGroup, isAssignable, requiresAccountExpiry: false }],
      expiresAt: null,
    },
    model: { act: 'invite', set: words, isAssignable, isConfirmed },
  });
  const changes = [false, true].flatMap((isAssignable): Question[] => [
    {
      request: groupChange({ before: set, after: set, isAssignable, adds: [staff([])] }),
      model: { act: 'change members', set: words, isAssignable, isConfirmed },
    },
    ...(set === staffSet.nothing
      ? []
      : [
          { before: set, after: staffSet.nothing, isAssignable },
          { before: staffSet.nothing, after: set, isAssignable },
        ].map(
          (change): Question => ({
            request: groupChange(change),
            model: { act: 'change grants', set: words, isAssignable, isConfirmed },
          }),
        )),
  ]);
  const people = [false, true].flatMap((isAdmin) => questionsOn(grants, isAdmin, isConfirmed));
  return [
    { request: { action: 'group.create', ...onGroup }, model: { act: 'create', set: words, isConfirmed } },
    {
      request: { action: 'group.delete', ...onGroup, groupId: 'other-group', isBuiltIn: false },
      model: { act: 'delete', set: words, isConfirmed },
    },
    invite(false),
    invite(true),
    ...changes,
    ...people,
  ];
}

/** What can be done to somebody who holds the set for a time, which counts as much as without end (A2: permNow). */
function questionsOn(grants: readonly StaffGrant[], isAdmin: boolean, isConfirmed: boolean): Question[] {
  const memberships = [membership(grants, { expiresAt: TOMORROW })];
  const target = (status: StaffAccount['status']) => staff([], { isAdmin, memberships, status });
  const model = person(isAdmin, inWords([]), inWords(grants), false);
  const active = target('ACTIVE');
  const on = { target: model, isConfirmed };
  return [
    { request: { action: 'user.update', target: active }, model: { act: 'edit', ...on } },
    {
      request: { action: 'user.renewInvitation', target: target('INVITED') },
      model: { act: 'renew', ...on },
    },
    {
      request: { action: 'user.deactivate', target: active, isLastUsableAdmin: false },
      model: { act: 'deactivate', ...on },
    },
    {
      request: { action: 'user.reactivate', target: target('INACTIVE') },
      model: { act: 'reactivate', ...on },
    },
    {
      request: { action: 'user.setAdmin', target: active, value: !isAdmin, isLastUsableAdmin: false },
      model: { act: 'set flag', ...on },
    },
  ];
}

const askDecide: Ask = (principal, request) => {
  const decision = decide(principal, request);
  return decision.allowed ? 'allowed' : decision.reason.gate;
};

interface Comparison {
  count: number;
  differences: number;
  first: string | null;
  answers: Record<ModelAnswer, number>;
}

/** Holds every answer against the model's. `stride` takes each n-th set, for the mutants. */
function compare(ask: Ask, stride = 1): Comparison {
  const found: Comparison = {
    count: 0,
    differences: 0,
    first: null,
    answers: { allowed: 0, G5: 0, G6: 0, G7: 0, G8: 0 },
  };
  const sets = ALL_GRANTS.filter((_set, at) => at % stride === 0);
  for (const isConfirmed of [true, false]) {
    const questions = sets.flatMap((grants) => questionsAbout(grants, isConfirmed));
    for (const { principal, model } of actorsWith(sets, isConfirmed)) {
      for (const question of questions) {
        const expected = modelAnswer(model, question.model);
        const actual = ask(principal, question.request);
        found.count += 1;
        found.answers[expected] += 1;
        if (actual === expected) continue;
        found.differences += 1;
        found.first ??= `${JSON.stringify({ principal, question })}: ${actual}, model: ${expected}`;
      }
    }
  }
  return found;
}

/** The long version leaves nothing out (`npm run test:deep`). */
const IS_DEEP = process.env['SALLYPORT_DEEP'] === '1';

/**
 * Confirmation does not look at how a set is held, so unconfirmed actors come in one mode; an Admin stands in for no one.
 * The long version tries these too.
 */
function* actorsWith(sets: typeof ALL_GRANTS, isConfirmed: boolean): Generator<Actor> {
  for (const grants of sets) {
    for (const mode of isConfirmed || IS_DEEP ? MODES : (['stable'] as const)) {
      yield actorOf(grants, mode, false, isConfirmed);
      if (mode !== 'standing in' || IS_DEEP) yield actorOf(grants, mode, true, isConfirmed);
    }
  }
}

/** decide() with one rule broken, each in a way that a slip of the hand could break it. */
const MUTANTS: Readonly<Record<string, Ask>> = {
  'the subset check is inverted': (principal, request) => {
    const decision = decide(principal, request);
    if (decision.allowed) return decision.path.by === 'permission' ? 'G7' : 'allowed';
    return decision.reason.missing !== undefined && decision.reason.gate === 'G7'
      ? 'allowed'
      : decision.reason.gate;
  },
  'what ends counts as lasting': ({ account, ...rest }, request) => {
    const memberships = account.memberships.map((one) => ({ ...one, expiresAt: null }));
    return askDecide({ ...rest, account: { ...account, memberships } }, request);
  },
  'the end of the account is forgotten': ({ account, ...rest }, request) =>
    askDecide({ ...rest, account: { ...account, expiresAt: null } }, request),
  'reach is ignored': ({ account, ...rest }, request) => {
    const further = (one: StaffGrant) => (one.reach === null ? one : { ...one, reach: Reach.All });
    const memberships = account.memberships.map((one) => ({ ...one, grants: one.grants.map(further) }));
    return askDecide({ ...rest, account: { ...account, memberships } }, request);
  },
  'Admins are not protected': (principal, request) =>
    askDecide(
      principal,
      request.action === 'user.deactivate' && request.target.audience === Audience.Staff
        ? { ...request, target: { ...request.target, isAdmin: false } }
        : request,
    ),
  'every group is assignable': (principal, request) =>
    askDecide(principal, request.action === 'group.update' ? { ...request, isAssignable: true } : request),
  'the set before is not looked at': (principal, request) =>
    askDecide(
      principal,
      request.action === 'group.update' && request.audience === Audience.Staff
        ? { ...request, before: request.after }
        : request,
    ),
  'identity is never confirmed': (principal, request) =>
    askDecide({ ...principal, session: { ...principal.session, confirmedUntil: TOMORROW } }, request),
};

describe('every set against every set', () => {
  it('A1 and A2 decide as the model of 03 does, for all 288 × 288 sets', { timeout: 400_000 }, () => {
    const started = performance.now();
    const processor = process.cpuUsage();
    const { count, differences, first, answers } = compare(askDecide);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const worked = (process.cpuUsage(processor).user / 1_000_000).toFixed(1);
    const spread = Object.entries(answers).map(
      ([answer, times]) => `${answer} ${times.toLocaleString('en')}`,
    );
    process.stdout.write(
      `\naccess: ${count.toLocaleString('en')} decisions compared with the model in ${seconds} s, ${worked} s of processor time (${spread.join(', ')})\n`,
    );
    expect(ALL_GRANTS).toHaveLength(288);
    expect(Object.values(answers).every((times) => times > 0)).toBe(true);
    expect(first).toBeNull();
    expect(differences).toBe(0);
  });

  it('A1 mayGrant and A2 dominates, strict or not, follow their formulas for all 288 × 288 sets', () => {
    const targets = ALL_GRANTS.map((grants) => ({
      account: staff(grants),
      set: staffSet.fromGrants(grants),
      words: inWords(grants),
    }));
    for (const { principal, model } of actorsWith(ALL_GRANTS, true)) {
      const { account } = principal;
      const stable = model.permStable;
      for (const target of targets) {
        const isInside = model.isAdmin || isWithin(target.words, stable);
        const isStrictlyInside = model.isAdmin || (isInside && target.words.size < stable.size);
        const answers = [
          mayGrant(account, target.set, NOW).allowed,
          dominates(account, target.account, NOW, { strict: false }).allowed,
          dominates(account, target.account, NOW, { strict: true }).allowed,
        ];
        if (`${answers}` !== `${[isInside, isInside, isStrictlyInside]}`) {
          expect.fail(JSON.stringify({ account, target, answers, now: [...model.permNow] }));
        }
      }
    }
  }, 240_000);

  it.each(Object.entries(MUTANTS))('notices when %s', (_what, mutant) => {
    expect(compare(askDecide, 13).differences).toBe(0);
    expect(compare(mutant, 13).differences).toBeGreaterThan(0);
  });
});
