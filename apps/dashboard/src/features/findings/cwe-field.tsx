import type { Cwe } from '@sallyport/contracts/common';
import { Combobox, Field, IconButton } from '@sallyport/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../../lib/trpc.ts';
import { useDebounced } from '../../lib/use-debounced.ts';
import { strings } from '../../strings/strings.ts';

const t = strings.findings.classification;
const TYPING_MS = 180;

/** The weaknesses behind a finding, picked by number or words. */
export function CweField({
  values,
  error,
  disabled,
  onChange,
}: {
  values: readonly Cwe[];
  error: string | undefined;
  disabled: boolean;
  onChange: (values: Cwe[]) => void;
}) {
  const [query, setQuery] = useState('');
  const search = useDebounced(query.trim(), TYPING_MS);
  const found = useQuery(
    trpc.findings.searchCwe.queryOptions(
      { search },
      { placeholderData: keepPreviousData, enabled: !disabled, staleTime: Number.POSITIVE_INFINITY },
    ),
  );
  const rows = found.data?.rows ?? [];
  if (disabled && values.length === 0) return null;
  return (
    <div>
      {disabled ? (
        <p className="ui-label">{t.cwe}</p>
      ) : (
        <Field label={t.cwe} error={error}>
          {(ids) => (
            <Combobox
              {...ids}
              value={null}
              options={rows.map(({ id, name }) => ({
                value: String(id),
                label: name,
                description: `CWE-${id}`,
                disabled: values.some((value) => value.id === id),
              }))}
              onChange={(id) => {
                const cwe = rows.find((row) => String(row.id) === id);
                if (cwe) onChange([...values, cwe]);
              }}
              query={query}
              onQuery={setQuery}
              loading={found.isFetching}
              placeholder={t.cwePlaceholder}
              emptyText={t.cweEmpty}
            />
          )}
        </Field>
      )}
      <ul className="mt-1.5 flex flex-col gap-0.5">
        {values.map(({ id, name }) => (
          <li key={id} className="flex min-h-6 items-center gap-1.5 text-xs">
            <span className="shrink-0 font-mono text-text-2">{`CWE-${id}`}</span>
            <span className="min-w-0 flex-1 truncate" title={name}>
              {name}
            </span>
            {disabled ? null : (
              <IconButton
                plain
                size="sm"
                icon="x"
                label={t.remove(`CWE-${id}`)}
                onClick={() => onChange(values.filter((value) => value.id !== id))}
              />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
