import type { Cell, MatrixRow } from './matrix-row.ts';
import { HOLD_PROJECTS, NOT_STAFF, REACH_ALL, STAFF, WITHOUT_PROJECTS } from './personas.ts';

/** Who may read: owners and team with or without a permission, and reach ALL; a restricted project is absent (A16). */
export function readableCells(): MatrixRow['cells'] {
  const everyone: Cell = { allowed: STAFF, unauthenticated: NOT_STAFF };
  const nobody: Cell = { hidden: STAFF, unauthenticated: NOT_STAFF };
  return {
    led: everyone,
    tested: everyone,
    reviewed: everyone,
    observed: everyone,
    completed: everyone,
    foreign: {
      allowed: REACH_ALL,
      hidden: ['tester', ...WITHOUT_PROJECTS],
      unauthenticated: NOT_STAFF,
    },
    restricted: nobody,
    nonexistent: nobody,
  };
}

/** A15: what the lead decides, and reach ALL; never once the project is completed. */
export function byLeadCells(): MatrixRow['cells'] {
  const refused = WITHOUT_PROJECTS;
  const onTheTeam: Cell = {
    allowed: REACH_ALL,
    refused: ['tester', ...refused],
    unauthenticated: NOT_STAFF,
  };
  const unseen: Cell = { hidden: HOLD_PROJECTS, refused, unauthenticated: NOT_STAFF };
  return {
    led: { allowed: HOLD_PROJECTS, refused, unauthenticated: NOT_STAFF },
    tested: onTheTeam,
    reviewed: onTheTeam,
    observed: onTheTeam,
    foreign: { allowed: REACH_ALL, hidden: ['tester'], refused, unauthenticated: NOT_STAFF },
    completed: { refused: STAFF, unauthenticated: NOT_STAFF },
    restricted: unseen,
    nonexistent: unseen,
  };
}
