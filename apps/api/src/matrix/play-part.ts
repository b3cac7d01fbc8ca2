import { completeSetup } from '@sallyport/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDoors, type TestDoors } from '../doors/testing/test-doors.ts';
import { Cast } from './cast.ts';
import { type MatrixRow, type ObjectState, subjectOf } from './matrix-row.ts';
import { PERSONAS, type Persona } from './personas.ts';
import { playCell } from './play-cell.ts';
import { PARTS } from './rows.ts';

/** Declares one test for every cell of a part of the matrix: all personas, on one object, through the real listener. */
export function playPart(part: keyof typeof PARTS): void {
  let doors: TestDoors;
  let cast: Cast;

  beforeAll(async () => {
    doors = await openTestDoors();
    cast = new Cast(doors);
    await completeSetup(doors.db);
  });
  afterAll(() => doors[Symbol.asyncDispose]());

  const rows: readonly MatrixRow[] = PARTS[part];
  describe.each(
    rows.map((row) => ({ name: [row.door, subjectOf(row), row.variant].filter(Boolean).join(' '), row })),
  )('matrix: $name', ({ row }) => {
    const states = Object.entries(row.cells) as [ObjectState, NonNullable<(typeof row.cells)[ObjectState]>][];
    test.each(states)('on %s, every persona meets what the row says', async (state, cell) => {
      const met: Record<string, string> = {};
      const play = async (persona: Persona) => {
        met[persona] = await playCell(doors, cast, row, state, persona);
      };
      // A built-in group is the only one of its kind, so that two changes at once would be in each other's way.
      if (state === 'built-in') for (const persona of PERSONAS) await play(persona);
      else await Promise.all(PERSONAS.map(play));
      const said = Object.fromEntries(
        Object.entries(cell).flatMap(([outcome, personas]) => personas.map((persona) => [persona, outcome])),
      );
      expect(met).toEqual(said);
    });
  });
}
