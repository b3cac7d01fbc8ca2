import type { Grant } from '@sallyport/db';
import { readHalves } from '@sallyport/db/identity';
import type { Call } from '../../trpc/call.ts';

/** A2: which halves of taking over an account the caller did within a day; kept by the audit log. */
export function halvesOf(
  { tx, principal }: Call,
  { id }: Grant<'user'> | Grant<'customer'>,
): Promise<{ link: boolean; factor: boolean }> {
  return readHalves(tx, { actorId: principal.account.id, accountId: id });
}
