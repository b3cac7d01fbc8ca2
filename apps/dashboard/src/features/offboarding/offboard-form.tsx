import type { Person } from '@sallyport/contracts/staff';
import { errorDataOf, hasCode } from '@sallyport/forms';
import {
  Button,
  Card,
  Checkbox,
  EmptyState,
  Field,
  FormError,
  KeyValueList,
  Notice,
  SectionHeader,
  Segmented,
  TextArea,
} from '@sallyport/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { PersonPicker } from '../../components/person-picker.tsx';
import { client, type Outputs, trpc } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';
import { OffboardEffect } from './offboard-effect.tsx';
import {
  type Choices,
  chooseForAll,
  countOf,
  type Preview,
  successorsOf,
  summaryOf,
  toHandOver,
} from './offboarding-draft.ts';
import { ProjectChoice } from './project-choice.tsx';

const t = strings.offboarding;

/** The three steps, and the button that carries them out. */
export function OffboardForm({
  preview,
  onStale,
  onDone,
}: {
  preview: Preview;
  onStale: () => void;
  onDone: (done: Outputs['offboarding']['carryOut']) => void;
}) {
  const queryClient = useQueryClient();
  const formId = useId();
  const { items, person } = preview;
  const projects = toHandOver(items);
  // What the viewer cannot hand over stays as it is, and needs no answer.
  const fixed: Choices = new Map(projects.filter((one) => !one.canHandOver).map(({ id }) => [id, null]));
  const [chosen, setChosen] = useState<Choices>(new Map());
  const [forAll, setForAll] = useState<Person | null>(null);
  const [removeFromGroups, setRemove] = useState(true);
  const [afterwards, setAfterwards] = useState<'deactivate' | 'leave'>('deactivate');
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const choices: Choices = new Map([...fixed, ...chosen]);
  const summary = summaryOf(items, choices);
  const tokens = countOf(items, 'token');
  const links = countOf(items, 'invitation');

  async function carryOut() {
    if (reason.trim() === '') return setMissing(true);
    setBusy(true);
    setProblem(null);
    try {
      const done = await client.offboarding.carryOut.mutate({
        userId: person.id,
        version: preview.version,
        successors: successorsOf(items, choices),
        removeFromGroups,
        afterwards,
        reason: reason.trim(),
      });
      onDone(done);
      await Promise.all(
        [trpc.users, trpc.people, trpc.groups, trpc.projects].map((part) =>
          queryClient.invalidateQueries({ queryKey: part.pathKey() }),
        ),
      );
    } catch (error) {
      const data = errorDataOf(error);
      if (hasCode(error, 'STALE_EDIT')) onStale();
      if (data?.code !== 'CONFIRM_IDENTITY')
        setProblem(
          hasCode(error, 'STALE_EDIT')
            ? t.stale
            : (data?.fields?.[0]?.message ?? data?.userMessage ?? strings.common.unreachable),
        );
    } finally {
      setBusy(false);
    }
  }

  return (
    <form
      id={formId}
      className="flex flex-col gap-7"
      onSubmit={(event) => {
        event.preventDefault();
        if (summary.open === 0 && !isBusy) void carryOut();
      }}
    >
      <section aria-label={t.stepHas}>
        <SectionHeader title={t.stepHas} />
        <Card padded>
          <KeyValueList
            items={[
              { key: 'projects', label: t.projects, value: projects.length },
              { key: 'groups', label: strings.users.detail.groups, value: namesOf(preview, 'group') },
              { key: 'tokens', label: strings.accounts.signingIn.tokens, value: namesOf(preview, 'token') },
              {
                key: 'links',
                label: t.invitations,
                value: namesOf(preview, 'invitation'),
              },
            ]}
          />
        </Card>
        {preview.hasUnseen ? (
          <div className="mt-3">
            <Notice icon="lock">{t.unseen}</Notice>
          </div>
        ) : null}
      </section>

      <section aria-label={t.stepWho}>
        <SectionHeader title={t.stepWho} count={projects.length} />
        {projects.length === 0 ? (
          <Card>
            <EmptyState icon="check-circle" title={t.nothing} body={t.nothingBody} />
          </Card>
        ) : (
          <>
            {projects.some(({ canHandOver }) => canHandOver) ? (
              <div className="mb-3 max-w-96">
                <Field label={t.all} help={t.allHelp}>
                  {(ids) => (
                    <PersonPicker
                      {...ids}
                      value={forAll}
                      onChange={(chosenPerson) => {
                        setForAll(chosenPerson);
                        if (chosenPerson) setChosen(chooseForAll(items, chosenPerson));
                      }}
                      refusal={({ id }) => (id === person.id ? t.isLeaving : undefined)}
                      placeholder={t.choose}
                      emptyText={t.nobody}
                    />
                  )}
                </Field>
              </div>
            ) : null}
            {/* Not clipped: the list of colleagues opens over its edge. */}
            <div className="ui-card">
              <ul>
                {projects.map((item) => (
                  <ProjectChoice
                    key={item.id}
                    item={item}
                    leaverId={person.id}
                    choice={choices.get(item.id)}
                    onChoose={(choice) => {
                      const next = new Map(chosen);
                      if (choice === undefined) next.delete(item.id);
                      else next.set(item.id, choice);
                      setChosen(next);
                    }}
                  />
                ))}
              </ul>
            </div>
          </>
        )}
      </section>

      <section aria-label={t.stepEffect} className="flex flex-col gap-4">
        <SectionHeader title={t.stepEffect} />
        <Checkbox checked={removeFromGroups} onChange={setRemove} label={t.removeFromGroups} />
        {person.status === 'INACTIVE' ? null : (
          <div className="self-start max-sm:self-stretch">
            <Segmented
              label={t.afterwards}
              value={afterwards}
              onChange={setAfterwards}
              options={[
                { value: 'deactivate', label: t.deactivate },
                { value: 'leave', label: t.keep },
              ]}
            />
          </div>
        )}
        <OffboardEffect
          summary={summary}
          groups={removeFromGroups ? countOf(items, 'group') : 0}
          tokens={tokens}
          links={links}
          isOut={afterwards === 'deactivate'}
        />
        <Field
          label={t.reason}
          help={t.reasonHelp}
          error={isMissing ? strings.accounts.reasonMissing : undefined}
        >
          {(ids) => (
            <TextArea
              {...ids}
              rows={2}
              maxLength={200}
              value={reason}
              onChange={(event) => {
                setReason(event.target.value);
                setMissing(false);
              }}
            />
          )}
        </Field>
        {problem ? <FormError title={problem} /> : null}
        <div>
          <Button
            type="submit"
            variant="danger-primary"
            lock={preview.needsConfirmation}
            disabled={summary.open > 0}
            busy={isBusy}
            busyLabel={t.busy}
          >
            {t.submit}
          </Button>
        </div>
      </section>
    </form>
  );
}

function namesOf({ items }: Preview, noun: Preview['items'][number]['noun']): string {
  const names = items.filter((item) => item.noun === noun).map(({ name }) => name);
  return names.length === 0 ? t.none : names.join(', ');
}
