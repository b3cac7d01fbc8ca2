import { CodeText, formatExact, KeyValueList, SidePanel, UiLink, useStrings } from '@sallyport/ui';
import type { ReactNode } from 'react';
import { actorName, Sentence } from '../../components/audit/audit-sentence.tsx';
import { OutcomeGlyph } from '../../components/audit/outcome-glyph.tsx';
import type { GroupNames } from '../../components/audit/use-group-names.ts';
import { strings } from '../../strings/strings.ts';
import type { AuditEntry } from './audit.queries.ts';
import { EntryChanges } from './entry-changes.tsx';

const t = strings.audit;

/** One entry: the facts, then what it changed, with signs as well as tints. */
export function EntryPanel({
  entry,
  groupNames,
  ...walk
}: {
  entry: AuditEntry;
  groupNames: GroupNames;
  position: string;
  onPrev: (() => void) | undefined;
  onNext: (() => void) | undefined;
  onClose: () => void;
}) {
  return (
    <SidePanel
      {...walk}
      keyText={t.entry.number(Number(entry.seq).toLocaleString('en'))}
      title={
        <span className="text-lg leading-6 font-normal">
          <b className="font-semibold">{actorName(entry)}</b>{' '}
          <Sentence entry={entry} groupNames={groupNames} />
        </span>
      }
    >
      <div className="mt-2">
        <Facts entry={entry} />
      </div>
      <h3 className="ui-heading mt-5 mb-2">{t.entry.changes}</h3>
      <EntryChanges entry={entry} groupNames={groupNames} />
    </SidePanel>
  );
}

/** Where the object can be looked at. */
function objectHref(entry: AuditEntry): string | undefined {
  if (entry.object?.type === 'account') return `/users/${entry.object.id}`;
  return entry.object?.type === 'group' ? `/groups/${entry.object.id}` : undefined;
}

function Facts({ entry }: { entry: AuditEntry }) {
  const { locale } = useStrings();
  const href = objectHref(entry);
  const items: { key: string; label: string; value: ReactNode }[] = [
    { key: 'when', label: t.entry.when, value: formatExact(entry.at, locale) },
    {
      key: 'outcome',
      label: t.entry.outcome,
      value: (
        <span className="inline-flex items-center gap-1.5">
          <OutcomeGlyph outcome={entry.outcome} />
          {t.outcome[entry.outcome]}
        </span>
      ),
    },
    {
      key: 'from',
      label: t.entry.from,
      value: (
        <>
          {entry.address ? <CodeText>{entry.address}</CodeText> : null}{' '}
          <span className="text-text-3">{t.door[entry.door]}</span>
        </>
      ),
    },
  ];
  if (entry.object?.name)
    items.push({
      key: 'object',
      label: t.entry.object,
      value: href ? (
        <UiLink className="ui-link" href={href}>
          {entry.object.name}
        </UiLink>
      ) : (
        entry.object.name
      ),
    });
  if (entry.reason) items.push(reasonItem(entry, entry.reason));
  items.push({ key: 'request', label: t.entry.request, value: <CodeText muted>{entry.requestId}</CodeText> });
  return <KeyValueList items={items} />;
}

/** Why: what a person wrote, or for a refusal which question said no and by which rule. */
function reasonItem(entry: AuditEntry, reason: string): { key: string; label: string; value: ReactNode } {
  const [by = '', ...rule] = reason.split(' ');
  const question = entry.action === 'access.refused' ? t.refusedBy[by] : undefined;
  if (question === undefined) return { key: 'reason', label: t.entry.reason, value: reason };
  return { key: 'reason', label: t.entry.refusedBy, value: t.refusal(question, rule.join(' ')) };
}
