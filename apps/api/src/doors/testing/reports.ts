import { makeReport, type ReportInput, type TestReport } from '@sallyport/testing';
import { inSettledTransaction } from '../../trpc/settle.ts';
import type { TestDoors } from './test-doors.ts';

/** Two files that begin as PDFs do; which is which can be told from their text. */
export const FULL_PDF = Buffer.from('%PDF-1.7\n% everything\n');
export const PLAIN_PDF = Buffer.from('%PDF-1.7\n% without steps\n');

/** A finished report with bytes behind both of its files; copied to the portal's store when released. */
export async function storeReport(
  { db, files }: TestDoors,
  { id: projectId, companyId }: { id: string; companyId: string },
  { isReleased = false, ...input }: ReportInput = {},
): Promise<TestReport> {
  const report = await makeReport(db, { id: projectId, companyId }, input);
  const ids = await inSettledTransaction(db.jobs, { session: null, requestId: 'test' }, async (tx) => {
    const put = async (name: string, bytes: Buffer) => {
      const facts = { companyId, projectId, kind: 'REPORT', name, mediaType: 'application/pdf' } as const;
      const { fileId } = await files.put(tx, { ...facts, createdById: null }, bytes);
      if (isReleased) await files.publishFile(tx, fileId);
      return fileId;
    };
    return { fileId: await put('report.pdf', FULL_PDF), plainFileId: await put('summary.pdf', PLAIN_PDF) };
  });
  await db.owner.query(
    `UPDATE report SET file_id = $2, plain_file_id = $3,
       released_at = CASE WHEN $4::boolean THEN app.now() END WHERE id = $1`,
    [report.id, ids.fileId, ids.plainFileId, isReleased],
  );
  return { ...report, ...ids };
}
