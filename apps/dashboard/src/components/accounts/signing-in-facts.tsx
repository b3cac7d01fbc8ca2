import { DateText, RelativeTime, Tag } from '@sallyport/ui';
import type { ReactNode } from 'react';
import { strings } from '../../strings/strings.ts';
import type { AccountPage } from './account-facts.ts';

const t = strings.accounts.signingIn;

/** How somebody signs in, as facts. */
export function signingInFacts({
  controls: { security },
  lastSignInAt,
  kind,
}: AccountPage): { key: string; label: string; value: ReactNode }[] {
  const factors = [
    ...(security.hasTotp ? [t.totp] : []),
    ...(security.passkeyCount > 0 ? [t.passkeys(security.passkeyCount)] : []),
  ];
  return [
    {
      key: 'last',
      label: t.last,
      value: <RelativeTime at={lastSignInAt} fallback={strings.common.never} />,
    },
    {
      key: 'password',
      label: t.password,
      value: (
        <>
          {security.hasPassword && security.passwordChangedAt ? (
            <>
              {t.changed} <DateText at={security.passwordChangedAt} />
            </>
          ) : (
            t.noPassword
          )}
          {security.mustChangePassword ? <p className="text-xs text-caution-text">{t.owed}</p> : null}
        </>
      ),
    },
    {
      key: 'factor',
      label: t.factor,
      value: (
        <span className="inline-flex flex-wrap items-center gap-1.5">
          {factors.length > 0 ? factors.join(', ') : t.noFactor}
          {security.isFactorRequired ? <Tag>{t.required}</Tag> : null}
        </span>
      ),
    },
    { key: 'codes', label: t.codes, value: security.recoveryCodesLeft },
    { key: 'sessions', label: t.sessions, value: t.places(security.liveSessions) },
    ...(kind === 'user' ? [{ key: 'tokens', label: t.tokens, value: security.liveTokens }] : []),
    ...(security.suspendedAt
      ? [
          {
            key: 'suspended',
            label: t.suspended,
            value: (
              <>
                <RelativeTime at={security.suspendedAt} />{' '}
                {security.suspendedBy ? t.by(security.suspendedBy.displayName) : null}
              </>
            ),
          },
        ]
      : []),
  ];
}
