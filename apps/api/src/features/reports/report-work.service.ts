import { decide } from '@sallyport/access';
import {
  announce,
  appendAudit,
  findVisible,
  lockReport,
  markReportFailed,
  markReportReady,
  noteReportFindings,
  type ReportRecord,
  readReportFindings,
  readReportProject,
  setReportProgress,
  type Tx,
} from '@sallyport/db';
import type { ReportModel } from '@sallyport/reporting';
import type { JobContext } from '../../jobs/define-job.ts';
import { runInThread, ThreadError, ThreadLimitError } from '../../jobs/run-in-thread.ts';
import { imageFilesOf, type ReportVariant, reportModel } from './report-model.ts';
import { versionLabel } from './version-label.service.ts';

export interface ReportJob {
  reportId: string;
  /** Who asked; asked again whether he still may. */
  actorId: string;
}

/** The work cannot be done, for a reason that people can be told. */
class WorkRefused extends Error {}

/** Both PDFs of a report: minutes are plenty for hundreds of findings. */
const LIMITS = { timeoutMs: 180_000, heapMb: 768 } as const;

interface Rendered {
  pdf: Uint8Array;
  pages: number;
}

/** Collects what the report tells, sets both PDFs in a thread of their own, and stores them. */
export async function workOnReport(job: ReportJob, context: JobContext): Promise<void> {
  try {
    const collected = await collect(job, context);
    if (!collected) return;
    const images = await readImages(collected, context);
    await tellProgress(collected.report, 2, context);
    const [full, plain] = await render(collected, images, context);
    await tellProgress(collected.report, 3, context);
    await store(collected, full, plain, job, context);
  } catch (error) {
    const problem = problemOf(error, context);
    if (problem !== null) await fail(job, problem, context);
    if (!(error instanceof WorkRefused)) throw error;
  }
}

interface Collected {
  report: ReportRecord;
  models: Record<ReportVariant, ReportModel>;
}

/** All in one transaction, so that the report tells of one moment. */
function collect({ reportId, actorId }: ReportJob, context: JobContext): Promise<Collected | null> {
  return context.transaction(async (tx) => {
    const report = await lockReport(tx, reportId);
    if (!report || !['QUEUED', 'RENDERING'].includes(report.state)) return null;
    const principal = await context.principalOf(tx, actorId);
    const project = principal && (await findVisible(tx, principal, 'project', report.projectId));
    if (!principal || !project) throw new WorkRefused('Whoever asked for this no longer sees the project.');
    const decision = decide(principal, { action: 'project.report', project: project.facts });
    if (!decision.allowed) throw new WorkRefused(decision.reason.message);

    const told = await readReportProject(tx, report.projectId);
    if (!told) throw new WorkRefused('The project is gone.');
    const findings = await readReportFindings(tx, report.projectId);
    await noteReportFindings(
      tx,
      report,
      findings.map(({ id }) => id),
    );
    await setReportProgress(tx, reportId, 1);
    await announceReport(tx, report);
    const facts = {
      project: told,
      findings,
      version: { major: report.versionMajor, minor: report.versionMinor },
      generatedAt: principal.now,
      author: report.createdBy?.displayName ?? '',
    };
    return { report, models: { full: reportModel(facts, 'full'), plain: reportModel(facts, 'plain') } };
  });
}

async function readImages({ models }: Collected, context: JobContext): Promise<Map<string, Uint8Array>> {
  const images = new Map<string, Uint8Array>();
  for (const fileId of new Set([...imageFilesOf(models.full), ...imageFilesOf(models.plain)])) {
    const open = await context.transaction((tx) => context.files.open(tx, fileId, 'INSIDE'));
    images.set(fileId, await open.read());
  }
  return images;
}

/** Both PDFs in one thread, which then need fonts and template once. */
async function render(
  { models }: Collected,
  images: Map<string, Uint8Array>,
  { signal }: JobContext,
): Promise<[Rendered, Rendered]> {
  const input = { models: [models.full, models.plain], images };
  // The thread answers what its module says.
  return (await runInThread('render-report', input, { ...LIMITS, signal })) as [Rendered, Rendered];
}

function store(
  { report }: Collected,
  full: Rendered,
  plain: Rendered,
  { actorId }: ReportJob,
  context: JobContext,
): Promise<void> {
  return context.transaction(async (tx) => {
    const held = await lockReport(tx, report.id);
    if (held?.state !== 'RENDERING') return;
    const put = async ({ pdf }: Rendered, suffix: string) => {
      const name = `${fileNameOf(report)}${suffix}.pdf`;
      const { companyId, projectId } = report;
      const facts = {
        companyId,
        projectId,
        kind: 'REPORT',
        name,
        mediaType: 'application/pdf',
        createdById: actorId,
      } as const;
      return (await context.files.put(tx, facts, Buffer.from(pdf))).fileId;
    };
    const fileId = await put(full, '');
    const plainFileId = await put(plain, '-summary');
    await markReportReady(tx, report.id, { fileId, plainFileId, pages: full.pages, plainPages: plain.pages });
    await recordOutcome(tx, report, actorId, 'report.generated', context);
    await announceReport(tx, report);
  });
}

function fileNameOf(report: ReportRecord): string {
  return `penetration-test-report-${versionLabel(report)}`;
}

function tellProgress(report: ReportRecord, done: number, context: JobContext): Promise<void> {
  return context.transaction(async (tx) => {
    await setReportProgress(tx, report.id, done);
    await announceReport(tx, report);
  });
}

/** What people are told; null when the queue tries again. */
function problemOf(error: unknown, context: JobContext): string | null {
  if (error instanceof WorkRefused) return error.message;
  if (error instanceof ThreadError && error.name === 'ReportProblem') return error.message;
  if (!context.isLastAttempt) return null;
  if (error instanceof ThreadLimitError) {
    return 'The report took too long or too much memory. Split the project, or ask your administrator.';
  }
  return 'Setting the report failed on our side. Try it again; if it fails again, ask your administrator.';
}

function fail({ reportId, actorId }: ReportJob, problem: string, context: JobContext): Promise<void> {
  return context.transaction(async (tx) => {
    const report = await lockReport(tx, reportId);
    if (!report) return;
    await markReportFailed(tx, reportId, problem);
    await recordOutcome(tx, report, actorId, 'report.failed', context);
    await announceReport(tx, report);
  });
}

function recordOutcome(
  tx: Tx,
  report: ReportRecord,
  actorId: string,
  action: 'report.generated' | 'report.failed',
  { requestId }: JobContext,
): Promise<void> {
  return appendAudit(tx, [
    {
      door: 'SYSTEM',
      action,
      outcome: action === 'report.generated' ? 'ALLOWED' : 'FAILED',
      actorId,
      sessionId: null,
      objectType: 'report',
      objectId: report.id,
      address: null,
      requestId,
      reason: null,
      before: null,
      after: { projectId: report.projectId, number: report.number },
    },
  ]);
}

function announceReport(tx: Tx, { id, projectId }: ReportRecord): Promise<void> {
  return announce(tx, { kind: 'report', id, projectId });
}
