// Renders one report in a process of its own, so that the largest memory it ever had is that of this report.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { FONT_MODULES, renderPdf } from '@sallyport/reporting';
import { benchReport } from './report-data.ts';

export type RenderOrder = Readonly<{ findings: number; seed: number; isBare: boolean }>;
export type RenderFigures = Readonly<{
  ms: number;
  cpuMs: number;
  peakMb: number;
  pages: number;
  kb: number;
}>;

const require = createRequire(import.meta.url);
const entry = require.resolve('@sallyport/reporting');
const fontFiles = FONT_MODULES.map((path) => createRequire(entry).resolve(path));
const folders = {
  report: fileURLToPath(new URL('../template', new URL(`file://${entry}`))),
  bare: fileURLToPath(new URL('./bare-template', import.meta.url)),
};

process.once('message', ({ findings, seed, isBare }: RenderOrder) => {
  const { model, images } = benchReport(findings, seed);
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  const templateFolder = isBare ? folders.bare : folders.report;
  const { pdf, pages, warnings } = renderPdf({ model, images, templateFolder, fontFiles });
  const ms = performance.now() - startedAt;
  const { user, system } = process.cpuUsage(cpuBefore);
  if (!isBare && warnings.length > 0) throw new Error(warnings.join('\n'));
  const figures: RenderFigures = {
    ms: Math.round(ms),
    cpuMs: Math.round((user + system) / 1_000),
    peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
    pages,
    kb: Math.round(pdf.byteLength / 1024),
  };
  process.send?.(figures, undefined, undefined, () => process.disconnect());
});
