import type { Instance } from './findings.queries.ts';

/** The instances whose place, service, parameter or note contain all the words. */
export function matchingInstances(instances: readonly Instance[], search: string): readonly Instance[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return instances;
  return instances.filter(({ target, address, service, parameter, note }) => {
    const text = [target, address, service, parameter, note].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** The lines of a pasted text that were refused, to be put right and sent again. */
export function refusedLines(text: string, refused: readonly { line: number }[]): string {
  const lines = text.split('\n');
  return refused.flatMap(({ line }) => lines[line - 1] ?? []).join('\n');
}
