import { Button, Dialog, Segmented, useStrings } from '@sallyport/ui';
import { useState } from 'react';
import { scrolls } from '../../components/scrolls.ts';
import { strings } from '../../strings/strings.ts';
import { type FieldName, type FindingValues, type Merge, withFields } from './finding-draft.ts';

const t = strings.findings.conflict;
type Side = 'mine' | 'theirs';

/** Both changed the same fields: shows them side by side and asks which stay. */
export function ConflictDialog({
  merge,
  mine,
  theirs,
  isSaving,
  onSave,
  onClose,
}: {
  merge: Merge;
  mine: FindingValues;
  theirs: FindingValues;
  isSaving: boolean;
  onSave: (values: FindingValues) => void;
  onClose: () => void;
}) {
  const [sides, setSides] = useState<Readonly<Partial<Record<FieldName, Side>>>>({});
  const chosen = merge.conflicts.filter((name) => sides[name] === 'theirs');
  return (
    <Dialog
      open
      size="xl"
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={t.title}
      description={merge.conflicts.length === 0 ? t.nothing : t.body}
      footer={
        <>
          <Button size="lg" onClick={onClose}>
            {t.back}
          </Button>
          <Button
            size="lg"
            variant="primary"
            busy={isSaving}
            busyLabel={strings.common.saving}
            onClick={() => onSave(withFields(merge.values, theirs, chosen))}
          >
            {t.save}
          </Button>
        </>
      }
    >
      {merge.conflicts.length === 0 ? null : (
        <div className="flex flex-col gap-5">
          {merge.conflicts.map((name) => (
            <section key={name} className="flex flex-col gap-2">
              <div className="flex items-center justify-between gap-3">
                <h3 className="ui-heading">{strings.findings.editor.fields[name]}</h3>
                <Segmented
                  size="sm"
                  label={t.choose(strings.findings.editor.fields[name])}
                  value={sides[name] ?? 'mine'}
                  onChange={(side) => setSides({ ...sides, [name]: side })}
                  options={[
                    { value: 'mine', label: t.mine },
                    { value: 'theirs', label: t.theirs },
                  ]}
                />
              </div>
              <div className="grid gap-2 sm:grid-cols-2">
                <Value label={t.mine} value={mine} name={name} isChosen={sides[name] !== 'theirs'} />
                <Value label={t.theirs} value={theirs} name={name} isChosen={sides[name] === 'theirs'} />
              </div>
            </section>
          ))}
        </div>
      )}
    </Dialog>
  );
}

function Value({
  label,
  value,
  name,
  isChosen,
}: {
  label: string;
  value: FindingValues;
  name: FieldName;
  isChosen: boolean;
}) {
  const { severity: severities } = useStrings();
  const text = textOf(value, name, severities);
  return (
    <div
      {...scrolls(label)}
      data-chosen={isChosen ? '' : undefined}
      className="max-h-56 overflow-auto rounded-md border border-border px-3 py-2 text-text-3 data-chosen:border-accent-border data-chosen:bg-accent-bg data-chosen:text-text"
    >
      <p className="text-2xs font-medium text-text-3">{label}</p>
      <p className="whitespace-pre-wrap wrap-anywhere">{text === '' ? t.empty : text}</p>
    </div>
  );
}

function textOf(
  values: FindingValues,
  name: FieldName,
  severities: Readonly<Record<FindingValues['severity'], string>>,
): string {
  switch (name) {
    case 'severity':
      return severities[values.severity];
    case 'severitySource':
      return strings.findings.rating.sources[values.severitySource];
    case 'cwe':
      return values.cwe.map(({ id, name: words }) => `CWE-${id} ${words}`).join('\n');
    case 'cve':
    case 'links':
      return values[name].join('\n');
    default:
      return values[name];
  }
}
