import { UpdateCompanyPolicyInput } from '@sallyport/contracts/staff';
import { hasCode, useForm } from '@sallyport/forms';
import { Button, Card, EffectCard, Field, SelectInput, Switch, useToast } from '@sallyport/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { FormProblem } from '../../components/form-problem.tsx';
import { LeaveGuard } from '../../components/leave-guard.tsx';
import { client, type Outputs, trpc } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';

const t = strings.settings.company;
const STANDARD = 'standard';
const CHOICES = [5, 10, 15, 20, 25, 30] as const;

type Policy = Outputs['companyPolicy']['get'];

function valuesOf({ isFactorRequired, idleMinutes }: Policy) {
  return { isFactorRequired, idleMinutes: idleMinutes === null ? STANDARD : String(idleMinutes) };
}

/** Second factor and idle time of one client's people, with whom it reaches. */
export function CompanyPolicyForm({ companyId, policy }: { companyId: string; policy: Policy }) {
  const [isStale, setStale] = useState(false);
  const toast = useToast();
  const queryClient = useQueryClient();
  const factorId = useId();
  const initial = valuesOf(policy);
  const form = useForm({
    schema: UpdateCompanyPolicyInput,
    initial,
    toInput: ({ isFactorRequired, idleMinutes }) => ({
      isFactorRequired,
      idleMinutes: idleMinutes === STANDARD ? null : Number(idleMinutes),
      version: policy.version,
    }),
    unreachable: strings.common.unreachable,
    onSubmit: async (input) => {
      setStale(false);
      try {
        const saved = await client.companyPolicy.update.mutate({ companyId, ...input });
        queryClient.setQueryData(trpc.companyPolicy.get.queryKey({ companyId }), saved);
      } catch (error) {
        if (hasCode(error, 'STALE_EDIT')) {
          setStale(true);
          await queryClient.invalidateQueries(trpc.companyPolicy.pathFilter());
        }
        throw error;
      }
      toast.show({ title: t.saved });
    },
  });
  const options = [
    { value: STANDARD, label: t.idleStandard(policy.standardIdleMinutes) },
    ...CHOICES.filter(
      (minutes) => minutes < policy.standardIdleMinutes || String(minutes) === initial.idleMinutes,
    ).map((minutes) => ({ value: String(minutes), label: t.idleMinutes(minutes) })),
  ];
  return (
    <form ref={form.ref} onSubmit={form.submit} noValidate>
      <LeaveGuard isActive={form.isDirty && !form.isBusy} />
      <Card title={t.title} padded>
        <div className="flex flex-col gap-4">
          <FormProblem failure={form.failure} isStale={isStale} />
          <div className="flex items-start gap-3">
            <Switch
              labelledBy={`${factorId}-label`}
              aria-describedby={`${factorId}-help`}
              checked={form.values.isFactorRequired}
              onChange={(value) => form.set('isFactorRequired', value)}
            />
            <div className="min-w-0">
              <p id={`${factorId}-label`} className="font-medium">
                {t.factor}
              </p>
              <p id={`${factorId}-help`} className="text-xs text-text-3">
                {t.factorHelp}
              </p>
            </div>
          </div>
          <Field label={t.idle} error={form.errors['idleMinutes']}>
            {(ids) => (
              <SelectInput
                {...ids}
                className="max-w-80"
                options={options}
                value={form.values.idleMinutes}
                onChange={(value) => form.set('idleMinutes', value)}
              />
            )}
          </Field>
          {form.isDirty ? <Effect policy={policy} values={form.values} /> : null}
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
      </Card>
    </form>
  );
}

function Effect({ policy, values }: { policy: Policy; values: ReturnType<typeof valuesOf> }) {
  if (policy.activeCustomers === 0) return <EffectCard tone="neutral" title={t.nobody} />;
  const isNew = values.isFactorRequired && !policy.isFactorRequired;
  const before = policy.idleMinutes ?? policy.standardIdleMinutes;
  const after = values.idleMinutes === STANDARD ? policy.standardIdleMinutes : Number(values.idleMinutes);
  return (
    <div className="flex flex-col gap-2" aria-live="polite">
      {isNew && policy.customersWithoutFactor > 0 ? (
        <EffectCard tone="caution" icon="fingerprint" title={t.enrol(policy.customersWithoutFactor)} />
      ) : null}
      {isNew && policy.customersWithoutFactor === 0 ? (
        <EffectCard tone="neutral" title={t.allEnrolled} />
      ) : null}
      {after < before && policy.liveSessions > 0 ? (
        <EffectCard tone="caution" icon="hourglass" title={t.shorten(policy.liveSessions)} />
      ) : null}
    </div>
  );
}
