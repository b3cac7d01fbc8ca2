/**
 * S2 [NIST SP 800-63B-4 §3.1.1]: 15 code points where the password is the only factor, 12 where a second is enforced.
 * No composition rules, no periodic expiry.
 */
export const PASSWORD_LENGTH = { minimum: 15, minimumWithFactor: 12, maximum: 256 } as const;

/** Length of a password in code points after NFC, which is how every limit counts. */
export function passwordLength(password: string): number {
  return [...password.normalize('NFC')].length;
}
