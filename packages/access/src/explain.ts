import type { ActionRow } from './action-row.ts';
import { Actor } from './actor.ts';
import { firstStop, rowOf } from './decide.ts';
import type { GateKey, GateLabel } from './gates/gate.ts';
import { GATES } from './gates/gates.ts';
import { type GrantPath, grantPaths } from './grant-paths.ts';
import type { Principal } from './principal.ts';
import type { AccessRequest } from './request.ts';
import { PROJECT_WAYS } from './rules/a15-project-roles.ts';

/** What one gate said. Unlike the decision, it tells the true reason of a hidden object: it is for those who audit. */
export interface ExplainedGate {
  gate: GateKey;
  label: GateLabel;
  outcome: 'passed' | 'refused' | 'not-asked';
  sentence: string;
}

/** The whole way of a decision: the gates G0 to G9 and the groups that give what the action takes. */
export interface Explanation {
  gates: ExplainedGate[];
  paths: GrantPath[];
}

/** Why decide() answers as it does: the same evaluation, told gate by gate in the order of their numbers. */
export function explain(principal: Principal, request: AccessRequest): Explanation {
  const row = rowOf(request);
  const stop = firstStop(new Actor(principal), row, request);
  const stopAt = stop === null ? GATES.length : GATES.indexOf(stop.gate);
  const gates = GATES.map((gate, at): ExplainedGate => {
    const named = { gate: gate.key, label: gate.label };
    if (at > stopAt) return { ...named, outcome: 'not-asked', sentence: 'Not asked.' };
    return stop !== null && at === stopAt
      ? { ...named, outcome: 'refused', sentence: stop.refusal.message }
      : { ...named, outcome: 'passed', sentence: gate.passed(row) };
  });
  return { gates: gates.toSorted(byKey), paths: pathsTo(principal, row, request) };
}

function pathsTo({ account, now }: Principal, row: ActionRow, request: AccessRequest): GrantPath[] {
  const wanted: readonly string[] = 'project' in request ? PROJECT_WAYS[request.action].anyOf : row.anyOf;
  return grantPaths(account, now).filter(({ grant }) =>
    wanted.includes(typeof grant === 'string' ? grant : grant.permission),
  );
}

function byKey(a: ExplainedGate, b: ExplainedGate): number {
  return a.gate < b.gate ? -1 : 1;
}
