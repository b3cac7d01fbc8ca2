import type { Clock } from '../format.ts';
import type { ImportLimits } from '../limits.ts';
import { ImportProblem } from '../problem.ts';
import { withoutControls } from '../text/without-controls.ts';
import { countLines, firstBadByte } from './utf8.ts';

/** Small enough that one step of a parser is short and its batch small. */
const STEP_BYTES = 64 * 1024;
const SAVE_AS_UTF8 = 'Save it as UTF-8, or export it again without changing it, and import that file.';

/**
 * Bytes as text in small pieces, in UTF-8 without byte order mark and without control characters
 * other than tab and line ends. Throws ImportProblem beyond the limits of size and time, and for
 * any other encoding.
 */
export async function* decodeText(
  bytes: AsyncIterable<Uint8Array>,
  limits: ImportLimits,
  clock: Clock,
): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const startedAt = clock();
  let size = 0;
  let line = 1;
  let first: number | undefined;
  let before: Uint8Array = new Uint8Array();
  for await (const chunk of bytes) {
    for (let at = 0; at < chunk.length; at += STEP_BYTES) {
      const step = chunk.subarray(at, at + STEP_BYTES);
      first ??= step[0];
      size += step.length;
      if (size > limits.maxBytes) throw tooLarge(limits, line);
      if (clock() - startedAt > limits.maxMs) throw tooSlow(limits, line);
      const text = decode(decoder, step) ?? fail(first, line + firstBadByte(before, step).linesBefore);
      before = step.length >= 4 ? step.slice(-4) : Uint8Array.of(...before, ...step).slice(-4);
      line += countLines(text);
      if (text !== '') yield withoutControls(text);
    }
  }
  if (size === 0) {
    throw new ImportProblem('The file is empty', null, 'Export the report again and import the new file.');
  }
  if (decode(decoder, null) === null) fail(first, line);
}

/** Null where the bytes are not UTF-8; null bytes ask whether the end is a whole character. */
function decode(decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array | null): string | null {
  try {
    return bytes === null ? decoder.decode() : decoder.decode(bytes, { stream: true });
  } catch {
    return null;
  }
}

function fail(first: number | undefined, line: number): never {
  if (first === 0xff || first === 0xfe) {
    throw new ImportProblem('The file is in UTF-16, not in UTF-8', 1, SAVE_AS_UTF8);
  }
  throw new ImportProblem('The file is not UTF-8 text', line, SAVE_AS_UTF8);
}

function tooLarge({ maxBytes }: ImportLimits, line: number): ImportProblem {
  const megabytes = Math.round((maxBytes / 1024 / 1024) * 10) / 10;
  return new ImportProblem(
    `The file is larger than ${megabytes} MB`,
    line,
    'Export fewer hosts at a time and import the parts.',
  );
}

function tooSlow({ maxMs }: ImportLimits, line: number): ImportProblem {
  return new ImportProblem(
    `Reading the file took longer than ${Math.round(maxMs / 1000)} seconds`,
    line,
    'Try again when the server is less busy, or export fewer hosts at a time and import the parts.',
  );
}
