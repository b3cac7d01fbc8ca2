import { evidenceIds, parseRichText } from '@sallyport/richtext';

/** The ids of the evidence that texts show as figures. */
export function figuresIn(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => [...evidenceIds(parseRichText(text))]));
}
