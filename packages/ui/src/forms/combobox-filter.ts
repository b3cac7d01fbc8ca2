/** Text without case and accents, so that "zoe" finds "Zoë". */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
}

/** The options whose label or description contains every word of the query, those that begin with it first. */
export function matchOptions<
  Option extends { label: string; description?: string | undefined; keywords?: string | undefined },
>(options: readonly Option[], query: string): Option[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...options];
  const [first = ''] = words;
  return options
    .map((option) => ({
      option,
      text: fold(`${option.label} ${option.description ?? ''} ${option.keywords ?? ''}`),
    }))
    .filter(({ text }) => words.every((word) => text.includes(word)))
    .sort((a, b) => Number(b.text.startsWith(first)) - Number(a.text.startsWith(first)))
    .map(({ option }) => option);
}
