import type { Cell, MatrixRow } from './matrix-row.ts';
import { CUSTOMER_ADMINISTRATORS, NOT_CUSTOMERS, READING_CUSTOMERS } from './personas.ts';

const unauthenticated = NOT_CUSTOMERS;
/** Without the permission one hears so before it is looked whether there is anything. */
const reads: Cell = { allowed: READING_CUSTOMERS, refused: ['customer-no-groups'], unauthenticated };
const finds: Cell = { hidden: READING_CUSTOMERS, refused: ['customer-no-groups'], unauthenticated };
const withoutSteps = ['customer-viewer', 'customer-no-groups'] as const;
const views: Cell = { allowed: CUSTOMER_ADMINISTRATORS, refused: withoutSteps, unauthenticated };
const misses: Cell = { hidden: CUSTOMER_ADMINISTRATORS, refused: withoutSteps, unauthenticated };

/** C2, C3: what is one's own, shown and out; all else is like what never was. */
export const READ_SHOWN: MatrixRow['cells'] = {
  'own-shown': reads,
  'own-hidden': finds,
  'foreign-shown': finds,
  restricted: finds,
  nonexistent: finds,
};

/** The same for how it was found. */
export const VIEW_STEPS: MatrixRow['cells'] = {
  'own-shown': views,
  'own-hidden': misses,
  'foreign-shown': misses,
  restricted: misses,
  nonexistent: misses,
};

/** C4: internal evidence is nobody's, however much else is out. */
export const VIEW_INTERNAL: MatrixRow['cells'] = { ...VIEW_STEPS, 'own-shown': misses };

/** Lists: whoever holds one of the permissions. */
export const LIST_SHOWN: MatrixRow['cells'] = { none: reads };
