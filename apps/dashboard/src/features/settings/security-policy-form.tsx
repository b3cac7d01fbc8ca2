import { PreviewSecurityPolicyInput } from '@sallyport/contracts/staff';
import { hasCode, useForm } from '@sallyport/forms';
import { Button, Card, Notice, Switch, useToast } from '@sallyport/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { FormProblem } from '../../components/form-problem.tsx';
import { LeaveGuard } from '../../components/leave-guard.tsx';
import { client, trpc } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';
import { LimitField } from './limit-field.tsx';
import { PolicyEffect } from './policy-effect.tsx';
import { LIMITS, type Policy, policyInput, policyValues, SECRETS } from './policy-values.ts';

const t = strings.settings.policy;

/** The policy with what saving it would do, beside it. */
export function SecurityPolicyForm({ policy }: { policy: Policy }) {
  const [isStale, setStale] = useState(false);
  const toast = useToast();
  const queryClient = useQueryClient();
  const factorId = useId();
  const initial = policyValues(policy);
  const form = useForm({
    schema: PreviewSecurityPolicyInput,
    initial,
    toInput: policyInput,
    unreachable: strings.common.unreachable,
    onSubmit: async (input) => {
      setStale(false);
      try {
        const saved = await client.securityPolicy.update.mutate({ ...input, version: policy.version });
        queryClient.setQueryData(trpc.securityPolicy.get.queryKey({}), saved);
      } catch (error) {
        if (hasCode(error, 'STALE_EDIT')) {
          setStale(true);
          await queryClient.invalidateQueries(trpc.securityPolicy.pathFilter());
        }
        throw error;
      }
      toast.show({ title: t.saved });
    },
  });
  return (
    <form
      ref={form.ref}
      onSubmit={form.submit}
      noValidate
      className="grid items-start gap-x-8 gap-y-6 xl:grid-cols-[minmax(0,1fr)_22rem]"
    >
      <LeaveGuard isActive={form.isDirty && !form.isBusy} />
      <div className="flex min-w-0 flex-col gap-4">
        <FormProblem failure={form.failure} isStale={isStale} />
        <Card title={t.factors} padded>
          <div className="flex items-start gap-3">
            <Switch
              labelledBy={`${factorId}-label`}
              aria-describedby={`${factorId}-help`}
              checked={form.values.isStaffFactorRequired}
              onChange={(value) => form.set('isStaffFactorRequired', value)}
            />
            <div className="min-w-0">
              <p id={`${factorId}-label`} className="font-medium">
                {t.staffFactor}
              </p>
              <p id={`${factorId}-help`} className="text-xs text-text-3">
                {t.staffFactorHelp} {t.staffFactorSource}.
              </p>
            </div>
          </div>
          <div className="mt-3">
            <Notice>{t.customersFactor}</Notice>
          </div>
        </Card>
        <Card title={t.sessions} padded>
          <div className="flex flex-col gap-4">
            {LIMITS.map((limit) => (
              <LimitField key={limit} limit={limit} form={form} />
            ))}
          </div>
        </Card>
        <Card title={t.passwords} padded>
          <div className="flex flex-col gap-4">
            {SECRETS.map((limit) => (
              <LimitField key={limit} limit={limit} form={form} />
            ))}
          </div>
        </Card>
      </div>
      <div className="flex flex-col gap-4 xl:sticky xl:top-0">
        <PolicyEffect policy={policy} values={form.values} isDirty={form.isDirty} />
        <div className="flex flex-wrap justify-end gap-2">
          {form.isDirty ? (
            <Button onClick={() => form.reset(initial)}>{strings.common.discard}</Button>
          ) : null}
          <Button
            type="submit"
            variant="primary"
            icon="lock"
            disabled={!form.isDirty}
            busy={form.isBusy}
            busyLabel={strings.common.saving}
          >
            {t.save}
          </Button>
        </div>
      </div>
    </form>
  );
}
