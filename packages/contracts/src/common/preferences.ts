import { z } from 'zod';
import { LANGUAGES } from './choices.ts';
import { singleLine } from './text.ts';

/** How an account wants its screens; "system" follows the operating system. */
export const Theme = z.enum(['system', 'light', 'dark']);
export type Theme = z.infer<typeof Theme>;

/** Languages of the screens. */
export const Language = z.enum(LANGUAGES);
export type Language = z.infer<typeof Language>;
export const LANGUAGE_LABEL: Readonly<Record<Language, string>> = { en: 'English' };

/** What is left out stays as it is. */
export const UpdatePreferencesInput = z.strictObject({
  language: Language.optional(),
  theme: Theme.optional(),
});
export const Preferences = z.strictObject({ language: Language, theme: Theme });

/** A telephone number as people write it; empty when there is none. */
export const PhoneNumber = singleLine(40, 0).refine(
  (text) => /^$|^\+?[0-9 ()./-]*[0-9][0-9 ()./-]*$/.test(text),
  {
    error: 'Write a telephone number such as +44 20 7946 0112.',
  },
);

/** Which photo is shown now: its id, which is another with every photo; null for none. */
export const ShownPhoto = z.strictObject({ photo: z.uuid().nullable() });
