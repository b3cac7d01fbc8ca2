import { hasCode } from '@sallyport/forms';

/** True for the answer that there is no session, or none any more. */
export function isSignedOut(error: unknown): boolean {
  return hasCode(error, 'UNAUTHENTICATED');
}
