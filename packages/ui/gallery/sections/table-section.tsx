import { useState } from 'react';
import {
  Button,
  Card,
  DataTable,
  EmptyState,
  FilterBar,
  FilterChip,
  LoadMore,
  SearchInput,
} from '../../src/index.ts';
import { USER_COLUMNS, USERS } from '../users.tsx';
import { Section } from './section.tsx';

/** Tables in their states. */
export function TableSection() {
  const [search, setSearch] = useState('');
  return (
    <Section title="Tables" note="36 px rows; arrows or J and K move, Enter opens, X selects." wide>
      <Card label="Users">
        <FilterBar
          search={
            <SearchInput
              value={search}
              onChange={setSearch}
              label="Search users"
              placeholder="Search users"
            />
          }
          add={[
            { label: 'Group', icon: 'layers' },
            { label: 'Last seen', icon: 'clock' },
          ]}
          end={
            <Button size="sm" variant="ghost">
              Reset
            </Button>
          }
        >
          <FilterChip
            icon="target"
            field="Status"
            operator="is any of"
            value="Active, Invited"
            onRemove={() => undefined}
          />
        </FilterBar>
        <DataTable
          inCard
          label="Users, short"
          columns={USER_COLUMNS}
          rows={USERS.slice(0, 3)}
          rowKey={(user) => user.id}
          onOpen={() => undefined}
          footer={<LoadMore countText="3 of 41" hasMore onMore={() => undefined} />}
        />
      </Card>
      <div className="grid gap-3 lg:grid-cols-2">
        <Card label="Loading">
          <DataTable
            inCard
            loading
            skeletonRows={4}
            label="Users, loading"
            columns={USER_COLUMNS.slice(0, 4)}
            rows={[]}
            rowKey={(user) => user.id}
          />
        </Card>
        <Card label="Nothing found">
          <DataTable
            inCard
            label="Users, none"
            columns={USER_COLUMNS.slice(0, 4)}
            rows={[]}
            rowKey={(user) => user.id}
            empty={
              <EmptyState
                icon="filter"
                title="No user matches"
                body="Two filters are set."
                actions={<Button size="sm">Reset filters</Button>}
              />
            }
          />
        </Card>
      </div>
    </Section>
  );
}
