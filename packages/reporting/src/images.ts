import { Buffer } from 'node:buffer';
import type { ImageRef } from './report-model.ts';
import { ReportProblem } from './report-problem.ts';

export type ImageFormat = 'png' | 'jpeg' | 'webp';
/** A picture as the template sees it: a file of its own and how large it is at most. */
export type PlacedImage = Readonly<{ file: string; alt: string; widthPx: number; heightPx: number }>;

const startsWith = (bytes: Uint8Array, signature: readonly number[], at = 0) =>
  signature.every((byte, index) => bytes[at + index] === byte);

/** Told by the first bytes; null for anything else. */
function formatOf(bytes: Uint8Array): ImageFormat | null {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'jpeg';
  if (startsWith(bytes, [0x52, 0x49, 0x46, 0x46]) && startsWith(bytes, [0x57, 0x45, 0x42, 0x50], 8))
    return 'webp';
  return null;
}

/** Whether the last bytes are there too: a file that was cut off would leave an empty frame. */
function isWhole(bytes: Uint8Array, format: ImageFormat): boolean {
  switch (format) {
    case 'png':
      return Buffer.from(bytes.subarray(-64)).includes('IEND', 0, 'latin1');
    case 'jpeg':
      return Buffer.from(bytes.subarray(-64)).includes(Buffer.from([0xff, 0xd9]));
    case 'webp':
      return new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true) + 8 <= bytes.byteLength;
    default:
      return format satisfies never;
  }
}

/**
 * The image within an SVG. The typesetter keeps a bare image decoded until the whole document is set, four bytes for each
 * pixel, but opens one within an SVG only while it is written: in a long report that is half of the memory.
 */
function framed(image: ImageRef, format: ImageFormat, bytes: Uint8Array): Buffer {
  const size = `width="${image.widthPx}" height="${image.heightPx}"`;
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" ${size}><image ${size} href="data:image/${format};base64,${data}"/></svg>`,
  );
}

/** Gives each image that a report uses a file name of ours; names of users never become paths. */
export class ImageShelf {
  readonly #bytes: ReadonlyMap<string, Uint8Array>;
  readonly #placed = new Map<string, { file: string; content: Buffer }>();

  constructor(bytes: ReadonlyMap<string, Uint8Array>) {
    this.#bytes = bytes;
  }

  /** @param where as in "F-07, figure “Login form”" @throws ReportProblem when there is no such image */
  place(image: ImageRef, where: string, alt: string): PlacedImage {
    const known = this.#placed.get(image.id);
    const file = known?.file ?? this.#add(image, where);
    return { file, alt, widthPx: image.widthPx, heightPx: image.heightPx };
  }

  #add(image: ImageRef, where: string): string {
    const bytes = this.#bytes.get(image.id);
    if (bytes === undefined)
      throw new ReportProblem(`${where}: the image is missing. Attach it again or remove it.`);
    const format = formatOf(bytes);
    if (format === null)
      throw new ReportProblem(`${where}: the file is not a PNG, JPEG or WebP image. Replace or remove it.`);
    if (!isWhole(bytes, format))
      throw new ReportProblem(`${where}: the image is cut off. Replace or remove it.`);
    const file = `image-${this.#placed.size + 1}.svg`;
    this.#placed.set(image.id, { file, content: framed(image, format, bytes) });
    return file;
  }

  /** What was placed, in order. */
  files(): readonly Readonly<{ file: string; content: Buffer }>[] {
    return [...this.#placed.values()];
  }
}
