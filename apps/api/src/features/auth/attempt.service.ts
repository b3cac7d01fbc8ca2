import { type NewCredential, QueueFullError } from '@sallyport/auth';
import { ErrorCode } from '@sallyport/contracts/common';
import type { Attempt } from '@sallyport/db/identity';
import { AppError } from '../../trpc/errors.ts';
import type { DoorServices } from '../services.ts';

/** A counted attempt and the one tag it may present. */
export interface PreparedAttempt {
  attempt: Attempt;
  tag: Uint8Array<ArrayBuffer>;
  /** S3: makes the credential anew, where the stored one is weaker than what is configured now; else null. */
  renew: (() => Promise<NewCredential>) | null;
  /** To be called when the attempt is refused, so that a throttled one is refused as late. */
  noteRefusal: () => void;
}

/**
 * Computes what a password attempt presents. An account that does not exist, or has no password, costs the same hash;
 * a throttled attempt costs none and is refused as late as one (S1).
 * @throws AppError `refusal` when throttled, THROTTLED when the server hashes all it can
 */
export async function hashForAttempt(
  { passwords, answerTime }: DoorServices,
  attempt: Attempt,
  password: string,
  identifier: string,
  refusal: () => AppError,
): Promise<PreparedAttempt> {
  if (!attempt.isAllowed) {
    await answerTime.waitLikeOne();
    throw refusal();
  }
  const recipe = recipeOf(attempt) ?? passwords.decoyRecipe(identifier);
  const tag = await hashing(() => answerTime.measure(() => passwords.computeTag(password, recipe)));
  const noteRefusal = answerTime.startRest();
  const renew = passwords.needsRehash(recipe) ? () => passwords.newCredential(password) : null;
  return { attempt, tag, renew, noteRefusal };
}

/** Runs work that hashes. @throws AppError THROTTLED when the server hashes all it can */
export async function hashing<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof QueueFullError) throw new AppError(ErrorCode.Throttled, { cause: error });
    throw error;
  }
}

function recipeOf({ salt, memoryKib, iterations, parallelism, pepperVersion }: Attempt) {
  if (!salt || !memoryKib || !iterations || !parallelism || !pepperVersion) return null;
  return { salt, memoryKib, iterations, parallelism, pepperVersion };
}
