import type { Severity } from './severity.ts';

/**
 * The light values of the product's colour tokens in sRGB: paper has one theme, and neither the typesetter nor the chart
 * reads style sheets. Each `text` on its own `background` and on white is at least 4.5:1.
 */
export const COLOURS = {
  text: '#152025',
  text2: '#445156',
  text3: '#5d6a6f',
  sunken: '#f6f8f9',
  borderSoft: '#e8edef',
  border: '#dfe5e7',
  borderStrong: '#cdd5d7',
  accent: '#0d6a6d',
  accentText: '#056366',
  accentSoft: '#d9f3f2',
  accentPale: '#b6e7e4',
  accentDeep: '#0c3a3e',
  accentDeepest: '#0d292d',
} as const;

type Tone = Readonly<{ text: string; background: string; border: string; solid: string }>;

export const SEVERITY_COLOURS: Readonly<Record<Severity, Tone>> = {
  critical: { text: '#960f34', background: '#ffedee', border: '#fbc8cd', solid: '#bd163f' },
  high: { text: '#8e3b17', background: '#fff0e5', border: '#fbd1b6', solid: '#da5e1b' },
  medium: { text: '#724f14', background: '#fcf6e0', border: '#f0dba4', solid: '#b8831e' },
  low: { text: '#1d5990', background: '#ebf5fe', border: '#c3dff7', solid: '#377fc4' },
  info: { text: '#48555a', background: '#f1f4f6', border: '#d5dcde', solid: '#859296' },
};

/** Of results: done, not done, in between, and set aside. */
export const TONES = {
  positive: { text: '#136133', background: '#eaf9ee', border: '#bae6c7', solid: '#2e944e' },
  negative: { text: '#a32224', background: '#ffeeec', border: '#fecbc7', solid: '#d0322f' },
  caution: { text: '#724f14', background: '#fcf6e0', border: '#f0dba4', solid: '#b8831e' },
  neutral: { text: '#48555a', background: '#f1f4f6', border: '#d5dcde', solid: '#859296' },
} as const satisfies Record<string, Tone>;
