import { SignInInput } from '@sallyport/contracts/common';
import { PasswordField, TextField, useForm } from '@sallyport/forms';
import { AuthLayout, Button, FormError, Icon, Notice } from '@sallyport/ui';
import { useQuery } from '@tanstack/react-query';
import { client } from '../../lib/trpc.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { strings } from '../../strings/strings.ts';
import { DoorFooter } from './door-footer.tsx';
import { doorOptions } from './session.queries.ts';
import { useEnter } from './use-enter.ts';

const t = strings.auth.signIn;

/** The way in. Says plainly when there is nobody yet who could sign in. */
export function SignInPage({
  returnTo,
  notice,
}: {
  returnTo: string;
  notice: 'ended' | 'signed-out' | undefined;
}) {
  usePageTitle(t.title);
  const door = useQuery(doorOptions).data;
  const firmName = door?.firmName ?? '';
  if (door?.isSetupOpen)
    return (
      <AuthLayout door="staff" firmName={firmName} title={t.setupTitle} footer={<DoorFooter door={door} />}>
        <Notice tone="accent" icon="terminal">
          {t.setup}
        </Notice>
      </AuthLayout>
    );
  return (
    <AuthLayout
      door="staff"
      firmName={firmName}
      title={t.title}
      subtitle={door ? (firmName ? t.subtitle(firmName) : t.subtitleNoFirm) : ' '}
      footer={<DoorFooter door={door} />}
    >
      {notice ? (
        <div className="mb-5">
          <Notice
            live
            tone={notice === 'ended' ? 'caution' : 'neutral'}
            icon={notice === 'ended' ? 'clock' : 'info'}
          >
            {notice === 'ended' ? t.ended : t.signedOut}
          </Notice>
        </div>
      ) : null}
      <SignInForm returnTo={returnTo} />
    </AuthLayout>
  );
}

function SignInForm({ returnTo }: { returnTo: string }) {
  const enter = useEnter();
  const form = useForm({
    schema: SignInInput,
    initial: { identifier: '', password: '' },
    unreachable: strings.common.unreachable,
    onSubmit: async (input) => {
      await client.auth.signIn.mutate(input);
      await enter(returnTo);
    },
  });
  return (
    <form ref={form.ref} onSubmit={form.submit} noValidate className="flex flex-col gap-4.5">
      {form.failure ? <FormError title={form.failure} /> : null}
      <TextField
        form={form}
        name="identifier"
        label={t.identifier}
        size="xl"
        autoComplete="username"
        autoFocus
      />
      <PasswordField
        form={form}
        name="password"
        label={t.password}
        size="xl"
        autoComplete="current-password"
      />
      <Button type="submit" variant="primary" size="xl" block busy={form.isBusy} busyLabel={t.busy}>
        {t.submit}
      </Button>
      <p className="flex items-start gap-1.5 text-xs text-text-3">
        <span className="mt-0.5 flex">
          <Icon name="shield-check" size={14} />
        </span>
        <span>{t.recorded}</span>
      </p>
    </form>
  );
}
