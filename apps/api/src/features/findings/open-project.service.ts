import { ErrorCode } from '@sallyport/contracts/common';
import { type Grant, lockOpenProject, lockOpenProjectOf, type Tx } from '@sallyport/db';
import { AppError } from '../../trpc/errors.ts';

const LOCKED = 'This project was completed in the meantime, so its contents are locked.';

/** Holds the project of a finding open until the call commits, so that completing waits or was seen (Lock). */
export async function holdProjectOf(tx: Tx, grant: Grant<'finding'>): Promise<void> {
  if (!(await lockOpenProjectOf(tx, grant))) throw new AppError(ErrorCode.Conflict, { userMessage: LOCKED });
}

/** The same for a project itself. */
export async function holdProject(tx: Tx, grant: Grant<'project'>): Promise<void> {
  if (!(await lockOpenProject(tx, grant))) throw new AppError(ErrorCode.Conflict, { userMessage: LOCKED });
}
