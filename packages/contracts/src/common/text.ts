import { z } from 'zod';

/** One line of text for people: trimmed, without control characters, NFC. */
export function singleLine(maximum: number, minimum = 1) {
  return z
    .string()
    .trim()
    .normalize('NFC')
    .min(minimum, { error: minimum === 1 ? 'Fill this in.' : `Use at least ${minimum} characters.` })
    .max(maximum, { error: `Use at most ${maximum} characters.` })
    .regex(/^[^\p{Cc}\u2028\u2029]*$/u, { error: 'Remove line breaks and control characters.' });
}

/** Text over several lines; tab and line feed are the only control characters. */
export function multiLine(maximum: number) {
  return z
    .string()
    .trim()
    .normalize('NFC')
    .max(maximum, { error: `Use at most ${maximum} characters.` })
    .regex(/^[^\p{Cc}]*$|^[\P{Cc}\t\n]*$/u, { error: 'Remove control characters.' });
}

/** What people type to find something; empty matches all. */
export const SearchText = singleLine(100, 0).default('');

export const DisplayName = singleLine(80);
export const JobTitle = singleLine(80, 0);
export const Reason = singleLine(200);

/** An e-mail address, folded to lower case: addresses are compared without case everywhere. */
export const EmailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, { error: 'Use at most 254 characters.' })
  .pipe(z.email({ error: 'Write an e-mail address such as name@firm.example.' }));

/** What staff may sign in with beside their e-mail address. */
export const Username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9](?:[a-z0-9._-]{1,38}[a-z0-9])$/, {
    error: 'Use 3 to 40 letters, digits, dots, dashes or underscores; begin and end with a letter or digit.',
  });

/** A password as typed. Its rules (S2) are checked on the server, where the context words are known. */
export const PasswordText = z
  .string()
  .min(1, { error: 'Fill this in.' })
  .max(1024, { error: 'Use at most 256 characters.' });

/** A moment in UTC on the wire. */
export const Timestamp = z.iso.datetime({ offset: false });

/** Markdown over many lines, in our dialect. */
export const Markdown = multiLine(64_000);
