import { CodeText, Icon, Tag } from '@sallyport/ui';
import { useId } from 'react';
import { strings } from '../../strings/strings.ts';
import type { Finding } from './findings.queries.ts';
import type { FindingDraft } from './use-finding-draft.ts';

const t = strings.findings.editor;

/** What it is called and what it is known as. */
export function FindingHead({
  finding: { reference, isImported },
  draft: { values, errors, set },
  disabled,
}: {
  finding: Finding;
  draft: FindingDraft;
  disabled: boolean;
}) {
  const problemId = useId();
  const error = errors['title'];
  return (
    <header className="px-5 pt-3.5 pb-2.5 max-sm:px-4">
      <p className="mb-1 flex flex-wrap items-center gap-1.5 text-xs empty:hidden">
        {reference === null ? null : <CodeText muted>{reference}</CodeText>}
        {isImported ? <Tag icon="upload">{t.imported}</Tag> : null}
        {values.cwe.slice(0, 3).map(({ id, name }) => (
          <Tag key={id} icon="bug" title={name}>{`CWE-${id}`}</Tag>
        ))}
        {values.cve.slice(0, 2).map((cve) => (
          <Tag key={cve}>{cve}</Tag>
        ))}
      </p>
      {disabled ? (
        <h1 className="text-2xl font-semibold wrap-anywhere">{values.title}</h1>
      ) : (
        <>
          <h1 className="sr-only">{values.title}</h1>
          <textarea
            rows={1}
            aria-label={t.title}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? problemId : undefined}
            maxLength={200}
            value={values.title}
            onChange={(event) => set('title', event.target.value.replace(/[\r\n]+/g, ' '))}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.metaKey && !event.ctrlKey) event.preventDefault();
            }}
            className="-ml-1.5 block field-sizing-content min-h-9 w-[calc(100%+0.75rem)] resize-none rounded-sm px-1.5 py-0.5 text-2xl font-semibold wrap-anywhere hover:bg-hover focus:bg-surface aria-invalid:outline-negative-solid"
          />
        </>
      )}
      {error ? (
        <p className="ui-field-error" id={problemId} role="alert">
          <Icon name="alert" size={14} />
          <span>{error}</span>
        </p>
      ) : null}
    </header>
  );
}
