import { describe, expect, it } from 'vitest';
import { errorDataOf, hasCode } from './api-error.ts';

const answered = { data: { code: 'FORBIDDEN', httpStatus: 403, userMessage: 'Not allowed.' } };

describe('errorDataOf', () => {
  it('reads what the server said', () => {
    expect(errorDataOf(answered)?.userMessage).toBe('Not allowed.');
    expect(hasCode(answered, 'FORBIDDEN')).toBe(true);
  });

  it('takes nothing else for an answer: no server, a proxy, a thrown text', () => {
    for (const other of [
      null,
      'offline',
      new TypeError('fetch failed'),
      { data: null },
      { data: { code: 7 } },
    ])
      expect(errorDataOf(other)).toBeNull();
  });
});
