import type { ToolsApi } from './tools-api.ts';

type ImportDetail = ToolsApi['imports.getImport']['output'];
type State = ImportDetail['state'];

export interface WaitOptions {
  /** States that end the waiting; default READY, APPLIED, FAILED, DISCARDED. */
  until?: readonly State[];
  /** Milliseconds between two questions; default 500. */
  everyMs?: number;
  /** Milliseconds after which waiting is given up; default 10 minutes. */
  timeoutMs?: number;
  signal?: AbortSignal;
}

const SETTLED: readonly State[] = ['READY', 'APPLIED', 'FAILED', 'DISCARDED'];

/** Asks until an import has settled. @throws Error when it takes longer than allowed, or is aborted */
export async function waitForImport(
  getImport: (input: { importId: string }) => Promise<ImportDetail>,
  importId: string,
  { until = SETTLED, everyMs = 500, timeoutMs = 600_000, signal }: WaitOptions = {},
): Promise<ImportDetail> {
  const endsAt = performance.now() + timeoutMs;
  for (;;) {
    signal?.throwIfAborted();
    const detail = await getImport({ importId });
    if (until.includes(detail.state)) return detail;
    if (performance.now() > endsAt)
      throw new Error(`The import is still ${detail.state} after ${timeoutMs} ms.`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
