// Builds what is published: JavaScript and its types, with nothing of the workspace in them.
import { execFileSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');

rmSync(here('dist'), { recursive: true, force: true });
execFileSync(process.execPath, [compiler, '-p', here('tsconfig.build.json')], { stdio: 'inherit' });
// The compiler rewrites the endings of imports in JavaScript alone; in types they would lead to files that are not published.
for (const name of readdirSync(here('dist')).filter((file) => file.endsWith('.d.ts'))) {
  const file = here(`dist/${name}`);
  writeFileSync(file, readFileSync(file, 'utf8').replace(/(from '\.\/[\w-]+)\.ts'/g, "$1.js'"));
}
chmodSync(here('dist/sallyport.js'), 0o755);
