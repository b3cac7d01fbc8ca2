import { Button, Card, KeyValueList, RelativeTime } from '@sallyport/ui';
import { useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Outputs } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';
import { ChangePasswordDialog } from './change-password-dialog.tsx';

const t = strings.profile;

/** The password's age and the way to change it; "#password" in the address opens it at once. */
export function PasswordCard({ profile }: { profile: Outputs['profile']['getProfile'] }) {
  const hash = useRouterState({ select: (state) => state.location.hash });
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (hash === 'password') setOpen(true);
  }, [hash]);
  return (
    <Card title={t.password} padded>
      <div className="flex flex-col items-start gap-3">
        <KeyValueList
          items={[
            {
              key: 'changed',
              label: t.passwordChanged,
              value: <RelativeTime at={profile.passwordChangedAt} fallback={t.passwordNever} />,
            },
          ]}
        />
        <Button lock onClick={() => setOpen(true)}>
          {t.changePassword}
        </Button>
      </div>
      {isOpen ? (
        <ChangePasswordDialog
          context={[profile.displayName, profile.email, profile.companyName]}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </Card>
  );
}
