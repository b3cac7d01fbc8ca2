import { collectFindings, IMPORT_FORMATS, IMPORT_LIMITS, type MergedFinding } from '@sallyport/importers';
import type { OpenFile } from '../../files/file-store.ts';

/**
 * Reads a stored scan. `onBytes` hears how many bytes were read so far, after each part.
 * @throws ImportProblem for whatever is wrong with the file
 */
export function readScan(
  format: string,
  open: OpenFile,
  onBytes: (done: number) => Promise<void>,
): Promise<MergedFinding[]> {
  const reader = IMPORT_FORMATS.find(({ key }) => key === format);
  if (!reader) throw new Error(`no reader for ${format}`);
  async function* counted(): AsyncGenerator<Uint8Array> {
    let done = 0;
    for await (const part of open.stream() as AsyncIterable<Uint8Array>) {
      yield part;
      done += part.byteLength;
      await onBytes(done);
    }
  }
  return collectFindings(reader.read(counted(), IMPORT_LIMITS));
}
