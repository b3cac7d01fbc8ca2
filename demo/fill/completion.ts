import { CompletedProject, CompletionPreview, QueuedReport, ReportRow } from '@sallyport/contracts/staff';
import type { Caller } from './caller.ts';
import { waitFor } from './wait.ts';

/** A report that the worker still sets. */
export interface Ordered {
  lead: Caller;
  reportId: string;
}

/** Completes a project as its preview says, and orders its report. */
export async function complete(lead: Caller, projectId: string): Promise<Ordered> {
  const preview = await lead.query('projects.previewCompletion', { projectId }, CompletionPreview);
  const { version } = preview;
  const publishes = preview.publishes.map(({ id }) => id);
  await lead.mutate('projects.completeProject', { projectId, version, publishes }, CompletedProject);
  const { id: reportId } = await lead.mutate('reports.generateReport', { projectId }, QueuedReport);
  return { lead, reportId };
}

/** Waits for a report and hands it to the client. */
export async function release({ lead, reportId }: Ordered): Promise<void> {
  await waitFor('Setting the report', async () => {
    const { state, problem } = await lead.query('reports.getReport', { reportId }, ReportRow);
    if (state === 'FAILED') throw new Error(`The report could not be set: ${problem}`);
    return state === 'READY' ? state : null;
  });
  await lead.mutate('reports.releaseReport', { reportId }, ReportRow);
}
