import { errorDataOf } from '@sallyport/forms';
import { CheckLine, EffectCard, EffectPanel, EmptyState, ErrorState } from '@sallyport/ui';
import type { ReactNode } from 'react';
import { faceOf } from '../../lib/face.ts';
import { strings } from '../../strings/strings.ts';
import type { GroupEffect } from './groups.queries.ts';
import type { EffectState } from './use-group-effect.ts';

const t = strings.groups.effect;
type Lines = GroupEffect['gain'];

/** Who gains and who loses what, and which checks hold, before anything is saved. */
export function GroupEffectPanel({
  state,
  changes,
  footer,
}: {
  state: EffectState;
  changes: number;
  footer: ReactNode;
}) {
  const { effect, error, isBehind, isIncomplete, retry } = state;
  const isQuiet = effect !== undefined && effect.gain.length === 0 && effect.lose.length === 0;
  const problem = errorDataOf(error);
  const showsError = error && problem?.code !== 'STALE_EDIT';
  return (
    <EffectPanel
      title={t.title}
      busy={isBehind}
      urgent={Boolean(showsError)}
      summary={
        changes === 0
          ? undefined
          : isIncomplete
            ? t.incomplete
            : effect
              ? `${t.summary(changes, effect.peopleCount)}${isQuiet ? ` ${t.nobody}` : ''}`
              : showsError
                ? undefined
                : t.working
      }
      gain={effect && effect.gain.length > 0 ? <Effects lines={effect.gain} kind="gain" /> : undefined}
      lose={effect && effect.lose.length > 0 ? <Effects lines={effect.lose} kind="lose" /> : undefined}
      checks={effect && effect.checks.length > 0 ? <Checks checks={effect.checks} /> : undefined}
      empty={
        showsError ? (
          <ErrorState title={t.failed} body={problem?.userMessage ?? strings.common.failed} onRetry={retry} />
        ) : changes === 0 ? (
          <EmptyState icon="eye" title={t.idleTitle} body={t.idle} />
        ) : null
      }
      footer={footer}
    />
  );
}

const SENTENCES = {
  gain: { all: t.gain, reach: t.gainReach },
  lose: { all: t.lose, reach: t.loseReach },
} as const;

function Effects({ lines, kind }: { lines: Lines; kind: 'gain' | 'lose' }) {
  return lines.map((line) => (
    <EffectCard
      key={line.permission + line.detail}
      tone={kind === 'gain' ? 'positive' : 'negative'}
      title={SENTENCES[kind][line.detail.startsWith(t.reachChange) ? 'reach' : 'all'](
        line.people.length,
        line.people[0]?.displayName ?? '',
        line.label,
      )}
      body={line.detail}
      people={line.people.map(faceOf)}
    />
  ));
}

function Checks({ checks }: { checks: GroupEffect['checks'] }) {
  return checks.map((check) => (
    <CheckLine
      key={check.rule + check.message}
      state={check.outcome === 'refused' ? 'failed' : check.outcome}
    >
      {check.message}
    </CheckLine>
  ));
}
