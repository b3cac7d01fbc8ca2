import { randomBytes } from 'node:crypto';
import { FACTOR_LIMITS } from '@sallyport/contracts/common';
import { Secret, TOTP } from 'otpauth';

/** RFC 4226 §4 wants at least 128 bits and recommends 160. */
const SEED_BYTES = 20;
/** The current and the previous step: clocks and fingers are slow (S5). */
const STEPS_BACK = 1;

/** A seed for an authenticator app; to be sealed at once. */
export function newTotpSeed(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(randomBytes(SEED_BYTES));
}

/** How a seed is typed (base32) and scanned (the otpauth URI of the QR code). */
export function totpEnrolment(
  seed: Uint8Array<ArrayBuffer>,
  { issuer, label }: { issuer: string; label: string },
): { secret: string; uri: string } {
  // A colon divides issuer and label in the URI.
  const totp = totpOf(seed, issuer.replaceAll(':', ' ').trim(), label.replaceAll(':', ' '));
  return { secret: totp.secret.base32, uri: totp.toString() };
}

/**
 * The 30-second step to which a code belongs at this moment, counted since 1970; null for a wrong code. Each step may be
 * used once: the store sees to that.
 */
export function totpStep(seed: Uint8Array<ArrayBuffer>, code: string, at: Date): number | null {
  const timestamp = at.getTime();
  const delta = totpOf(seed).validate({ token: code, timestamp, window: STEPS_BACK });
  if (delta === null || delta > 0) return null;
  return Math.floor(timestamp / 1000 / FACTOR_LIMITS.totpStepSeconds) + delta;
}

/** The code that an authenticator app with this seed shows at a moment. */
export function totpCode(seed: Uint8Array<ArrayBuffer>, at: Date): string {
  return totpOf(seed).generate({ timestamp: at.getTime() });
}

// SHA-1 is what every authenticator app understands; as an HMAC it is sound.
function totpOf(seed: Uint8Array<ArrayBuffer>, issuer = '', label = ''): TOTP {
  return new TOTP({
    issuer,
    label,
    secret: new Secret({ buffer: seed.buffer.slice(seed.byteOffset, seed.byteOffset + seed.byteLength) }),
    algorithm: 'SHA1',
    digits: FACTOR_LIMITS.totpDigits,
    period: FACTOR_LIMITS.totpStepSeconds,
  });
}
