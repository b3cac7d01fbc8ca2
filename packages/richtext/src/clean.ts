// Bidi embeddings, overrides and isolates can make a line read as something that it is not; U+FFFE and U+FFFF have no place in XML.
const UNWANTED = /(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** Drops control characters (except tab and newline) and bidi overrides; half of a surrogate pair becomes U+FFFD. */
export function cleanText(text: string): string {
  return text.replace(UNWANTED, '').replace(LONE_SURROGATE, '\ufffd');
}

/** A whole text as lines: every kind of line end becomes one, unwanted characters go. */
export function cleanLines(text: string): string[] {
  const lines = cleanText(text.replace(/\r\n?/g, '\n')).split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}
