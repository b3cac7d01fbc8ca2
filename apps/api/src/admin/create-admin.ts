import { newSecret, secretHash } from '@sallyport/auth';
import { type Database, makeAdminByCommand, type Tx } from '@sallyport/db';
import { AdminError } from './admin-error.ts';
import { inCommand } from './record.ts';

export interface AdminRequest {
  email: string;
  /** Of a new account; null when there is one already. */
  displayName: string | null;
}

export interface NewAdmin {
  /** One-time link, shown once. */
  link: string;
  endsAt: Date;
  displayName: string;
  /** A new account waits for its invitation; one that was there gets a link to set its password. */
  isNew: boolean;
}

/**
 * A5: an Admin when nobody can sign in any more: a new account with an invitation, or one that is there with a link to
 * set its password. @throws AdminError with what to do
 */
export function createAdmin(
  db: Database,
  { email, displayName }: AdminRequest,
  url: string,
): Promise<NewAdmin> {
  return inCommand(db, async (tx, record) => {
    const found = await demandUsable(tx, email);
    if (found === null && displayName === null) {
      throw new AdminError(
        `No staff account has the address ${email}. Say what the new one is called, with --name.`,
      );
    }
    const secret = newSecret();
    const made = await makeAdminByCommand(tx, {
      id: found?.id ?? null,
      isInvited: found === null || found.status === 'INVITED',
      email,
      displayName: displayName ?? found?.displayName ?? '',
      secretHash: secretHash(secret),
    });
    await record({
      action: found === null ? 'invitation.created' : 'account.admin-changed',
      objectType: 'account',
      objectId: made.id,
      before: { isAdmin: found?.isAdmin ?? false },
      after: { isAdmin: true },
    });
    const path = made.purpose === 'INVITATION' ? 'accept-invitation' : 'reset-password';
    return {
      link: `${url}/${path}#${secret}`,
      endsAt: made.endsAt,
      displayName: found?.displayName ?? displayName ?? '',
      isNew: found === null,
    };
  });
}

interface Found {
  id: string;
  displayName: string;
  status: string;
  isAdmin: boolean;
}

async function demandUsable(tx: Tx, email: string): Promise<Found | null> {
  const installation = await tx.installation.findFirst({ select: { setupCompletedAt: true } });
  if (!installation?.setupCompletedAt) {
    throw new AdminError('The first start is not complete. Open the one-time link that npm start prints.');
  }
  const found = await tx.account.findFirst({
    where: { audience: 'STAFF', email },
    select: { id: true, displayName: true, status: true, isAdmin: true, suspendedAt: true },
  });
  if (found === null) return null;
  const { suspendedAt, ...account } = found;
  if (suspendedAt !== null || (account.status !== 'ACTIVE' && account.status !== 'INVITED')) {
    throw new AdminError(`The account of ${email} is out of use. Make a new one with another address.`);
  }
  return account;
}
