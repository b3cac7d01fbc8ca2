import { ErrorCode } from '@sallyport/contracts/common';
import { clientFilesOf, type Grant, lockForPublishing, publishLocked } from '@sallyport/db';
import { writeAudit } from '../../audit/write-audit.ts';
import type { Call } from '../../trpc/call.ts';
import { AppError } from '../../trpc/errors.ts';
import { announceFindings } from './announce-findings.service.ts';
import { shownReference } from './reference.service.ts';

/** A finding that customers see from now on. */
export interface PublishedFinding {
  id: string;
  reference: string;
  publishedAt: Date;
}

/**
 * Publishes findings of one project, all or none, and copies their evidence for the client into the portal's store; the
 * project is shown to its customers. References go to the most severe first, then by title. What is published already
 * stays as it is. Whoever calls has asked the decision.
 * @throws AppError NOT_FOUND when one of them is not of this project
 */
export async function publishInProject(
  call: Call,
  grant: Grant<'project'>,
  findingIds: readonly string[],
): Promise<PublishedFinding[]> {
  const { tx, principal, request } = call;
  const ids = new Set(findingIds);
  if (ids.size === 0) return [];
  const findings = await lockForPublishing(tx, grant, [...ids]);
  if (findings.length !== ids.size) throw new AppError(ErrorCode.NotFound, { log: 'not of this project' });
  const drafts = findings.filter(({ publishedAt }) => publishedAt === null).map(({ id }) => id);
  if (drafts.length === 0) return [];
  const rows = await publishLocked(tx, grant, drafts, principal.account.id);
  for (const fileId of await clientFilesOf(tx, drafts)) await request.door.files.publishFile(tx, fileId);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const published = drafts.flatMap((id) => {
    const row = byId.get(id);
    const reference = shownReference(row?.reference ?? null);
    return row && reference ? [{ id, reference, publishedAt: row.publishedAt }] : [];
  });
  await writeAudit(
    call,
    ...published.map(({ id, reference }) => ({
      action: 'finding.published' as const,
      objectType: 'finding' as const,
      objectId: id,
      after: { projectId: grant.id, reference },
    })),
  );
  await announceFindings(tx, grant.id, drafts);
  return published;
}
