/** A key together with the one that commands begin with on this machine. */
export function commandKey(key: string): string {
  return /Mac|iP(?:hone|ad)/.test(navigator.platform) ? `⌘${key}` : `Ctrl ${key}`;
}
