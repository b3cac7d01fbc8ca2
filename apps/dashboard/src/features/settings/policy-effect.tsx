import { PreviewSecurityPolicyInput } from '@sallyport/contracts/staff';
import { Card, EffectCard, SkeletonShape } from '@sallyport/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Failure } from '../../components/failure.tsx';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { useDebounced } from '../../lib/use-debounced.ts';
import { strings } from '../../strings/strings.ts';
import { type PolicyValues, policyInput } from './policy-values.ts';

const t = strings.settings.policy;
const STILL_MS = 250;

type Policy = Outputs['securityPolicy']['get'];
type Effect = Outputs['securityPolicy']['preview'];

/** What saving would do, in words, before it is saved. */
export function PolicyEffect({
  policy,
  values,
  isDirty,
}: {
  policy: Policy;
  values: PolicyValues;
  isDirty: boolean;
}) {
  const input = PreviewSecurityPolicyInput.safeParse(policyInput(useDebounced(values, STILL_MS)));
  const effect = useQuery({
    ...trpc.securityPolicy.preview.queryOptions(input.data ?? policyFields(policy)),
    enabled: isDirty && input.success,
    placeholderData: keepPreviousData,
  });
  return (
    <Card title={t.effect} padded>
      <div aria-live="polite" className="flex flex-col gap-2">
        {isDirty && input.success ? (
          <Told effect={effect} policy={policy} after={input.data} />
        ) : (
          <p className="text-text-3">{t.noEffect}</p>
        )}
      </div>
    </Card>
  );
}

function policyFields({ version: _version, updatedAt: _updatedAt, ...fields }: Policy) {
  return fields;
}

function Told({
  effect,
  policy,
  after,
}: {
  effect: { data: Effect | undefined; error: unknown; refetch: () => unknown };
  policy: Policy;
  after: Omit<Policy, 'version' | 'updatedAt'>;
}) {
  if (effect.error) return <Failure error={effect.error} onRetry={() => void effect.refetch()} />;
  if (!effect.data) return <SkeletonShape shape="text" rows={2} />;
  const { staffToEnrol, endedSessions, endedPeople, shortenedSessions, longerTokens } = effect.data;
  const later = shortenedSessions - endedSessions;
  const cards = [
    staffToEnrol > 0 ? (
      <EffectCard
        key="enrol"
        tone="caution"
        icon="fingerprint"
        title={t.enrol(staffToEnrol)}
        body={t.enrolBody}
      />
    ) : null,
    policy.isStaffFactorRequired && !after.isStaffFactorRequired ? (
      <EffectCard key="lax" tone="negative" icon="shield-minus" title={t.noLonger} body={t.noLongerBody} />
    ) : null,
    endedSessions > 0 ? (
      <EffectCard
        key="end"
        tone="negative"
        icon="sign-out"
        title={t.end(endedSessions, endedPeople)}
        body={t.endBody}
      />
    ) : null,
    later > 0 ? (
      <EffectCard
        key="shorten"
        tone="caution"
        icon="hourglass"
        title={t.shorten(later)}
        body={t.shortenBody}
      />
    ) : null,
    after.passwordMinimum > policy.passwordMinimum ? (
      <EffectCard
        key="raise"
        tone="caution"
        icon="key"
        title={t.raise(after.passwordMinimum)}
        body={t.raiseBody}
      />
    ) : null,
    longerTokens > 0 && after.tokenDaysAtMost < policy.tokenDaysAtMost ? (
      <EffectCard key="tokens" tone="neutral" title={t.tokens(longerTokens)} body={t.tokensBody} />
    ) : null,
  ].filter((card) => card !== null);
  return cards.length > 0 ? cards : <p className="text-text-3">{t.noConsequence}</p>;
}
