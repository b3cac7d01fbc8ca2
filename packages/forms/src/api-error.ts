import type { ErrorCode, ErrorData } from '@sallyport/contracts/common';

function isErrorData(data: unknown): data is ErrorData {
  return (
    typeof data === 'object' &&
    data !== null &&
    'code' in data &&
    typeof data.code === 'string' &&
    'userMessage' in data &&
    typeof data.userMessage === 'string'
  );
}

/** What the server said about a failed call; null when it did not answer, or not in its own words. */
export function errorDataOf(error: unknown): ErrorData | null {
  if (typeof error !== 'object' || error === null || !('data' in error)) return null;
  return isErrorData(error.data) ? error.data : null;
}

/** True when the server refused with this code. */
export function hasCode(error: unknown, code: ErrorCode): boolean {
  return errorDataOf(error)?.code === code;
}
