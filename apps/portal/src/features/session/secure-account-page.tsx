import { type EnrolmentStep, EnrolmentSteps } from '@sallyport/forms';
import { AuthLayout, Button, useToast } from '@sallyport/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { currentCustomerOptions, useCurrentCustomer } from '../../lib/current-customer.ts';
import { factorCalls } from '../../lib/factor-calls.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { useSignOut } from '../../lib/use-sign-out.ts';
import { strings } from '../../strings/strings.ts';
import { ForcedPasswordForm } from './forced-password-form.tsx';
import { doorOptions } from './session.queries.ts';
import { useEnter } from './use-enter.ts';

const t = strings.security;
const { unreachable } = strings.common;
const WORDS = { ...t.enrol, setup: { ...t.enrol.setup, unreachable }, unreachable };

/** What must be done before anything else: a new password where one was demanded, then a second factor. */
export function SecureAccountPage({ returnTo }: { returnTo: string }) {
  const queryClient = useQueryClient();
  const enter = useEnter();
  const signOut = useSignOut();
  const toast = useToast();
  const door = useQuery(doorOptions).data;
  const { user, session } = useCurrentCustomer();
  const [step, setStep] = useState<EnrolmentStep>({ at: 'choose' });
  const mustChange = session.duties.includes('change-password');
  const { title, subtitle } = mustChange ? t.forced : headOf(step);
  usePageTitle(title);
  const done = async () => {
    await enter(returnTo);
    toast.show({ title: t.enrol.done });
  };
  const changed = async () => {
    const fresh = await queryClient.fetchQuery({ ...currentCustomerOptions, staleTime: 0 });
    if (fresh.session.duties.length === 0) await enter(returnTo);
  };
  return (
    <AuthLayout
      door="portal"
      firmName={door?.firmName ?? ''}
      title={title}
      subtitle={subtitle}
      footer={<span>{user.email}</span>}
    >
      {mustChange ? (
        <ForcedPasswordForm context={[user.displayName, user.email]} onChanged={changed} />
      ) : (
        <EnrolmentSteps
          words={WORDS}
          calls={factorCalls}
          account={user.email}
          step={step}
          onStep={setStep}
          onDone={() => void done()}
        />
      )}
      {step.at === 'codes' ? null : (
        <div className="mt-6 border-t border-border-soft pt-4">
          <Button variant="ghost" icon="sign-out" className="-ml-2.5" onClick={() => void signOut()}>
            {t.enrol.signOut}
          </Button>
        </div>
      )}
    </AuthLayout>
  );
}

function headOf({ at }: EnrolmentStep): { title: string; subtitle: string } {
  if (at === 'totp') return { title: t.enrol.totpTitle, subtitle: t.enrol.totpSubtitle };
  if (at === 'codes') return { title: t.enrol.codesTitle, subtitle: t.enrol.codesSubtitle };
  return t.enrol;
}
