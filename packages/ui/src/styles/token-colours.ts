/** A colour of the tokens: lightness 0 to 1, chroma, hue in degrees, alpha 0 to 1. */
export type Oklch = { lightness: number; chroma: number; hue: number; alpha: number };

/** The two ways a token resolves. */
export type Scheme = 'light' | 'dark';

type Rgb = readonly [number, number, number];

/** The custom properties of one rule of a style sheet, by name; the first rule with this selector that declares `--color-…`. */
export function readTokens(css: string, selector: string): Map<string, string> {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '');
  const rules = [...plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)];
  const rule = rules.find(([, head, body]) => head?.trim() === selector && body?.includes('--color-'));
  const tokens = new Map<string, string>();
  for (const [, name, value] of (rule?.[2] ?? '').matchAll(/--([\w-]+):\s*([^;]+);/g))
    if (name && value) tokens.set(name, value.trim());
  return tokens;
}

/** The colour a token stands for in a scheme, through var() and light-dark(). */
export function resolveColour(tokens: ReadonlyMap<string, string>, value: string, scheme: Scheme): Oklch {
  const text = value.trim();
  const variable = /^var\(--([\w-]+)\)$/.exec(text)?.[1];
  if (variable !== undefined) {
    const next = tokens.get(variable);
    if (next === undefined) throw new Error(`No token --${variable}`);
    return resolveColour(tokens, next, scheme);
  }
  if (text.startsWith('light-dark(') && text.endsWith(')')) {
    const [light = '', dark = ''] = splitTopLevel(text.slice('light-dark('.length, -1));
    return resolveColour(tokens, scheme === 'light' ? light : dark, scheme);
  }
  const match =
    /^oklch\(([\d.]+) ([\d.]+) ([\d.]+)(?: \/ ([\d.]+))?\)$/.exec(text) ??
    /^oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)$/.exec(text);
  if (!match) throw new Error(`Not a colour: ${text}`);
  const [, lightness, chroma, hue, alpha] = match;
  return {
    lightness: Number(lightness),
    chroma: Number(chroma),
    hue: Number(hue),
    alpha: alpha === undefined ? 1 : Number(alpha),
  };
}

function splitTopLevel(text: string): string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const letter of text) {
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (letter === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts;
}

/** Linear sRGB of a colour, clipped to the gamut (Björn Ottosson, "A perceptual color space for image processing", 2020). */
function toLinearRgb({ lightness, chroma, hue }: Oklch): Rgb {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (value: number) => Math.min(1, Math.max(0, value));
  return [
    clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

/** Relative luminance of linear sRGB (WCAG 2.2). */
function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two opaque colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(first: Oklch, second: Oklch): number {
  const [one, two] = [luminance(toLinearRgb(first)), luminance(toLinearRgb(second))];
  return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
}
