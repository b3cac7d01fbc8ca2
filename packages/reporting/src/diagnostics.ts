import type { ReportModel } from './report-model.ts';

/** Names the parts of a report that hold one of these texts, for a message that someone can act on. */
function partsWith(model: ReportModel, texts: readonly string[]): string[] {
  const holds = (part: unknown) => {
    const json = JSON.stringify(part);
    return texts.some((text) => json.includes(JSON.stringify(text).slice(1, -1)));
  };
  const { findings, ...rest } = model;
  const named = findings.filter(holds).map(({ reference }) => reference);
  return holds(rest) ? ['the parts before the findings', ...named] : named;
}

const MISSING_GLYPH = /the text `\\?"(.*?)\\?"` could not be displayed/gu;
const ESCAPED = /\\+u\{([0-9a-f]+)\}|\\+(.)/giu;

/** The texts for which no font has a sign, out of the typesetter's message; each once. */
export function textsWithoutGlyph(message: string): string[] {
  const texts = [...message.matchAll(MISSING_GLYPH)].map(([, text]) =>
    (text ?? '').replaceAll(ESCAPED, (_, hex: string | undefined, other: string | undefined) =>
      hex === undefined ? (other ?? '') : String.fromCodePoint(Number.parseInt(hex, 16)),
    ),
  );
  return [...new Set(texts)];
}

const SHOWN = 5;

/** One sentence about characters that stay empty boxes. */
export function glyphWarning(model: ReportModel, texts: readonly string[]): string {
  const shown = texts.slice(0, SHOWN).map((text) => {
    const code = text.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
    return `“${text}” (U+${code})`;
  });
  const more = texts.length > SHOWN ? ` and ${texts.length - SHOWN} more` : '';
  const where = partsWith(model, texts);
  const places =
    where.length === 0
      ? ''
      : ` in ${where.slice(0, SHOWN).join(', ')}${where.length > SHOWN ? ' and others' : ''}`;
  return `No font has a sign for ${shown.join(', ')}${more}${places}; an empty box is shown instead.`;
}
