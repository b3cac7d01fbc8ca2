/** A web address that begins a line or follows a blank or a bracket, with all up to the next blank. */
const CANDIDATE = /(?<![^\s(])https?:\/\/\S+/g;

/** Anchored and without overlap between its parts, so that a long address costs no more than its length. */
const PLAIN =
  /^https?:\/\/[A-Za-z0-9][A-Za-z0-9.-]*(?::\d{1,5})?(?:[/?#](?:[A-Za-z0-9./?#=%+,:@&!-]|(?<=[A-Za-z0-9])_(?=[A-Za-z0-9]))*)?$/;

/** What ends a sentence and belongs to no address. */
const ENDING = new Set('.,:!?)\'"');

/**
 * The addresses of a line that no renderer changes: nothing in them acts in Markdown, and a sentence's
 * end or a blank follows. Inside an address a backslash would show, so it is left bare or not made a link.
 */
export function plainAddresses(line: string): { readonly from: number; readonly to: number }[] {
  return [...line.matchAll(CANDIDATE)].flatMap(({ 0: candidate, index }) => {
    const address = withoutEnding(candidate, ENDING);
    return PLAIN.test(address) ? [{ from: index, to: index + address.length }] : [];
  });
}

/** A text without those characters at its end. */
export function withoutEnding(text: string, characters: ReadonlySet<string>): string {
  let length = text.length;
  while (characters.has(text.charAt(length - 1))) length -= 1;
  return text.slice(0, length);
}
