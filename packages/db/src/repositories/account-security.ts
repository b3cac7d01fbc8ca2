import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import type { AccountSwitches } from './account-lifecycle.ts';
import { type PersonRecord, personJson } from './user-record.ts';

/** How an account signs in, and what it is held to. */
export interface AccountSecurity extends AccountSwitches {
  hasPassword: boolean;
  passwordChangedAt: Date | null;
  mustChangePassword: boolean;
  hasTotp: boolean;
  passkeyCount: number;
  recoveryCodesLeft: number;
  isFactorRequired: boolean;
  suspendedAt: Date | null;
  suspendedBy: PersonRecord | null;
  liveSessions: number;
  liveTokens: number;
}

/** How an account signs in, in one statement. */
export async function readAccountSecurity(tx: Tx, { id }: { id: string }): Promise<AccountSecurity> {
  const [row] = await tx.$queryRaw<AccountSecurity[]>(Prisma.sql`
    select k.account_id is not null as "hasPassword", k.changed_at as "passwordChangedAt",
      a.must_change_password as "mustChangePassword",
      exists (select from totp_factor f where f.account_id = a.id and f.confirmed_at is not null) as "hasTotp",
      (select count(*)::int from passkey p where p.account_id = a.id) as "passkeyCount",
      (select count(*)::int from recovery_code c where c.account_id = a.id and c.used_at is null) as "recoveryCodesLeft",
      (a.is_admin or case a.audience when 'STAFF' then s.is_staff_factor_required
        else coalesce(cp.is_factor_required, false) end) as "isFactorRequired",
      a.suspended_at as "suspendedAt", ${personJson('sb')} as "suspendedBy",
      a.may_use_tokens as "mayUseTokens", a.is_passkey_only as "isPasskeyOnly", a.may_download as "mayDownload",
      a.may_comment as "mayComment",
      (select count(*)::int from session l where l.account_id = a.id and l.ended_at is null
        and l.absolute_ends_at > app.now() and l.auth_epoch = a.auth_epoch
        and l.last_used_at + make_interval(secs => l.idle_seconds) > app.now()) as "liveSessions",
      (select count(*)::int from api_token t where t.account_id = a.id and t.revoked_at is null
        and t.expires_at > app.now()) as "liveTokens"
    from account a cross join security_policy s left join company_policy cp on cp.company_id = a.company_id
      left join credential k on k.account_id = a.id left join account sb on sb.id = a.suspended_by_id
    where a.id = ${id}::uuid`);
  if (!row) throw new Error('the account is gone');
  return row;
}

/** A2: what somebody did to an account within a day: sent a link, or reset the factors. */
export async function readHalves(
  tx: Tx,
  { actorId, accountId }: { actorId: string; accountId: string },
): Promise<{ link: boolean; factor: boolean }> {
  const [row] = await tx.$queryRaw<{ link: boolean; factor: boolean }[]>(Prisma.sql`
    select coalesce(bool_or(e.action in ('account.reset-sent', 'account.email-change-requested',
        'account.email-replaced', 'invitation.renewed')), false) as link,
      coalesce(bool_or(e.action = 'account.factors-reset'), false) as factor
    from audit_entry e
    where e.object_type = 'account' and e.object_id = ${accountId} and e.actor_id = ${actorId}::uuid
      and e.outcome = 'ALLOWED' and e.at > app.now() - interval '24 hours'`);
  return row ?? { link: false, factor: false };
}
