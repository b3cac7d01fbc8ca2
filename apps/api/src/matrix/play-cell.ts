import { randomInt, randomUUID } from 'node:crypto';
import type { Answer, TestDoors } from '../doors/testing/test-doors.ts';
import type { CellObject, MatrixRow, ObjectState, Outcome } from './matrix-row.ts';
import { makeObject } from './objects.ts';
import { type Actor, makeActor, type Persona } from './personas.ts';

/** Plays one cell with a fresh person and a fresh object, through the real listener. Anything unforeseen is told as text. */
export async function playCell(
  doors: TestDoors,
  row: MatrixRow,
  state: ObjectState,
  persona: Persona,
): Promise<Outcome | string> {
  const actor = await makeActor(doors, persona, false);
  const object = await makeObject(doors, row, state, actor);
  const answer = await callWith(doors, row, actor, object);
  const outcome = outcomeOf(answer);
  if (outcome === 'hidden' && row.declared.kind !== 'public') return checkHidden(doors, row, actor, answer);
  if (outcome !== 'confirm') return outcome;
  // "Allowed once confirmed" must be true: the same call with a confirmed session goes through.
  const confirmed = await makeActor(doors, persona, true);
  const again = await callWith(doors, row, confirmed, await makeObject(doors, row, state, confirmed));
  const then = outcomeOf(again);
  return then === 'allowed' ? 'confirm' : `confirm, then ${then}`;
}

function callWith(doors: TestDoors, row: MatrixRow, actor: Actor, object: CellObject): Promise<Answer> {
  return Promise.resolve(row.input({ doors, actor, object })).then((input) =>
    doors[row.door].call(row.procedure, withId(row, input, object), {
      as: actor.session,
      address: `198.51.${randomInt(256)}.${randomInt(256)}`,
    }),
  );
}

/** What is hidden answers exactly as a random id does, byte for byte. */
async function checkHidden(
  doors: TestDoors,
  row: MatrixRow,
  actor: Actor,
  answer: Answer,
): Promise<Outcome | string> {
  const random = await callWith(doors, row, actor, { id: randomUUID(), version: 1 });
  const isSame = random.status === answer.status && random.text === answer.text;
  return isSame ? 'hidden' : `hidden, but not like a random id: ${answer.text} / ${random.text}`;
}

function withId(row: MatrixRow, input: unknown, object: CellObject): unknown {
  if (row.declared.kind === 'public' || row.declared.on === null) return input;
  return { ...Object(input), [`${row.declared.on}Id`]: object.id };
}

function outcomeOf({ status, code, text }: Answer): Outcome | string {
  if (status === 200) return 'allowed';
  switch (code) {
    case 'UNAUTHENTICATED':
      return 'unauthenticated';
    case 'FORBIDDEN':
      return 'refused';
    case 'NOT_FOUND':
      return 'hidden';
    case 'CONFIRM_IDENTITY':
      return 'confirm';
    default:
      return `${status} ${text}`;
  }
}
