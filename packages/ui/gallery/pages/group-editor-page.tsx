import { useState } from 'react';
import {
  Button,
  Card,
  CheckLine,
  DataTable,
  EffectCard,
  EffectPanel,
  Icon,
  IconButton,
  PageTitle,
  PermissionList,
  PermissionRow,
  Person,
  type Reach,
  SectionHeader,
  StaffPage,
  StaffShell,
  Tag,
} from '../../src/index.ts';
import { CALLUM, ELENA, HANA, JONAS, LEILANI, MARA, NOOR, TOBIAS } from '../people.ts';
import { staffNav, useStaffAccount } from '../shell-data.tsx';

const REST = [
  ['Manage Users', 'Staff accounts, groups, who is in which group'],
  ['Manage Vulnerability Data', 'Finding templates, categories, import and export of the library'],
  ['Manage Companies', 'Company profiles, logos, report settings'],
  ['Manage Configurations', 'System-wide lists, defaults and preferences'],
] as const;

const MEMBERS = [
  {
    ...LEILANI,
    since: '',
    by: 'You',
    reason: 'Covers for Jonas until he is back',
    until: '28 Feb 2026',
    mark: 'added' as const,
  },
  {
    ...JONAS,
    since: '',
    by: 'S. Adeyemi',
    reason: 'Team lead, infrastructure',
    until: '',
    mark: 'removed' as const,
  },
  {
    ...MARA,
    since: '3 Nov 2025',
    by: 'You',
    reason: 'Stands in for Elena',
    until: '30 Nov 2025',
    mark: undefined,
  },
  {
    ...CALLUM,
    since: '12 Feb 2024',
    by: 'S. Adeyemi',
    reason: 'Lead, embedded and rail',
    until: '',
    mark: undefined,
  },
  {
    ...ELENA,
    since: '12 Feb 2024',
    by: 'S. Adeyemi',
    reason: 'Lead, health clients',
    until: '',
    mark: undefined,
  },
  { ...HANA, since: '9 Sep 2024', by: 'You', reason: 'Lead, mobile', until: '', mark: undefined },
];

