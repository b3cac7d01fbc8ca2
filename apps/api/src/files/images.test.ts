import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { cleanEvidenceImage, cleanLogo } from './images.ts';

const picture = (width = 40, height = 30) =>
  sharp({ create: { width, height, channels: 3, background: '#336699' } });

describe('R4: pictures are decoded and encoded anew', () => {
  test.each(['png', 'jpeg', 'webp'] as const)('allows %s and makes it PNG', async (format) => {
    const image = await cleanEvidenceImage(await picture().toFormat(format).toBuffer());
    expect(image).toMatchObject({ mediaType: 'image/png', width: 40, height: 30 });
    expect((await sharp(image.bytes).metadata()).format).toBe('png');
  });

  test('drops metadata', async () => {
    const tagged = await picture()
      .withExif({ IFD0: { Copyright: 'Camera of Ines' } })
      .jpeg()
      .toBuffer();
    expect(tagged.includes('Camera of Ines')).toBe(true);
    const { bytes } = await cleanEvidenceImage(tagged);
    expect(bytes.includes('Camera of Ines')).toBe(false);
    expect((await sharp(bytes).metadata()).exif).toBeUndefined();
  });

  test('makes logos small, and leaves small ones as they are', async () => {
    expect(await cleanLogo(await picture(3_000, 600).png().toBuffer())).toMatchObject({
      width: 1_024,
      height: 205,
    });
    expect(await cleanLogo(await picture(20, 10).png().toBuffer())).toMatchObject({ width: 20, height: 10 });
  });

  test.each([
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['GIF', Buffer.from('GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff', 'latin1')],
    ['HTML', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['nothing', Buffer.alloc(0)],
  ])('refuses %s with words', async (_what, bytes) => {
    await expect(cleanEvidenceImage(bytes)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      userMessage: expect.stringContaining('PNG, JPEG or WebP'),
    });
  });

  test.each(['png', 'jpeg', 'webp'] as const)('refuses %s with other data behind it', async (format) => {
    const bytes = await picture().toFormat(format).toBuffer();
    const two = Buffer.concat([bytes, Buffer.from('PK\x03\x04 and an archive behind it', 'latin1')]);
    await expect(cleanEvidenceImage(two)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      userMessage: expect.stringContaining('other data'),
    });
  });

  test('refuses a PNG whose pixels are cut off', async () => {
    const bytes = await picture(400, 300).png().toBuffer();
    await expect(cleanEvidenceImage(bytes.subarray(0, bytes.length / 2))).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
  });

  test('refuses more than 40 million pixels, however small the file', async () => {
    const bytes = await picture(8_000, 6_000).png().toBuffer();
    expect(bytes.length).toBeLessThan(1_000_000);
    await expect(cleanEvidenceImage(bytes)).rejects.toMatchObject({
      userMessage: expect.stringContaining('40 million pixels'),
    });
  });
});
