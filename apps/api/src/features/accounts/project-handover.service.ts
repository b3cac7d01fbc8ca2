import { ErrorCode } from '@sallyport/contracts/common';
import { countLedProjects, visibleProjects } from '@sallyport/db';
import type { Call } from '../../trpc/call.ts';
import { AppError } from '../../trpc/errors.ts';

/**
 * U3: who takes the lead of open projects out of use says that they stay as they are, or hands them over first. Projects
 * that the caller does not see are not asked about (A16).
 * @throws AppError CONFLICT
 */
export async function refuseSilentLeads(
  { tx, principal }: Call,
  accountIds: readonly string[],
  leavesProjects: boolean,
): Promise<void> {
  if (leavesProjects) return;
  const led = await countLedProjects(tx, accountIds, visibleProjects(principal));
  const count = [...led.values()].reduce((sum, one) => sum + one, 0);
  if (count === 0) return;
  const message =
    count === 1
      ? 'This would leave an open project to a lead who is gone. Hand it over first, or say that it stays as it is.'
      : `This would leave ${count} open projects to a lead who is gone. Hand them over first, or say that they stay as they are.`;
  throw new AppError(ErrorCode.Conflict, {
    userMessage: message,
    reason: { gate: 'G9', rule: 'U3', message },
    fields: [...led].map(([id, projects]) => ({ path: id, message: String(projects) })),
  });
}
