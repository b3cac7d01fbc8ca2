import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { QrCode } from './qr-code.tsx';

const URI = 'otpauth://totp/Sallyport:lena@stonemere.example?secret=JBSWY3DPEHPK3PXP&issuer=Sallyport';

/** The modules that a path of rectangles one row high covers. */
function drawn(path: string, size: number): boolean[][] {
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let at = Number(x); at < Number(x) + Number(width); at += 1) {
      const row = rows[Number(y)];
      if (row) row[at] = true;
    }
  return rows;
}

describe('a QR code', () => {
  it('draws exactly the modules that the text is encoded in, with a quiet border', () => {
    const { props } = QrCode({ text: URI, label: 'QR code' });
    const { data, size } = encode(URI, { ecc: 'M', border: 4 });
    expect(props.viewBox).toBe(`0 0 ${size} ${size}`);
    expect(drawn(props.children.props.d, size)).toEqual(data);
    expect(data.slice(0, 4).flat()).not.toContain(true);
  });
});
