import { createWorkQueue } from '@sallyport/auth';
import { ErrorCode } from '@sallyport/contracts/common';
import sharp, { type Sharp } from 'sharp';
import { AppError } from '../trpc/errors.ts';

/** A picture as it is kept: decoded and encoded anew, without metadata (R4). */
export interface CleanImage {
  bytes: Buffer;
  mediaType: 'image/png' | 'image/webp';
  width: number;
  height: number;
}

const PIXEL_LIMIT = 40_000_000;
const SECONDS_AT_MOST = 10;
const LOGO_EDGE = 1_024;
const PHOTO_EDGE = 512;

// Decoders for anything but the three formats are closed in the library too.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadPng', 'VipsForeignLoadJpeg', 'VipsForeignLoadWebp'],
});
sharp.cache(false);
sharp.concurrency(1);

// Decoding takes memory by the pixel, whatever the size of the file.
const queue = createWorkQueue({ atOnce: 2, waitingAtMost: 50 });

/** A screenshot as evidence. @throws AppError INVALID_INPUT with words when it is no PNG, JPEG or WebP, or too large */
export function cleanEvidenceImage(bytes: Buffer): Promise<CleanImage> {
  return clean(bytes, (image) => asPng(image));
}

/** A logo, at most 1,024 pixels on its longer edge. @throws AppError INVALID_INPUT like `cleanEvidenceImage` */
export function cleanLogo(bytes: Buffer): Promise<CleanImage> {
  return clean(bytes, (image) =>
    asPng(image.resize(LOGO_EDGE, LOGO_EDGE, { fit: 'inside', withoutEnlargement: true })),
  );
}

/** A photo of a person: a square of 512 pixels, cut out of the middle. @throws AppError INVALID_INPUT like `cleanEvidenceImage` */
export function cleanPhoto(bytes: Buffer): Promise<CleanImage> {
  return clean(bytes, (image) => ({
    encoded: image.resize(PHOTO_EDGE, PHOTO_EDGE, { fit: 'cover' }).webp({ quality: 82 }),
    mediaType: 'image/webp',
  }));
}

/** How a decoded picture is brought into shape and encoded. */
type Encode = (image: Sharp) => { encoded: Sharp; mediaType: CleanImage['mediaType'] };

function asPng(image: Sharp): ReturnType<Encode> {
  return { encoded: image.png({ compressionLevel: 8 }), mediaType: 'image/png' };
}

async function clean(bytes: Buffer, encode: Encode): Promise<CleanImage> {
  const format = formatOf(bytes);
  if (format === null)
    throw refused('Choose a PNG, JPEG or WebP picture. SVG, GIF and other files are not taken.');
  if (!isWhole(format, bytes)) {
    throw refused(
      'This picture is cut off, or other data follows its end. Save it again as PNG and choose that.',
    );
  }
  return queue.run(() => encodeAnew(bytes, encode));
}

async function encodeAnew(bytes: Buffer, encode: Encode): Promise<CleanImage> {
  try {
    const image = sharp(bytes, { limitInputPixels: PIXEL_LIMIT, pages: 1, failOn: 'truncated' })
      .timeout({ seconds: SECONDS_AT_MOST })
      .autoOrient();
    const { encoded, mediaType } = encode(image);
    const { data, info } = await encoded.toBuffer({ resolveWithObject: true });
    return { bytes: data, mediaType, width: info.width, height: info.height };
  } catch (error) {
    const isTooLarge = error instanceof Error && /pixel limit/i.test(error.message);
    throw refused(
      isTooLarge
        ? 'This picture has more than 40 million pixels. Make it smaller.'
        : 'This picture cannot be read. Save it again as PNG and choose that.',
      error,
    );
  }
}

type Format = 'png' | 'jpeg' | 'webp';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);
const JPEG_END = Buffer.from([0xff, 0xd9]);

/** The format by the bytes themselves; names and media types are not believed. */
function formatOf(bytes: Buffer): Format | null {
  if (bytes.subarray(0, PNG.length).equals(PNG)) return 'png';
  if (bytes.subarray(0, JPEG.length).equals(JPEG)) return 'jpeg';
  const isWebp = bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP';
  return isWebp ? 'webp' : null;
}

/** Whether the picture ends where the file ends: a file that is two things at once is not taken. */
function isWhole(format: Format, bytes: Buffer): boolean {
  switch (format) {
    case 'png':
      return pngEnd(bytes) === bytes.length;
    case 'webp': {
      const length = bytes.readUInt32LE(4) + 8;
      return length + (length % 2) === bytes.length || length === bytes.length;
    }
    case 'jpeg':
      return bytes.subarray(-2).equals(JPEG_END);
  }
}

/** Offset behind the IEND chunk; -1 when there is none. */
function pngEnd(bytes: Buffer): number {
  let at = PNG.length;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === 'IEND') return end;
    at = end;
  }
  return -1;
}

function refused(userMessage: string, cause?: unknown): AppError {
  return new AppError(ErrorCode.InvalidInput, { userMessage, cause });
}
