import { covers, isNetwork, type Network, parseNetwork, sizeOf } from './network.service.ts';

export interface ReadLine {
  network: string | null;
  problem: string | null;
  suggestion: string | null;
  remark: string | null;
  size: string | null;
}

/** What each line of a list means, and what is wrong or needless about it (S9). */
export function readLines(texts: readonly string[]): { lines: ReadLine[]; networks: Network[] } {
  const read = texts.map(parseNetwork);
  const networks = read.filter(isNetwork);
  const lines = read.map((one, index): ReadLine => {
    if (!isNetwork(one)) return { network: null, remark: null, size: null, ...one };
    const same = read.findIndex((other) => isNetwork(other) && other.text === one.text);
    const problem = same < index ? `This is line ${same + 1} once more. Remove one of them.` : null;
    const around = networks.find((other) => other.text !== one.text && covers(other, one));
    return {
      network: one.text,
      problem,
      suggestion: null,
      remark: around ? `Lies inside ${around.text}, so it changes nothing.` : null,
      size: sizeOf(one),
    };
  });
  return { lines, networks };
}
