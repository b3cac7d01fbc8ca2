import { CodeText, DateText, RelativeTime } from '@sallyport/ui';
import type { ReactNode } from 'react';
import { EmailText } from '../../components/email-text.tsx';
import { ExpiryText } from '../../components/expiry-text.tsx';
import { strings } from '../../strings/strings.ts';
import type { UserDetail } from './users.queries.ts';

const t = strings.users;

/** The facts of an account, for the panel and for the page. */
export function userFacts(user: UserDetail): { key: string; label: string; value: ReactNode }[] {
  return [
    { key: 'email', label: t.detail.email, value: <EmailText email={user.email} /> },
    {
      key: 'username',
      label: t.detail.username,
      value: user.username ? (
        <CodeText>{user.username}</CodeText>
      ) : (
        <span className="text-text-3">{t.detail.noUsername}</span>
      ),
    },
    {
      key: 'last',
      label: t.detail.lastSignIn,
      value: <RelativeTime at={user.lastSignInAt} fallback={t.neverSignedIn} />,
    },
    { key: 'ends', label: t.detail.ends, value: <ExpiryText at={user.expiresAt} /> },
    { key: 'created', label: t.detail.created, value: <DateText at={user.createdAt} /> },
    { key: 'by', label: t.detail.invitedBy, value: user.invitedBy?.displayName ?? t.detail.firstStart },
    ...(user.status === 'INVITED' && user.invitationEndsAt
      ? [
          {
            key: 'invitation',
            label: t.detail.invitationEnds,
            value: <RelativeTime at={user.invitationEndsAt} />,
          },
        ]
      : []),
  ];
}
