import { type AccessRequest, type Admission, type Decision, decide, type Principal } from '@sallyport/access';
import { ErrorCode, type RefusalReason } from '@sallyport/contracts/common';
import type { Tx } from '@sallyport/db';
import type { Authentication, RequestContext } from './context.ts';
import { AppError } from './errors.ts';

/** One call while it runs: its transaction, who is calling, and what it has done so far. */
export class Call {
  readonly tx: Tx;
  readonly request: RequestContext;
  readonly authentication: Authentication | null;
  readonly #action: string | null;
  #isDecided = false;
  #auditCount = 0;
  readonly #afterCommit: (() => void | Promise<void>)[] = [];

  constructor(tx: Tx, request: RequestContext, authentication: Authentication | null, action: string | null) {
    this.tx = tx;
    this.request = request;
    this.authentication = authentication;
    this.#action = action;
  }

  /** The caller. @throws AppError UNAUTHENTICATED in a public procedure without a session. */
  get principal(): Principal {
    if (!this.authentication) throw new AppError(ErrorCode.Unauthenticated);
    return this.authentication.principal;
  }

  /**
   * Asks the decision with the object's facts. Every guarded mutation must; the call is undone otherwise.
   * @throws AppError of the first refusal
   */
  authorize(request: AccessRequest): void {
    if (request.action !== this.#action) {
      throw new AppError(ErrorCode.Internal, {
        log: `asked for ${request.action}, declared ${this.#action}`,
      });
    }
    this.#isDecided = true;
    refuseUnless(decide(this.principal, request));
  }

  /** Counts an audit row written for this call; see `assertAccountable`. */
  noteAudit(): void {
    this.#auditCount += 1;
  }

  /** Runs `announce` once the transaction has committed, never otherwise. */
  afterCommit(announce: () => void | Promise<void>): void {
    this.#afterCommit.push(announce);
  }

  async announce(): Promise<void> {
    for (const announce of this.#afterCommit) await announce();
  }

  /** A mutation that never asked for a decision, or left no audit row, must not commit. */
  assertAccountable(isMutation: boolean): void {
    if (this.#action !== null && !this.#isDecided) {
      throw new AppError(ErrorCode.Internal, { log: `${this.#action} was answered without its decision` });
    }
    if (isMutation && this.#auditCount === 0) {
      throw new AppError(ErrorCode.Internal, { log: 'a mutation left no audit row' });
    }
  }
}

/** Turns a refusal into the error that the caller may see. */
export function refuseUnless(decision: Decision | Admission): void {
  if (decision.allowed) return;
  throw refusalError(decision.reason);
}

/** G0 and G1 mean signed out, G6 means absent, G8 asks who it is; the rest is told with its reason. */
function refusalError(reason: RefusalReason): AppError {
  switch (reason.gate) {
    case 'G0':
    case 'G1':
      return new AppError(ErrorCode.Unauthenticated);
    case 'G6':
      return new AppError(ErrorCode.NotFound, { log: `hidden: ${reason.message}` });
    case 'G8':
      return new AppError(ErrorCode.ConfirmIdentity, {
        userMessage: reason.message,
        reason: wireReason(reason),
      });
    default:
      return new AppError(ErrorCode.Forbidden, { userMessage: reason.message, reason: wireReason(reason) });
  }
}

function wireReason({ gate, rule, message }: RefusalReason): RefusalReason {
  return { gate, rule, message };
}
