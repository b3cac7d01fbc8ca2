import type { Person } from '@sallyport/contracts/staff';
import { Combobox, type FieldIds } from '@sallyport/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { photoUrl } from '../lib/face.ts';
import { trpc } from '../lib/trpc.ts';
import { useDebounced } from '../lib/use-debounced.ts';

const FOUND_AT_MOST = 20;
const TYPING_MS = 180;

/** Picks a colleague by name or title; who cannot be picked says why. */
export function PersonPicker({
  value,
  onChange,
  refusal = () => undefined,
  placeholder,
  emptyText,
  ...field
}: Partial<FieldIds> & {
  value: Person | null;
  onChange: (person: Person | null) => void;
  refusal?: (person: Person) => string | undefined;
  placeholder: string;
  emptyText: string;
  /** Its name, where no Field labels it. */
  label?: string;
}) {
  const [query, setQuery] = useState('');
  const search = useDebounced(query.trim(), TYPING_MS);
  const found = useQuery(
    trpc.people.listPeople.queryOptions(
      { search, limit: FOUND_AT_MOST },
      { placeholderData: keepPreviousData },
    ),
  );
  const rows = found.data?.rows ?? [];
  const people = value && !rows.some(({ id }) => id === value.id) ? [value, ...rows] : rows;
  return (
    <Combobox
      {...field}
      options={people.map((person) => ({
        value: person.id,
        label: person.displayName,
        description: refusal(person) ?? person.title,
        avatar: person.id,
        photo: photoUrl(person),
        disabled: refusal(person) !== undefined,
      }))}
      value={value?.id ?? null}
      onChange={(id) => onChange(people.find((person) => person.id === id) ?? null)}
      query={query}
      onQuery={setQuery}
      loading={found.isFetching}
      placeholder={placeholder}
      emptyText={emptyText}
    />
  );
}
