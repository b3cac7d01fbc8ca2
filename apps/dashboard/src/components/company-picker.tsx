import type { CompanyRef } from '@sallyport/contracts/staff';
import { Combobox, type FieldIds } from '@sallyport/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../lib/trpc.ts';
import { useDebounced } from '../lib/use-debounced.ts';
import { strings } from '../strings/strings.ts';

const t = strings.projects.form;
const FOUND_AT_MOST = 20;
const TYPING_MS = 180;

/** Picks a client by typing part of its name. */
export function CompanyPicker({
  value,
  onChange,
  ...field
}: Partial<FieldIds> & {
  value: string | null;
  onChange: (company: CompanyRef | null) => void;
}) {
  const [query, setQuery] = useState('');
  const search = useDebounced(query.trim(), TYPING_MS);
  const found = useQuery(
    trpc.companies.listCompanies.queryOptions(
      { search, limit: FOUND_AT_MOST },
      { placeholderData: keepPreviousData },
    ),
  );
  const chosen = useQuery(
    trpc.companies.getCompany.queryOptions({ companyId: value ?? '' }, { enabled: value !== null }),
  );
  const rows: CompanyRef[] = found.data?.rows ?? [];
  const isListed = rows.some(({ id }) => id === value);
  const companies = chosen.data && value !== null && !isListed ? [chosen.data, ...rows] : rows;
  return (
    <Combobox
      {...field}
      options={companies.map(({ id, name }) => ({ value: id, label: name, icon: 'building' }))}
      value={value}
      onChange={(id) => onChange(companies.find((company) => company.id === id) ?? null)}
      query={query}
      onQuery={setQuery}
      loading={found.isFetching}
      placeholder={t.companyPlaceholder}
      emptyText={t.companyEmpty}
    />
  );
}
