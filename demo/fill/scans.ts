import { ChangedImport, ImportDetail, type ImportState, UploadedImport } from '@sallyport/contracts/staff';
import type { Caller } from './caller.ts';
import { waitFor } from './wait.ts';

interface Scan {
  name: string;
  text: string;
}

/** Uploads reports of a scanner one after the other; all but the last are applied, and its preview waits. */
export async function bringScans(by: Caller, projectId: string, scans: readonly Scan[]): Promise<void> {
  for (const [index, scan] of scans.entries()) {
    const importId = await upload(by, projectId, scan);
    const { version } = await inState(by, importId, 'READY');
    if (index === scans.length - 1) return;
    await by.mutate('imports.applyImport', { importId, version }, ChangedImport);
    await inState(by, importId, 'APPLIED');
  }
}

async function upload(by: Caller, projectId: string, { name, text }: Scan): Promise<string> {
  const { id } = await by.upload(`/upload/imports/${projectId}`, name, Buffer.from(text), UploadedImport);
  return id;
}

/** Waits until the worker has brought an import so far. */
function inState(by: Caller, importId: string, wanted: ImportState): Promise<ImportDetail> {
  return waitFor('Reading the scan', async () => {
    const found = await by.query('imports.getImport', { importId }, ImportDetail);
    if (found.state === 'FAILED') throw new Error(`The scan was refused: ${found.problem?.message}`);
    return found.state === wanted ? found : null;
  });
}
