import { TOKEN_DAYS } from '@sallyport/contracts/staff';

const COMMON = [7, 30, TOKEN_DAYS.usual, 180, TOKEN_DAYS.atMost] as const;

/** The lengths to choose from, up to the longest that is allowed here, which is one of them. */
export function daysOffered(atMost: number): number[] {
  return [...COMMON.filter((days) => days < atMost), atMost];
}
