import { expect, test } from 'vitest';
import { shownReference } from './reference.service.ts';

test.each([
  [1, 'F-01'],
  [9, 'F-09'],
  [10, 'F-10'],
  [117, 'F-117'],
  [null, null],
])('%s is called %s', (number, shown) => expect(shownReference(number)).toBe(shown));
