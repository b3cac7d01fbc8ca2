import { randomInt, randomUUID } from 'node:crypto';
import type { TestStream } from '../doors/testing/open-stream.ts';
import { type Answer, type TestDoors, typeOf } from '../doors/testing/test-doors.ts';
import { makeBearer } from '../doors/testing/tokens.ts';
import { objectKey } from '../trpc/object-key.ts';
import type { Cast } from './cast.ts';
import type { CellObject, MatrixRow, ObjectState, Outcome } from './matrix-row.ts';
import { makeObject } from './objects.ts';
import type { Actor, Persona } from './personas.ts';

type Met = Pick<Answer, 'status' | 'text' | 'code'>;

/** States in which the actor is the object, or in it: making it changes what he may do. */
const ABOUT_THE_ACTOR: ReadonlySet<ObjectState> = new Set(['self', 'own']);

/**
 * Plays one cell with a fresh object, through the real listener, and with a person whom nothing has changed. Anything
 * unforeseen is told as text.
 */
export async function playCell(
  doors: TestDoors,
  cast: Cast,
  row: MatrixRow,
  state: ObjectState,
  persona: Persona,
): Promise<Outcome | string> {
  const actor = await cast.take(persona, false);
  const object = await makeObject(doors, row, state, actor);
  const answer = await callWith(doors, row, actor, object);
  const outcome = outcomeOf(answer);
  if (outcome === 'hidden' && row.declared.kind !== 'public') {
    const told = await checkHidden(doors, row, actor, answer);
    if (isUnchanged(doors, row, state, told)) cast.giveBack(actor);
    return told;
  }
  if (isUnchanged(doors, row, state, outcome)) cast.giveBack(actor);
  if (outcome !== 'confirm') return outcome;
  // "Allowed once confirmed" must be true: the same call with a confirmed session goes through.
  const confirmed = await cast.take(persona, true);
  const again = await callWith(doors, row, confirmed, await makeObject(doors, row, state, confirmed));
  const then = outcomeOf(again);
  return then === 'allowed' ? 'confirm' : `confirm, then ${then}`;
}

/** Whether whoever played is as before: the call changed nothing, and neither did making its object, input or file. */
function isUnchanged(doors: TestDoors, row: MatrixRow, state: ObjectState, outcome: string): boolean {
  if (row.declared.kind === 'public' || ABOUT_THE_ACTOR.has(state) || 'route' in row) return false;
  if (outcome === 'allowed') return typeOf(doors[row.door].router, row.procedure) === 'query';
  return ['refused', 'hidden', 'unauthenticated', 'confirm'].includes(outcome);
}

async function callWith(doors: TestDoors, row: MatrixRow, actor: Actor, object: CellObject): Promise<Met> {
  const door = doors[row.door];
  const context = { doors, actor, object };
  const as = await credentialOf(doors, row, actor);
  const options = { as, address: `198.51.${randomInt(256)}.${randomInt(256)}` };
  if ('route' in row) {
    const body = await row.body?.(context);
    return door.send(urlOf(row.route, await row.params?.(context), object), {
      ...options,
      ...(body ? { body } : {}),
    });
  }
  const input = withId(row, await row.input(context), object);
  if (typeOf(door.router, row.procedure) !== 'subscription') {
    return door.call(row.procedure, input, { ...options, pending: row.pending?.(context) ?? null });
  }
  const stream = await door.stream(row.procedure, input, options);
  await row.stir?.(context);
  return firstOf(stream);
}

/** The first thing that a stream says: an event, or an error instead. */
async function firstOf(stream: TestStream): Promise<Met> {
  const first: { error?: { data?: { code?: string } } } = (await stream.next()) ?? {};
  stream.close();
  const code = first.error?.data?.code ?? null;
  return { status: code === null ? stream.status : 0, text: JSON.stringify(first), code };
}

/** At the tools door everybody brings a token with all that he could put into one. */
async function credentialOf(doors: TestDoors, row: MatrixRow, { account, session }: Actor) {
  if (row.door !== 'tools') return session;
  return account?.audience === 'STAFF' ? makeBearer(doors.db, account) : null;
}

function urlOf(route: string, params: Readonly<Record<string, string>> = {}, { id }: CellObject): string {
  const [, url = ''] = route.split(' ');
  return url.replace(/:(\w+)/g, (_, name: string) => params[name] ?? id);
}

/** What is hidden answers exactly as a random id does, byte for byte. */
async function checkHidden(
  doors: TestDoors,
  row: MatrixRow,
  actor: Actor,
  answer: Met,
): Promise<Outcome | string> {
  const random = await callWith(doors, row, actor, { id: randomUUID(), version: 1 });
  const isSame = random.status === answer.status && random.text === answer.text;
  return isSame ? 'hidden' : `hidden, but not like a random id: ${answer.text} / ${random.text}`;
}

function withId(row: MatrixRow, input: unknown, object: CellObject): unknown {
  if (row.declared.kind === 'public' || row.declared.on === null) return input;
  return { ...Object(input), [objectKey(row.declared.on)]: object.id };
}

function outcomeOf({ status, code, text }: Met): Outcome | string {
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
