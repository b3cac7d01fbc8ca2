import { ErrorCode } from '@sallyport/contracts/common';
import { announce, type Grant, lockOpenProject } from '@sallyport/db';
import { type AuditFacts, writeAudit } from '../../audit/write-audit.ts';
import type { Call } from '../../trpc/call.ts';
import { AppError } from '../../trpc/errors.ts';

/** Nobody else changes the scope, or completes the project, until this call ends. @throws AppError STALE_EDIT */
export async function holdScope({ tx }: Call, grant: Grant<'project'>): Promise<void> {
  if (!(await lockOpenProject(tx, grant))) throw new AppError(ErrorCode.StaleEdit);
}

/** Records a change of scope on its project, and tells whoever looks at it. */
export async function scopeChanged(
  call: Call,
  { id }: Grant<'project'>,
  after: NonNullable<AuditFacts['after']>,
): Promise<void> {
  await writeAudit(call, { action: 'scope.changed', objectType: 'project', objectId: id, after });
  await announce(call.tx, { kind: 'project', id, projectId: id });
}
