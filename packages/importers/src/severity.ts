import { SEVERITIES, type Severity } from '@sallyport/contracts/common';

/** Negative when `left` is the more severe. */
export function compareSeverity(left: Severity, right: Severity): number {
  return SEVERITIES.indexOf(left) - SEVERITIES.indexOf(right);
}
