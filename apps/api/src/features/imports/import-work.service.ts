import { decide } from '@sallyport/access';
import {
  announce,
  appendAudit,
  findVisible,
  type ImportRecord,
  insertImportedFindings,
  insertImportedInstances,
  knownFindings,
  lockImport,
  lockOpenProjectById,
  markImportApplied,
  markImportFailed,
  markImportReading,
  markImportReady,
  setImportProgress,
  type Tx,
} from '@sallyport/db';
import { ImportProblem, type MergedFinding } from '@sallyport/importers';
import type { JobContext } from '../../jobs/define-job.ts';
import { fitFinding, fitInstance } from './fit-imported.ts';
import { planImport, summarise } from './plan-import.ts';
import { readScan } from './read-scan.service.ts';

export interface ImportJob {
  importId: string;
  /** Who asked; asked again whether he still may. */
  actorId: string;
}

/** The work cannot be done, for a reason that people can be told. */
class WorkRefused extends Error {}

/** Reads an uploaded scan and keeps what importing it would do. */
export function previewImport(job: ImportJob, context: JobContext): Promise<void> {
  return explained(job, context, async () => {
    const row = await take(job, context, ['UPLOADED', 'READING'], markImportReading);
    if (!row) return;
    const found = await read(row, context);
    await context.transaction(async (tx) => {
      await authorised(tx, job, context, row);
      const planned = planImport(found, await knownFindings(tx, row.projectId, keysOf(found)));
      await markImportReady(
        tx,
        row.id,
        planned.map((plan) => plan.row),
        summarise(planned),
      );
      await announceImport(tx, row);
    });
  });
}

/** Carries an import out: everything in one transaction, or nothing. Once more changes nothing. */
export function carryOutImport(job: ImportJob, context: JobContext): Promise<void> {
  return explained(job, context, async () => {
    const row = await take(job, context, ['APPLYING'], async () => undefined);
    if (!row) return;
    const found = await read(row, context);
    await context.transaction(async (tx) => {
      await authorised(tx, job, context, row);
      // Held to the end: what is compared here stays true until it is written, and two imports come one by one.
      if (!(await lockOpenProjectById(tx, row.projectId))) {
        throw new WorkRefused('The project was completed in the meantime. Nothing was imported.');
      }
      const known = await knownFindings(tx, row.projectId, keysOf(found));
      const planned = planImport(found, known);
      const place = { projectId: row.projectId, companyId: row.companyId, authorId: job.actorId };
      const created = planned.filter(({ row: { decision } }) => decision === 'NEW');
      const ids = await insertImportedFindings(
        tx,
        place,
        created.map((plan) => fitFinding(plan.found)),
      );
      await insertImportedInstances(
        tx,
        place,
        planned.flatMap(({ row: plan, fresh }) => {
          const findingId = plan.findingId ?? ids.get(plan.key) ?? '';
          const first = known.get(plan.key)?.instanceKeys.size ?? 0;
          return fresh.map((instance, index) => fitInstance(findingId, instance, first + index + 1));
        }),
      );
      const summary = summarise(planned);
      await markImportApplied(tx, row.id, { ...summary, appliedById: job.actorId });
      await announceImport(tx, row);
    });
  });
}

/** Takes the import in hand if it still waits for this step; null when it does not. */
function take(
  job: ImportJob,
  context: JobContext,
  states: readonly string[],
  mark: (tx: Tx, id: string) => Promise<void>,
): Promise<ImportRecord | null> {
  return context.transaction(async (tx) => {
    const row = await lockImport(tx, job.importId);
    if (!row || !states.includes(row.state)) return null;
    await authorised(tx, job, context, row);
    await mark(tx, row.id);
    await announceImport(tx, row);
    return row;
  });
}

/** Reads the file, telling how far it is. */
async function read(row: ImportRecord, context: JobContext): Promise<MergedFinding[]> {
  const open = await context.transaction((tx) => context.files.open(tx, row.fileId, 'INSIDE'));
  return readScan(row.format, open, (done) =>
    context.progress(async (tx) => {
      if (context.signal.aborted) throw new Error('the process stops');
      if (row.state !== 'APPLYING') await setImportProgress(tx, row.id, done);
      await announceImport(tx, row);
    }),
  );
}

/** Much may have changed since the work was asked for, so the decision is asked again, now. */
async function authorised(tx: Tx, job: ImportJob, context: JobContext, row: ImportRecord): Promise<void> {
  const principal = await context.principalOf(tx, job.actorId);
  const project = principal && (await findVisible(tx, principal, 'project', row.projectId));
  if (!principal || !project) throw new WorkRefused('Whoever asked for this no longer sees the project.');
  const decision = decide(principal, { action: 'project.write', project: project.facts });
  if (!decision.allowed) throw new WorkRefused(decision.reason.message);
}

/** Turns what people can be told into the import's own problem; anything else is tried again by the queue. */
async function explained(job: ImportJob, context: JobContext, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const problem =
      error instanceof ImportProblem
        ? { message: error.userMessage, line: error.line }
        : error instanceof WorkRefused
          ? { message: error.message, line: null }
          : context.isLastAttempt
            ? {
                message: 'Reading this file failed on our side. Nothing was changed. Try it again.',
                line: null,
              }
            : null;
    if (problem) await fail(job, context, problem);
    if (!(error instanceof ImportProblem || error instanceof WorkRefused)) throw error;
  }
}

function fail(
  job: ImportJob,
  context: JobContext,
  problem: { message: string; line: number | null },
): Promise<void> {
  return context.transaction(async (tx) => {
    const row = await lockImport(tx, job.importId);
    if (!row) return;
    await markImportFailed(tx, row.id, problem);
    await appendAudit(tx, [
      {
        door: 'SYSTEM',
        action: 'import.failed',
        outcome: 'FAILED',
        actorId: job.actorId,
        sessionId: null,
        objectType: 'import',
        objectId: row.id,
        address: null,
        requestId: context.requestId,
        reason: null,
        before: null,
        after: { projectId: row.projectId, line: problem.line },
      },
    ]);
    await announceImport(tx, row);
  });
}

function announceImport(tx: Tx, { id, projectId }: ImportRecord): Promise<void> {
  return announce(tx, { kind: 'import', id, projectId });
}

function keysOf(found: readonly MergedFinding[]): string[] {
  return found.map(({ finding }) => finding.key);
}
