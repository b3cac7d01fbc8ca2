import { bytesText } from '../../lib/bytes.ts';
import { strings } from '../../strings/strings.ts';

const t = strings.imports;

/** Which files a project takes. */
export interface FileRules {
  formats: readonly { name: string; extensions: readonly string[] }[];
  maxBytes: number;
}

/** What is wrong with a file before it is sent; the server looks again. */
export function problemWithFile(
  { name, size }: { name: string; size: number },
  rules: FileRules,
): string | null {
  const extensions = rules.formats.flatMap((format) =>
    format.extensions.map((extension) => `.${extension.replace(/^\./, '').toLowerCase()}`),
  );
  if (!extensions.some((extension) => name.toLowerCase().endsWith(extension))) return t.wrongType(extensions);
  if (size === 0) return t.isEmpty;
  return size > rules.maxBytes ? t.tooLarge(bytesText(size), bytesText(rules.maxBytes)) : null;
}
