import type { ImportedItem } from '../finding.ts';
import type { Clock } from '../format.ts';
import { decodeText } from '../input/decode-text.ts';
import type { ImportLimits } from '../limits.ts';
import { NessusDocument } from './nessus-document.ts';

/** Reads a .nessus file; each batch is what one small piece of the file held. */
export async function* readNessusXml(
  bytes: AsyncIterable<Uint8Array>,
  limits: ImportLimits,
  clock: Clock = () => performance.now(),
): AsyncGenerator<ImportedItem[]> {
  const document = new NessusDocument(limits);
  for await (const text of decodeText(bytes, limits, clock)) {
    const items = document.write(text);
    if (items.length > 0) yield items;
  }
  document.end();
}
