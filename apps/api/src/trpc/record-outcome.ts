import { ErrorCode } from '@sallyport/contracts/common';
import { TRPCError } from '@trpc/server';
import type { AccessDeclaration } from './access-declaration.ts';
import type { RequestContext } from './context.ts';
import { AppError, toAppError, toTrpcError } from './errors.ts';
import type { CallTrace } from './guard.ts';

/** Records how a call ended when it did not end well, and gives the error the form that goes over the wire. */
export async function withOutcome<Result>(
  context: RequestContext,
  path: string,
  declaration: AccessDeclaration,
  work: (trace: CallTrace) => Promise<Result>,
): Promise<Result> {
  const trace: CallTrace = { actorId: null, sessionId: null, objectId: null };
  try {
    return await work(trace);
  } catch (error) {
    if (error instanceof TRPCError && error.cause instanceof AppError && error.cause.isRecorded) throw error;
    throw await recordOutcome(context, path, declaration, trace, error);
  }
}

/**
 * Writes what must survive the rolled-back call (L1): refusals of someone who is signed in, coalesced, and failures,
 * each on a connection of its own. Returns the error to throw.
 */
async function recordOutcome(
  context: RequestContext,
  path: string,
  declaration: AccessDeclaration,
  trace: CallTrace,
  error: unknown,
): Promise<TRPCError> {
  const appError = toAppError(error);
  const { denials, log } = context.door;
  const facts = {
    ...trace,
    procedure: path,
    objectType: declaration.kind === 'public' ? null : declaration.on,
    reason: appError.reason ? `${appError.reason.gate} ${appError.reason.rule ?? ''}`.trim() : appError.code,
    address: context.address,
    requestId: context.requestId,
  };
  try {
    if (isRefusal(appError.code) && trace.actorId !== null) await denials.refused(facts);
    if (appError.code === ErrorCode.Internal || appError.code === ErrorCode.Conflict)
      await denials.failed(facts);
  } catch (failure) {
    log.error('an outcome could not be recorded', {
      requestId: context.requestId,
      path,
      failure: String(failure),
    });
  }
  if (appError.code === ErrorCode.Internal) {
    // The cause may carry values from a statement; only its kind and text without parameters are logged.
    log.error('call failed', {
      requestId: context.requestId,
      path,
      cause: describe(appError.cause ?? appError),
    });
  }
  appError.isRecorded = true;
  return toTrpcError(appError);
}

function isRefusal(code: ErrorCode): boolean {
  return code === ErrorCode.Forbidden || code === ErrorCode.NotFound;
}

function describe(cause: unknown): string {
  return cause instanceof Error ? `${cause.name}: ${cause.message.split('\n').at(-1)}` : typeof cause;
}
