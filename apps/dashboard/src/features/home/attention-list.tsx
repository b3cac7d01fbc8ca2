import { Button, Card, EmptyState, RelativeTime, SectionHeader, SkeletonShape } from '@sallyport/ui';
import { Failure } from '../../components/failure.tsx';
import { useCurrentUser } from '../../lib/current-user.ts';
import { useOpenAlerts } from '../../lib/use-open-alerts.ts';
import { strings } from '../../strings/strings.ts';
import { AttentionRow } from './attention-row.tsx';
import { type Attention, useAttention } from './use-attention.ts';

const t = strings.home;

/** For whoever manages users: what needs a look, or that nothing does. */
export function AttentionList() {
  const attention = useAttention();
  const openAlerts = useOpenAlerts();
  const count =
    openAlerts +
    attention.invitedTotal +
    attention.endingAccounts.length +
    attention.endingMemberships.length +
    Number(attention.onlyAdmin !== null) +
    Number(isAlone(attention));
  return (
    <section>
      <SectionHeader title={t.needs} count={attention.isPending || count === 0 ? undefined : count} />
      <Card label={t.needs}>
        {attention.isPending ? (
          <SkeletonShape shape="list" rows={3} />
        ) : attention.error ? (
          <Failure error={attention.error} onRetry={attention.retry} />
        ) : count === 0 ? (
          <EmptyState icon="check-circle" title={t.allGood} body={t.allGoodBody} />
        ) : (
          <ul className="divide-y divide-border-soft">
            <AlertsRow count={openAlerts} />
            <Rows {...attention} />
          </ul>
        )}
      </Card>
    </section>
  );
}

/** What sign-ins raised, first of all. */
function AlertsRow({ count }: { count: number }) {
  if (count === 0) return null;
  const [what, rest] = strings.settings.alerts.home(count);
  return (
    <AttentionRow
      icon="fingerprint"
      tone="caution"
      note={strings.settings.alerts.homeNote}
      href="/settings/alerts"
      action={t.open}
    >
      <b className="font-medium">{what}</b>
      {rest}
    </AttentionRow>
  );
}

/** Nobody else has an account or an invitation: the first thing to do is to invite. */
function isAlone({ userCount, invitedTotal }: Attention): boolean {
  return userCount === 1 && invitedTotal === 0;
}

function Rows(attention: Attention) {
  const { invited, invitedTotal, endingAccounts, endingMemberships, onlyAdmin } = attention;
  const { user } = useCurrentUser();
  return (
    <>
      {isAlone(attention) ? (
        <AttentionRow
          icon="user-plus"
          tone="accent"
          note={t.inviteFirstBody}
          href="/users/invite"
          action={t.inviteAction}
        >
          <b className="font-medium">{t.inviteFirst}</b>
        </AttentionRow>
      ) : null}
      {onlyAdmin ? (
        <AttentionRow
          icon="shield-minus"
          tone="caution"
          note={onlyAdmin.id === user.id ? t.oneAdminYou : t.oneAdminNote}
          href={onlyAdmin.id === user.id ? '/users?admin=true' : `/users/${onlyAdmin.id}`}
          action={t.open}
        >
          <b className="font-medium">{t.oneAdmin[0]}</b>
          {t.oneAdmin[1]}
        </AttentionRow>
      ) : null}
      {endingAccounts.map((row) => (
        <AttentionRow
          key={row.id}
          icon="hourglass"
          tone="caution"
          note={t.accountEndsNote(row.groups.map((group) => group.name).join(', '))}
          when={
            <>
              {t.endsAt} <RelativeTime at={row.expiresAt} />
            </>
          }
          href={`/users/${row.id}`}
          action={t.open}
        >
          <b className="font-medium">{t.accountEnds(row.displayName)[0]}</b>
          {t.accountEnds(row.displayName)[1]}
        </AttentionRow>
      ))}
      {endingMemberships.map(({ groupId, groupName, member }) => (
        <AttentionRow
          key={groupId + member.id}
          icon="hourglass"
          tone="neutral"
          note={t.membershipEndsNote(
            member.grantedBy?.displayName ?? strings.groups.editor.firstStart,
            member.reason,
          )}
          when={
            <>
              {t.endsAt} <RelativeTime at={member.expiresAt} />
            </>
          }
          href={`/groups/${groupId}`}
          action={t.open}
        >
          <b className="font-medium">{t.membershipEnds(member.displayName, groupName)[0]}</b>
          {t.membershipEnds(member.displayName, groupName)[1]}
        </AttentionRow>
      ))}
      {invited.map((row) => (
        <AttentionRow
          key={row.id}
          icon="mail"
          tone="neutral"
          note={t.openInvitationNote(row.email)}
          when={
            <>
              {t.invitedAt} <RelativeTime at={row.createdAt} />
            </>
          }
          href={`/users/${row.id}`}
          action={t.open}
        >
          <b className="font-medium">{t.openInvitation(row.displayName)[0]}</b>
          {t.openInvitation(row.displayName)[1]}
        </AttentionRow>
      ))}
      {invitedTotal > invited.length ? (
        <li className="px-3.5 py-2">
          <Button size="sm" variant="ghost" href="/users?status=%5B%22INVITED%22%5D">
            {t.moreInvitations(invitedTotal - invited.length)}
          </Button>
        </li>
      ) : null}
    </>
  );
}
