import { Buffer } from 'node:buffer';
import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler';
import { glyphWarning, textsWithoutGlyph } from './diagnostics.ts';
import { prepareReport } from './prepare-report.ts';
import type { ReportModel } from './report-model.ts';
import { severityChart } from './severity-chart.ts';

/** Paths of TTF or OTF files, or what is in them. */
export type FontFiles = readonly string[] | Readonly<{ blobs: readonly Uint8Array[] }>;

export type RenderPdfInput = Readonly<{
  model: ReportModel;
  /** By the `id` of an image. PNG, JPEG or WebP. */
  images: ReadonlyMap<string, Uint8Array>;
  /** Absolute path of this package's `template` folder, or of a copy. Nothing outside it is read. */
  templateFolder: string;
  fontFiles: FontFiles;
  onProgress?: (done: number, total: number) => void;
}>;

export type RenderedPdf = Readonly<{ pdf: Uint8Array; pages: number; warnings: string[] }>;

/**
 * PDF/UA-1: the report for people who read with ears or fingers. The archive standard PDF/A-2a cannot be had in the same
 * file here, and of the two this is the one that readers notice.
 */
const STANDARD = 'ua-1';
const STEPS = 4;

/**
 * Sets a report as a tagged PDF. The same input gives the same bytes. Synchronous, for a worker thread: some milliseconds
 * for each finding. Where a character has no sign in any font the strict standard cannot be kept; the PDF is then tagged
 * all the same and a warning names the character.
 * @throws ReportProblem when an image is missing, cut off or none
 */
export function renderPdf(input: RenderPdfInput): RenderedPdf {
  const { model, onProgress } = input;
  const step = (done: number) => onProgress?.(done, STEPS);
  step(0);
  const { data, shelf, warnings } = prepareReport(model, input.images);
  const folder = input.templateFolder.replace(/[\\/]+$/, '');
  const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [fontArgument(input.fontFiles)] });
  try {
    for (const { file, content } of shelf.files()) compiler.mapShadow(`${folder}/${file}`, content);
    compiler.mapShadow(`${folder}/severity-chart.svg`, Buffer.from(severityChart(model.summary.counts)));
    compiler.mapShadow(`${folder}/report.json`, Buffer.from(JSON.stringify(data)));
    step(1);
    const compiled = compiler.compile({ mainFilePath: `${folder}/main.typ` });
    const document = compiled.result;
    if (document === null) throw faultOf(compiler, compiled.takeError());
    step(2);
    // What the typesetter remembered of setting this report is half of its memory, and of no use to writing it.
    compiler.evictCache(0);
    const pdf = exported(compiler, document, model, warnings);
    step(STEPS);
    return { pdf, pages: document.numOfPages, warnings };
  } finally {
    compiler.resetShadow();
    // Its cache is one for the whole process and would keep this report.
    compiler.evictCache(0);
  }
}

type CompiledDocument = Parameters<NodeCompiler['pdf']>[0];

function exported(
  compiler: NodeCompiler,
  document: CompiledDocument,
  model: ReportModel,
  warnings: string[],
): Buffer {
  try {
    return compiler.pdf(document, { pdfStandard: STANDARD });
  } catch (error) {
    const texts = textsWithoutGlyph(error instanceof Error ? error.message : '');
    warnings.push(
      texts.length > 0
        ? glyphWarning(model, texts)
        : 'The PDF is tagged, but does not meet PDF/UA-1 in every point.',
    );
    return compiler.pdf(document);
  }
}

function fontArgument(fonts: FontFiles) {
  return 'blobs' in fonts ? { fontBlobs: fonts.blobs.map(asBuffer) } : { fontPaths: [...fonts] };
}

const asBuffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** What stopped the typesetter. Every text and image was made harmless before, so that this is a fault of the template. */
function faultOf(compiler: NodeCompiler, error: NodeError | null): Error {
  const diagnostics = error === null ? [] : compiler.fetchDiagnostics(error);
  return new Error(`the template did not compile: ${JSON.stringify(diagnostics)}`);
}
