import type { AccountId } from '@sallyport/contracts/common';
import { SIGN_IN_KINDS, SIGN_IN_OUTCOMES } from '@sallyport/contracts/staff';
import { idOf, oneOf, readAddress, someOf, text } from '../../lib/read-address.ts';
import type { Inputs } from '../../lib/trpc.ts';

const DAY_MS = 86_400_000;
const RANGE_DAYS = { day: 1, week: 7, month: 30, quarter: 90 } as const;
export const RANGES = ['day', 'week', 'month', 'quarter'] as const;
export const DEFAULT_RANGE = 'week';

/** What the address of the page says. Damaged parts are left out. */
export const readSignInSearch = readAddress({
  range: oneOf(RANGES),
  door: oneOf(['STAFF', 'CUSTOMER']),
  outcome: someOf(SIGN_IN_OUTCOMES),
  kind: someOf(SIGN_IN_KINDS),
  address: text(60),
  account: idOf<AccountId>(),
  /** Name of the account chosen, so that the chip can say it. */
  name: text(80),
  /** The attempt whose detail is open. */
  open: idOf(),
});
export type SignInSearch = ReturnType<typeof readSignInSearch>;
export type SignInFilters = Omit<Inputs['signInActivity']['chart'], 'until'>;

/** The question that an address asks; the beginning is cut to the minute, so that asking again is the same question. */
export function signInFiltersOf(search: SignInSearch, now = Date.now()): SignInFilters {
  const since = now - RANGE_DAYS[search.range ?? DEFAULT_RANGE] * DAY_MS;
  return {
    outcome: search.outcome ?? [],
    kind: search.kind ?? [],
    ...(search.door === undefined ? {} : { audience: search.door }),
    ...(search.address === undefined ? {} : { address: search.address }),
    ...(search.account === undefined ? {} : { accountId: search.account }),
    since: new Date(since - (since % 60_000)).toISOString(),
  };
}

export function areSignInsNarrowed({ door, outcome, kind, address, account }: SignInSearch): boolean {
  return [door, address, account].some((one) => one !== undefined) || Boolean(outcome ?? kind);
}

export const CLEARED: Partial<SignInSearch> = {
  door: undefined,
  outcome: undefined,
  kind: undefined,
  address: undefined,
  account: undefined,
  name: undefined,
};
