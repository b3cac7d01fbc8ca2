/*
 * 03-access-rules.md once more, for managing people: plain sets of words, written from the text, sharing no line with the
 * implementation. Slow and obvious, so that the two can be held against each other (exhaustive.test.ts).
 */

export interface ModelPerson {
  isAdmin: boolean;
  /** "permissions through memberships that are live now" */
  permNow: ReadonlySet<string>;
  /** "through memberships and groups with no expiry, and empty if u's account has an expiry" */
  permStable: ReadonlySet<string>;
}

export type ModelQuestion = { isAssignable?: boolean; isConfirmed: boolean } & (
  | { act: 'create' | 'delete' | 'change members' | 'change grants' | 'invite'; set: ReadonlySet<string> }
  | { act: 'edit' | 'renew' | 'deactivate' | 'reactivate' | 'set flag'; target: ModelPerson }
);

export type ModelAnswer = 'allowed' | 'G5' | 'G6' | 'G7' | 'G8';

/** "ALL ⊇ ASSIGNED": a grant in words, with what it contains. */
export function inWords(grants: readonly { permission: string; reach: string | null }[]): Set<string> {
  return new Set(
    grants.flatMap(({ permission, reach }) => {
      if (reach === null) return [permission];
      return reach === 'ALL' ? [`${permission} ASSIGNED`, `${permission} ALL`] : [`${permission} ASSIGNED`];
    }),
  );
}

/** Somebody by what lasts, what passes, and whether the account ends. For an Admin "both are everything", said below. */
export function person(
  isAdmin: boolean,
  lasting: ReadonlySet<string>,
  passing: ReadonlySet<string>,
  accountHasExpiry: boolean,
): ModelPerson {
  const permNow = new Set([...lasting, ...passing]);
  return { isAdmin, permNow, permStable: accountHasExpiry ? new Set() : lasting };
}

/** "S ⊆ permStable(a)" */
export function isWithin(inner: ReadonlySet<string>, outer: ReadonlySet<string>): boolean {
  for (const word of inner) if (!outer.has(word)) return false;
  return true;
}

export function modelAnswer(actor: ModelPerson, question: ModelQuestion): ModelAnswer {
  const isOnGroup = question.act.startsWith('c') || question.act === 'delete';
  if (!actor.isAdmin) {
    const now = actor.permNow;
    if (question.act === 'set flag') return 'G5';
    if (!now.has('manage-users')) {
      if (!isOnGroup || !now.has('manage-customers')) return 'G5';
      return question.act === 'create' ? 'G7' : 'G6';
    }
    if (!actor.permStable.has('manage-users')) return 'G7';
    if (!mayBeDone(actor.permStable, question)) return 'G7';
  }
  return question.isConfirmed || !mustConfirm(question) ? 'allowed' : 'G8';
}

/** A1 and A2, for who holds Manage Users without end and is no Admin. */
function mayBeDone(stable: ReadonlySet<string>, question: ModelQuestion): boolean {
  if ('target' in question) return !question.target.isAdmin && isWithin(question.target.permNow, stable);
  if (question.isAssignable === true && question.act === 'change grants') return false;
  if (question.isAssignable === true && question.act !== 'create' && question.act !== 'delete') return true;
  return isWithin(question.set, stable);
}

/** S8, for sets of staff: the Admin flag, deletion, and groups that carry a managing permission. */
function mustConfirm(question: ModelQuestion): boolean {
  if (question.act === 'set flag' || question.act === 'delete') return true;
  if (question.act === 'renew' && question.target.isAdmin) return true;
  if ('target' in question && question.act !== 'renew') return false;
  const touched = 'target' in question ? question.target.permNow : question.set;
  return touched.has('manage-users') || touched.has('manage-customers');
}
