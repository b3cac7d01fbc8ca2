import { byLeadCells, readableCells } from './lead-cells.ts';
import type { Cell, MatrixRow } from './matrix-row.ts';
import { HOLD_PROJECTS, NOT_STAFF, REACH_ALL, WITHOUT_PROJECTS } from './personas.ts';

/** What a finding and its parts are to somebody goes by their project. `published`: the actor leads it, and the finding is out. */
type BeneathCells = MatrixRow['cells'] & { published: Cell };

const readable = readableCells();
const byLead = byLeadCells();
const byWriters: Cell = {
  allowed: HOLD_PROJECTS,
  refused: WITHOUT_PROJECTS,
  unauthenticated: NOT_STAFF,
};
const byReachAlone: Cell = {
  allowed: REACH_ALL,
  refused: ['tester', ...WITHOUT_PROJECTS],
  unauthenticated: NOT_STAFF,
};

/** Owners and team, and reach ALL. */
export const READ_BENEATH: BeneathCells = { ...readable, published: readable.led ?? {} };

/** A15: owners and testers, and reach ALL; never once the project is completed. */
export const WRITE_BENEATH: BeneathCells = {
  ...byLead,
  led: byWriters,
  tested: byWriters,
  reviewed: byReachAlone,
  observed: byReachAlone,
  published: byWriters,
};

/** A15: what the lead decides, and reach ALL. */
export const PUBLISH_BENEATH: BeneathCells = { ...byLead, published: byWriters };
