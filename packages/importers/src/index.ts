export { collectFindings } from './collect-findings.ts';
export type {
  ImportedFinding,
  ImportedInstance,
  ImportedItem,
  MergedFinding,
  ScannerVector,
} from './finding.ts';
export type { ImportFormat, ImportFormatKey } from './format.ts';
export { IMPORT_LIMITS, type ImportLimits } from './limits.ts';
export { ImportProblem } from './problem.ts';
export { IMPORT_FORMATS, recogniseFormat } from './registry.ts';
export { escapeMarkdown } from './text/escape-markdown.ts';
