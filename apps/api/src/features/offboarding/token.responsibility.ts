import { listLiveTokens } from '@sallyport/db';
import { revokeTokens } from '@sallyport/db/identity';
import { writeAudit } from '../../audit/write-audit.ts';
import { isoOrNull } from '../wire.ts';
import type { Ended } from './responsibility.ts';

/** API tokens: they act for the person, so they never outlast the work. */
export const tokenResponsibility: Ended = {
  noun: 'token',
  async list({ tx }, leaver) {
    const tokens = await listLiveTokens(tx, leaver);
    return tokens.map(({ id, name, lastUsedAt }) => ({
      id,
      name,
      detail: isoOrNull(lastUsedAt) ?? '',
      role: null,
      isOpen: true,
      canHandOver: false,
      why: null,
    }));
  },
  async end(call, leaver) {
    const tokens = await listLiveTokens(call.tx, leaver);
    const count = await revokeTokens(call.tx, leaver);
    await writeAudit(
      call,
      ...tokens.map(({ id }) => ({
        action: 'token.revoked' as const,
        objectType: 'token' as const,
        objectId: id,
        after: { accountId: leaver.id },
      })),
    );
    return count;
  },
};
