import { describe, expect, it } from 'vitest';
import { ErrorCode, HTTP_STATUS } from './errors.ts';

describe('error codes', () => {
  it('each have one HTTP status, and only INTERNAL is a fault of the server', () => {
    expect(Object.keys(HTTP_STATUS).toSorted()).toEqual(Object.values(ErrorCode).toSorted());
    const faults = Object.values(ErrorCode).filter((code) => HTTP_STATUS[code] === 500);
    expect(faults).toEqual([ErrorCode.Internal]);
  });

  it('S1: whatever made a sign-in fail is one code with one status', () => {
    expect(HTTP_STATUS[ErrorCode.SignInFailed]).toBe(401);
  });
});