/** A group with unsaved changes and their effect. */
export function GroupEditorPage() {
  const account = useStaffAccount();
  const [reach, setReach] = useState<Reach>('ASSIGNED');
  const [has, setHas] = useState(true);
  return (
    <StaffShell
      brand={{ firmName: 'Stonemere Security' }}
      nav={staffNav('Groups')}
      account={account}
      onOpenPalette={() => undefined}
    >
      <StaffPage
        crumbs={[{ label: 'Groups', href: '#group' }, { label: 'Project Manager' }]}
        panelWidth={392}
        panel={<Effect />}
        actions={
          <>
            <span
              className="flex items-center gap-1.5 text-xs font-medium text-caution-text max-sm:hidden"
              data-tone="caution"
            >
              <span className="ui-dot" />
              Unsaved changes
            </span>
            <span className="ui-rule max-sm:hidden" />
            <Button variant="ghost" icon="history">
              History
            </Button>
            <IconButton icon="dots" label="More" />
          </>
        }
      >
        <PageTitle
          icon={<Icon name="layers" size={20} />}
          title="Project Manager"
          tags={
            <>
              <Tag icon="lock">Built-in</Tag>
              <Tag>Staff</Tag>
            </>
          }
          subtitle="Runs engagements and chooses who works on them. Reports name its members."
          actions={
            <>
              <Button size="sm" icon="pencil">
                Rename
              </Button>
              <IconButton size="sm" icon="dots" label="Restore defaults and more" />
            </>
          }
        />
        <div className="mt-4">
          <PermissionList title="Permissions" count="3 of 7" reachHeader="Reach" useHeader="Used in 90 days">
            <PermissionRow
              label="Manage Projects"
              description="Projects, scope, findings, retests, publishing, reports"
              checked
              onChange={() => undefined}
              reach="ALL"
              onReach={() => undefined}
              usage={{ used: 9, of: 9 }}
            />
            <PermissionRow
              label="Assign Projects"
              description="Choose owners and team, overriding the automatic owner"
              checked
              onChange={() => undefined}
              reach={reach}
              onReach={setReach}
              changeTag="Was All projects"
              usage={{ used: 5, of: 9 }}
            />
            <PermissionRow
              label="Manage Customers"
              description="Customer accounts, invitations, company, credential reset"
              checked={has}
              onChange={setHas}
              reachText="Everywhere"
              changeTag={has ? 'Added' : undefined}
            />
            {REST.map(([label, description]) => (
              <PermissionRow
                key={label}
                label={label}
                description={description}
                checked={false}
                onChange={() => undefined}
                disabledReason={
                  label === 'Manage Configurations'
                    ? 'You may not grant this: your own ends on 30 Nov 2025'
                    : undefined
                }
              />
            ))}
          </PermissionList>
        </div>
        <div className="mt-5.5">
          <SectionHeader
            title="Members"
            count={9}
            actions={
              <Button size="sm" icon="user-plus">
                Add member
              </Button>
            }
          />
          <Card label="Members">
            <DataTable
              inCard
              density="compact"
              label="Members"
              rows={MEMBERS}
              rowKey={(row) => row.id}
              rowMark={(row) => row.mark}
              columns={[
                {
                  key: 'person',
                  header: 'Person',
                  primary: true,
                  cell: (row) => <Person id={row.id} name={row.name} />,
                },
                {
                  key: 'since',
                  header: 'Since',
                  cell: (row) =>
                    row.mark ? (
                      <Tag tone={row.mark === 'added' ? 'accent' : 'negative'}>
                        {row.mark === 'added' ? 'Added' : 'Removed'}
                      </Tag>
                    ) : (
                      <span className="tabular-nums text-text-2">{row.since}</span>
                    ),
                },
                {
                  key: 'by',
                  header: 'Granted by',
                  cell: (row) => <span className="text-text-2">{row.by}</span>,
                },
                {
                  key: 'reason',
                  header: 'Reason',
                  width: 'fill',
                  cell: (row) => <span className="text-text-2">{row.reason}</span>,
                },
                {
                  key: 'until',
                  header: 'Expires',
                  cell: (row) =>
                    row.until ? (
                      <span className="flex items-center gap-1 font-medium text-caution-text">
                        <Icon name="hourglass" size={14} />
                        {row.until}
                      </span>
                    ) : (
                      <span className="text-text-3">Never</span>
                    ),
                },
                {
                  key: 'remove',
                  header: 'Remove',
                  headerHidden: true,
                  width: 30,
                  cell: (row) => (
                    <IconButton
                      size="sm"
                      icon={row.mark === 'removed' ? 'reopen' : 'x'}
                      label={`${row.mark === 'removed' ? 'Keep' : 'Remove'} ${row.name}`}
                    />
                  ),
                },
              ]}
            />
          </Card>
        </div>
      </StaffPage>
    </StaffShell>
  );
}

function Effect() {
  return (
    <EffectPanel
      title="Effect before saving"
      summary="4 changes reach 8 people. Recalculated 2 s ago."
      gain={
        <>
          <EffectCard
            tone="positive"
            title="6 people gain Manage Customers"
            body="Everywhere. 2 others hold it as Administrator."
            people={[MARA, CALLUM, ELENA, HANA, NOOR, TOBIAS]}
          />
          <EffectCard
            tone="positive"
            icon="user-plus"
            title="Leilani Kahale gains all three"
            body="148 projects in reach. Ends 28 February."
          />
        </>
      }
      lose={
        <>
          <EffectCard
            tone="negative"
            title="6 people assign on fewer projects"
            body="From all projects to those they own or work on."
            reach={[CALLUM, ELENA, HANA, NOOR, TOBIAS, MARA].map((person, index) => ({
              ...person,
              before: 148,
              after: [21, 17, 14, 9, 8, 6][index] ?? 0,
            }))}
          />
          <EffectCard
            tone="negative"
            icon="user-minus"
            title="Jonas Weidmann loses everything here"
            body="He still sees the 2 projects he owns, read only."
          />
        </>
      }
      checks={
        <>
          <CheckLine state="passed">You hold all three without expiry</CheckLine>
          <CheckLine state="passed">No administrator is lost</CheckLine>
          <CheckLine state="warning">
            Jonas owns{' '}
            <a className="ui-link" href="#group">
              2 open projects
            </a>
            . Name a successor.
          </CheckLine>
        </>
      }
      footer={
        <>
          <p className="flex items-center gap-1.5 text-xs text-text-3">
            <Icon name="lock" size={14} />
            Asks for your second factor, last given 43 min ago
          </p>
          <div className="mt-2.5 flex gap-2">
            <Button size="lg">Discard</Button>
            <Button size="lg" variant="primary" lock className="flex-1">
              Save 4 changes
            </Button>
          </div>
        </>
      }
    />
  );
}
