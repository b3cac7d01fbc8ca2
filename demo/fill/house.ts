import type { Caller } from './caller.ts';
import type { KeptFactor } from './second-factor.ts';

/** Somebody of the sample who is signed in. */
export interface Resident {
  key: string;
  id: string;
  door: 'staff' | 'portal';
  email: string;
  /** Names of their groups. */
  groups: readonly string[];
  /** Name of the client; null for staff. */
  company: string | null;
  /** Where policy demands one; else null. */
  factor: KeptFactor | null;
  caller: Caller;
}

/** What the steps of filling share. */
export interface House {
  staffUrl: string;
  portalUrl: string;
  /** Of everybody. */
  password: string;
  /** By key. */
  residents: Map<string, Resident>;
  /** Ids of companies by key. */
  companies: Map<string, string>;
}

/** Somebody of the sample by key. @throws when there is none */
export function resident({ residents }: House, key: string): Resident {
  return known(residents, key, 'person');
}

/** A value by its key. @throws when there is none */
export function known<Value>(values: ReadonlyMap<string, Value>, key: string, what: string): Value {
  const value = values.get(key);
  if (value === undefined) throw new Error(`The sample names a ${what} that does not exist: ${key}`);
  return value;
}
