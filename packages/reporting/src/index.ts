export { FONT_MODULES } from './font-modules.ts';
export { type FontFiles, type RenderedPdf, type RenderPdfInput, renderPdf } from './render-pdf.ts';
export { type ImageRef, type ReportFinding, ReportModel } from './report-model.ts';
export { ReportProblem } from './report-problem.ts';
export { SEVERITIES, Severity, type SeverityCounts } from './severity.ts';
export { severityChart } from './severity-chart.ts';
