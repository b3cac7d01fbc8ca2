import { ErrorCode } from '@sallyport/contracts/common';
import type { CarriedOut, CarryOutInput, ResponsibilityNoun } from '@sallyport/contracts/staff';
import { type Grant, visiblePeople } from '@sallyport/db';
import { readAccounts } from '@sallyport/db/identity';
import type { z } from 'zod';
import type { Call } from '../../trpc/call.ts';
import { AppError } from '../../trpc/errors.ts';
import { HANDED_OVER } from './responsibilities.ts';
import type { Move } from './responsibility.ts';

type Choices = z.output<typeof CarryOutInput>['successors'];

export interface PlannedMoves {
  moves: ReadonlyMap<ResponsibilityNoun, Move[]>;
  handedOver: z.input<typeof CarriedOut>['handedOver'];
  leftAsIs: number;
}

/**
 * U3: every responsibility that the caller sees is answered for, by a successor or by leaving it on purpose.
 * @throws AppError STALE_EDIT when the choices are not about what is there now, INVALID_INPUT for a successor who is not
 */
export async function planMoves(call: Call, leaver: Grant<'user'>, choices: Choices): Promise<PlannedMoves> {
  const people = await successors(call, leaver, choices);
  const chosen = new Map(choices.map((choice, at) => [`${choice.noun} ${choice.id}`, { ...choice, at }]));
  if (chosen.size !== choices.length) throw new AppError(ErrorCode.StaleEdit);
  const moves = new Map<ResponsibilityNoun, Move[]>();
  const handedOver: PlannedMoves['handedOver'] = [];
  let answered = 0;
  for (const { noun, list } of HANDED_OVER) {
    for (const { id, name } of await list(call, leaver)) {
      const choice = chosen.get(`${noun} ${id}`);
      if (!choice) throw new AppError(ErrorCode.StaleEdit);
      answered += 1;
      const to = choice.to === null ? undefined : people.get(choice.to);
      if (!to) continue;
      moves.set(noun, [...(moves.get(noun) ?? []), { id, to, at: choice.at }]);
      handedOver.push({ noun, id, name, to: to.person });
    }
  }
  if (answered !== choices.length) throw new AppError(ErrorCode.StaleEdit);
  return { moves, handedOver, leftAsIs: answered - handedOver.length };
}

async function successors({ tx, principal }: Call, leaver: Grant<'user'>, choices: Choices) {
  const ids = [...new Set(choices.flatMap(({ to }) => (to === null ? [] : [to])))];
  const found = await readAccounts(tx, ids, visiblePeople(principal));
  const people = new Map<string, (typeof found)[number]>(found.map((one) => [one.person.id, one]));
  for (const [at, { to }] of choices.entries()) {
    if (to === null || (people.has(to) && to !== leaver.id)) continue;
    const message = 'This person cannot take it over. Choose somebody else.';
    throw new AppError(ErrorCode.InvalidInput, { fields: [{ path: `successors.${at}.to`, message }] });
  }
  return people;
}
