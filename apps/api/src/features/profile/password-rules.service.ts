import { type PasswordContext, passwordProblem } from '@sallyport/auth';
import { ErrorCode } from '@sallyport/contracts/common';
import { AppError } from '../../trpc/errors.ts';

/** S2. @throws AppError PASSWORD_REFUSED with what to do, at the field `path` */
export function refuseBadPassword(path: string, password: string, context: PasswordContext): void {
  const message = passwordProblem(password, context);
  if (message === null) return;
  throw new AppError(ErrorCode.PasswordRefused, { userMessage: message, fields: [{ path, message }] });
}
