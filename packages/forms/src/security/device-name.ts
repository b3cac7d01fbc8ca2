/** Browsers by what only they say of themselves; the order matters, for most also call themselves Chrome or Safari. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bOPR\/|\bOpera/, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bVivaldi\//, 'Vivaldi'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Headless)?Chrom(?:e|ium)\/|\bCriOS\//, 'Chrome'],
  [/\bVersion\/[\d.]+ .*Safari\//, 'Safari'],
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bLinux\b|\bX11\b/, 'Linux'],
];

function first(table: readonly (readonly [RegExp, string])[], text: string): string | undefined {
  return table.find(([pattern]) => pattern.test(text))?.[1];
}

export interface DeviceWords {
  unknown: string;
  on: (browser: string, system: string) => string;
}

/** A device by what its browser says of itself: "Firefox on Linux". A guess, for people to recognise their own by. */
export function deviceName(userAgent: string | null, words: DeviceWords): string {
  const text = userAgent ?? '';
  const [browser, system] = [first(BROWSERS, text), first(SYSTEMS, text)];
  if (browser && system) return words.on(browser, system);
  return browser ?? system ?? words.unknown;
}

/** True for what is carried in a pocket. */
export function isHandheld(userAgent: string | null): boolean {
  return /\biPhone\b|\biPad\b|\bAndroid\b/.test(userAgent ?? '');
}
