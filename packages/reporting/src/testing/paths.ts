import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { FONT_MODULES } from '../font-modules.ts';

const require = createRequire(import.meta.url);

export const templateFolder = fileURLToPath(new URL('../../template', import.meta.url));
export const fontFiles: readonly string[] = FONT_MODULES.map((path) => require.resolve(path));
