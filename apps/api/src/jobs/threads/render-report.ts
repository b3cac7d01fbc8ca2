import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { FONT_MODULES, type ReportModel, renderPdf } from '@sallyport/reporting';
import { serveThread } from '../serve-thread.ts';

// The package's own folder, where its template lies and its fonts are found; the same from the bundle and the source.
const entry = createRequire(import.meta.url).resolve('@sallyport/reporting');
const fonts = createRequire(entry);

/** Models to be set one after another, and the bytes of the images that any of them shows. */
interface Input {
  models: readonly ReportModel[];
  images: ReadonlyMap<string, Uint8Array>;
}

await serveThread(({ models, images }: Input) => {
  const templateFolder = join(dirname(entry), '..', 'template');
  if (!existsSync(templateFolder)) throw new Error('the template of reports is missing');
  const fontFiles = FONT_MODULES.map((module) => fonts.resolve(module));
  return models.map((model) => {
    const { pdf, pages } = renderPdf({ model, images, templateFolder, fontFiles });
    return { pdf, pages };
  });
});
