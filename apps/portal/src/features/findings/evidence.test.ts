import { describe, expect, test } from 'vitest';
import { imagesBeside, imagesOf } from './evidence.ts';

const [SHOWN, BESIDE] = ['0190b3c1-7c1e-7000-8000-0123456789a1', '0190b3c1-7c1e-7000-8000-0123456789a2'];
const image = (id: string) => ({ id, caption: 'A reply', alt: '' });

const FINDING = {
  description: '',
  impact: '',
  recommendation: '',
  steps: `1. Send it\n\n![The reply](evidence:${SHOWN})\n\n\`evidence:${BESIDE}\``,
  evidence: [image(SHOWN), image(BESIDE)],
};

describe('the evidence of a finding', () => {
  test('what a text shows is not shown again', () => {
    expect(imagesBeside(FINDING).map(({ id }) => id)).toEqual([BESIDE]);
    expect(imagesOf(FINDING).map(({ src }) => src)).toEqual([
      `/files/evidence/${SHOWN}`,
      `/files/evidence/${BESIDE}`,
    ]);
  });

  test('is none for who may not view it', () => {
    expect(imagesOf({ evidence: null })).toEqual([]);
  });
});
