const ALT_LENGTH = 300;

/** What a picture is stored as: encoded anew, it is a PNG whatever it was called. */
export function storedName(fileName: string): string {
  return `${withoutExtension(fileName)}.png`;
}

/** A first description for people who do not see the picture: its name as words, until somebody writes a better one. */
export function firstAlt(fileName: string): string {
  const words = withoutExtension(fileName).replace(/[_-]+/g, ' ').replace(/\s+/gu, ' ').trim();
  return [...words].slice(0, ALT_LENGTH).join('').trim() || 'Screenshot';
}

function withoutExtension(fileName: string): string {
  return fileName.replace(/\.[A-Za-z0-9]{1,5}$/, '') || 'screenshot';
}
