import { ErrorCode, type FieldProblem } from '@sallyport/contracts/common';
import { type Tx, unknownChoices } from '@sallyport/db';
import { AppError } from '../../trpc/errors.ts';
import { dateProblems, type ProjectDates } from './project-status.service.ts';

/** The dates of a form are in order, its type and its standards exist. @throws AppError INVALID_INPUT by field */
export async function checkProjectFields(
  tx: Tx,
  fields: ProjectDates & { typeId: string; standardIds: readonly string[] },
  further: readonly FieldProblem[] = [],
): Promise<void> {
  const problems = [...further, ...dateProblems(fields)];
  const unknown = await unknownChoices(tx, fields);
  if (unknown.type) problems.push({ path: 'typeId', message: 'Choose a type from the list.' });
  if (unknown.standards) {
    problems.push({ path: 'standardIds', message: 'One of these standards does not exist any more.' });
  }
  if (problems.length > 0) throw new AppError(ErrorCode.InvalidInput, { fields: problems });
}
