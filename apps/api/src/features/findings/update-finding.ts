import { ErrorCode } from '@sallyport/contracts/common';
import { Permission, SavedFinding, UpdateFindingInput } from '@sallyport/contracts/staff';
import { type FindingRecord, updateFinding as saveFinding } from '@sallyport/db';
import { writeAudit } from '../../audit/write-audit.ts';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';
import { iso } from '../wire.ts';
import { announceFindings } from './announce-findings.service.ts';
import { ratingOf } from './finding-rating.ts';
import { holdProjectOf } from './open-project.service.ts';

/** A15: owners and testers write; what is published changes for customers at once. */
export const updateFinding = procedure
  .staff({ permission: Permission.ManageProjects, on: 'finding', action: 'project.write' })
  .input(UpdateFindingInput)
  .output(SavedFinding)
  .mutation(async ({ tx, call, grant, input }) => {
    call.authorize({ action: 'project.write', project: grant.facts });
    const { title, description, impact, steps, recommendation } = input;
    const fields = {
      ...ratingOf(input, grant.row.sourceKey !== null),
      title,
      cwe: [...new Set(input.cwe)],
      cve: [...new Set(input.cve)],
      links: [...new Set(input.links)],
      description,
      impact,
      steps,
      recommendation,
    };
    await holdProjectOf(tx, grant);
    const saved = await saveFinding(tx, grant, input.version, fields, call.principal.account.id);
    if (!saved) throw new AppError(ErrorCode.StaleEdit);
    await writeAudit(call, {
      action: 'finding.updated',
      objectType: 'finding',
      objectId: grant.id,
      before: { severity: grant.row.severity },
      after: { severity: fields.severity, changed: changedFields(grant.row, fields) },
    });
    await announceFindings(tx, grant.row.projectId, [grant.id]);
    return { version: saved.version, updatedAt: iso(saved.updatedAt) };
  });

/** L1: which fields differ, never what they say. */
function changedFields(
  before: FindingRecord,
  after: Partial<Record<keyof FindingRecord, unknown>>,
): string[] {
  return Object.entries(after)
    .filter(([key, value]) => JSON.stringify(Reflect.get(before, key)) !== JSON.stringify(value))
    .map(([key]) => key);
}
