import type { MemberRole, ResponsibilityNoun } from '@sallyport/contracts/staff';
import type { Grant, ReferencesOf } from '@sallyport/db';
import type { NamedAccount } from '@sallyport/db/identity';
import type { Call } from '../../trpc/call.ts';

/** One thing that a leaving person has. */
export interface ResponsibilityItem {
  id: string;
  name: string;
  /** What tells it from others. */
  detail: string;
  role: MemberRole | null;
  isOpen: boolean;
  /** The caller may give it to somebody; otherwise `why` not. */
  canHandOver: boolean;
  why: string | null;
}

interface Noun {
  noun: ResponsibilityNoun;
  /** What of it the person has, as far as the caller sees it. */
  list(call: Call, leaver: Grant<'user'>): Promise<ResponsibilityItem[]>;
}

/** A noun that somebody must answer for: it goes to a successor, or stays on purpose. */
export interface HandedOver extends Noun {
  /** The references to an account that it stands for; every owned one is in one noun's list. */
  owns: readonly ReferencesOf<'owned'>[];
  /**
   * Gives items to their successors, all locked in the order of their ids and each decided.
   * @throws AppError when the caller may not, or a successor cannot take it
   */
  handOver(call: Call, leaver: Grant<'user'>, moves: readonly Move[]): Promise<void>;
}

export interface Move {
  id: string;
  to: NamedAccount;
  /** Where it stands in the input, for the words of a refusal. */
  at: number;
}

/** A noun that ends with the person. */
export interface Ended extends Noun {
  /** Ends all of it and says how many there were. */
  end(call: Call, leaver: Grant<'user'>): Promise<number>;
}
