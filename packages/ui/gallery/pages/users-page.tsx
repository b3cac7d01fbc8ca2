import { useState } from 'react';
import {
  AccountStatus,
  BulkBar,
  Button,
  DataTable,
  FilterBar,
  FilterChip,
  IconButton,
  KeyValueList,
  LoadMore,
  Person,
  SearchInput,
  SidePanel,
  StaffPage,
  StaffShell,
  type TableSort,
  Tabs,
  Tag,
} from '../../src/index.ts';
import { MARA } from '../people.ts';
import { staffNav, useStaffAccount } from '../shell-data.tsx';
import { type DemoUser, USER_COLUMNS, USERS } from '../users.tsx';

/** A list with filters, selection and an open panel. */
export function UsersPage() {
  const account = useStaffAccount();
  const [openKey, setOpenKey] = useState<string | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(['tobias-o', 'priya']));
  const [sort, setSort] = useState<TableSort>({ key: 'name', direction: 'asc' });
  const [search, setSearch] = useState('');
  const index = USERS.findIndex((user) => user.id === openKey);
  const open = USERS[index];
  const step = (by: number) => {
    const next = USERS[index + by];
    return next ? () => setOpenKey(next.id) : undefined;
  };
  return (
    <StaffShell
      brand={{ firmName: 'Stonemere Security' }}
      nav={staffNav('Users')}
      account={account}
      onOpenPalette={() => undefined}
    >
      <StaffPage
        flush
        crumbs={[{ label: 'Users' }]}
        actions={
          <>
            <IconButton icon="dots" label="More" />
            <Button variant="primary" icon="plus" kbd="N">
              Invite user
            </Button>
          </>
        }
        tabs={
          <Tabs
            label="Views"
            tabs={[
              {
                href: '#users',
                label: 'All',
                count: 41,
                current: true,
                changed: 'Changed since it was saved',
              },
              { href: '#u2', label: 'No second factor', count: 2 },
              { href: '#u3', label: 'Contractors', count: 5 },
            ]}
            end={
              <>
                <Button size="sm" variant="ghost" icon="columns">
                  Columns
                </Button>
                <IconButton size="sm" icon="download" label="Export CSV" />
              </>
            }
          />
        }
        toolbar={
          <FilterBar
            search={
              <SearchInput
                value={search}
                onChange={setSearch}
                label="Search users"
                placeholder="Search users"
              />
            }
            add={[{ label: 'Group', icon: 'layers' }]}
            end={
              <>
                <Button size="sm" variant="ghost">
                  Reset
                </Button>
                <Button size="sm">Save view</Button>
              </>
            }
          >
            <FilterChip
              icon="target"
              field="Status"
              operator={{ text: 'is not', menu: [{ label: 'is' }, { label: 'is not', checked: true }] }}
              value="Inactive"
              onRemove={() => undefined}
            />
          </FilterBar>
        }
        panel={
          open ? (
            <UserPanel
              user={open}
              position={`${index + 1} of ${USERS.length}`}
              onPrev={step(-1)}
              onNext={step(1)}
              onClose={() => setOpenKey(null)}
            />
          ) : undefined
        }
        bulk={
          <BulkBar count={selected.size} onClear={() => setSelected(new Set())}>
            <Button variant="ghost" icon="user-plus" kbd="A">
              Add to group
            </Button>
            <Button variant="ghost" icon="pause" kbd="S">
              Suspend
            </Button>
          </BulkBar>
        }
      >
        <DataTable
          label="Users"
          columns={USER_COLUMNS}
          rows={USERS}
          rowKey={(user) => user.id}
          rowName={(user) => user.name}
          sort={sort}
          onSort={setSort}
          selected={selected}
          onSelect={setSelected}
          openKey={openKey}
          onOpen={(user) => setOpenKey(user.id)}
          footer={<LoadMore countText="11 of 41" hasMore onMore={() => undefined} />}
        />
      </StaffPage>
    </StaffShell>
  );
}

function UserPanel({
  user,
  ...rest
}: {
  user: DemoUser;
  position: string;
  onPrev: (() => void) | undefined;
  onNext: (() => void) | undefined;
  onClose: () => void;
}) {
  return (
    <SidePanel
      {...rest}
      title={user.name}
      href="#users"
      meta={
        <>
          <AccountStatus status={user.status} />
          <span>{user.title}</span>
        </>
      }
      footer={
        <>
          <Button>Edit</Button>
          <Button variant="danger">Deactivate</Button>
        </>
      }
    >
      <KeyValueList
        items={[
          { key: 'mail', label: 'E-mail', value: `${user.id}@stonemere.example` },
          {
            key: 'groups',
            label: 'Groups',
            value: user.groups.split(', ').map((group) => <Tag key={group}>{group}</Tag>),
          },
          { key: 'factor', label: 'Second factor', value: user.factor },
          { key: 'by', label: 'Invited by', value: <Person {...MARA} /> },
        ]}
      />
    </SidePanel>
  );
}
