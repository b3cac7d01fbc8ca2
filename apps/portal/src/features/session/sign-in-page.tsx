import { SignInInput } from '@sallyport/contracts/common';
import { PasswordField, TextField, useForm } from '@sallyport/forms';
import { AuthLayout, Button, FormError, Notice } from '@sallyport/ui';
import { useQuery } from '@tanstack/react-query';
import { client } from '../../lib/trpc.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { strings } from '../../strings/strings.ts';
import { doorOptions } from './session.queries.ts';
import { useEnter } from './use-enter.ts';

const t = strings.auth.signIn;

/** The customers' way in. */
export function SignInPage({
  returnTo,
  notice,
}: {
  returnTo: string;
  notice: 'ended' | 'signed-out' | undefined;
}) {
  usePageTitle(t.submit);
  const firmName = useQuery(doorOptions).data?.firmName ?? '';
  return (
    <AuthLayout
      door="portal"
      firmName={firmName}
      title={t.title}
      subtitle={t.subtitle}
      hint={firmName ? t.hint(firmName) : undefined}
      footer={firmName}
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
    <form ref={form.ref} onSubmit={form.submit} noValidate className="flex flex-col gap-5">
      {form.failure ? <FormError title={form.failure} /> : null}
      <TextField
        form={form}
        name="identifier"
        label={t.email}
        type="email"
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
    </form>
  );
}
