import { describe, expect, test } from 'vitest';
import { isCommon } from './common-passwords.ts';
import { passwordProblem } from './password-rules.ts';

const REFUSED = [
  'password2024!!!!',
  'P@ssw0rd123456!',
  'Pa$$word-2026-11',
  'password password',
  '1234567890password',
  'Sunshine!!!!!!!!',
  'letmein123456789',
  'football20262026',
  'iloveyou!!!!!!!!',
  '2026Dragon2026!!',
  'qwertyuiop12345',
];
const ALLOWED = [
  'wooden spoons sing at noon',
  'grey foxes borrow umbrellas',
  'ivory goats climb!',
  'seven quiet tugboats hum',
  'purple monkey dishwasher',
  'kzqv wlpm trxn bdfg',
];

describe('S2 common passwords', () => {
  test.each(REFUSED)('refuses %s', (password) => {
    expect(passwordProblem(password, { minimum: 12 })).not.toBeNull();
  });

  test.each(ALLOWED)('allows %s', (password) => {
    expect(passwordProblem(password, {})).toBeNull();
  });

  test('knows the long ones as they are, and nothing in what nobody chose', () => {
    expect(isCommon('01telemike01')).toBe(true);
    expect(isCommon('')).toBe(false);
    expect(isCommon('1029384756102')).toBe(false);
  });
});
