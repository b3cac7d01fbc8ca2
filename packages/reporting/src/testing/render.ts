import { type RenderedPdf, renderPdf } from '../render-pdf.ts';
import type { ReportModel } from '../report-model.ts';
import { fontFiles, templateFolder } from './paths.ts';
import { sampleImages } from './sample-report.ts';

/** Renders with the package's own template and fonts, and the images of the sample. */
export function render(
  model: ReportModel,
  images: ReadonlyMap<string, Uint8Array> = sampleImages(),
): RenderedPdf {
  return renderPdf({ model, images, templateFolder, fontFiles });
}
