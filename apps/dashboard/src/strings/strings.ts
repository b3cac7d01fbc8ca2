/**
 * The words of the current language; a second language is one more file like english.ts. A namespace, not an object: so each
 * screen carries the sections that it shows, and not every word of the app.
 */
export * as strings from './english.ts';
