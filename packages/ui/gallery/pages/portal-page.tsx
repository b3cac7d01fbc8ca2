import { useState } from 'react';
import {
  Button,
  Card,
  DataTable,
  DateText,
  IconButton,
  PortalShell,
  PortalTitle,
  SEVERITIES,
  Segmented,
  SeverityBadge,
  StatusPill,
} from '../../src/index.ts';
import { RUTH } from '../people.ts';
import { useAccountMenu } from '../shell-data.tsx';
import { StonemereLogo } from '../stonemere-logo.tsx';

const COUNTS = { critical: 1, high: 4, medium: 9, low: 6, info: 3 };
const ATTENTION = [
  {
    id: '1',
    severity: 'critical',
    title: 'SQL injection in account recovery',
    project: 'Online banking',
    dueAt: '2025-11-25',
  },
  {
    id: '2',
    severity: 'high',
    title: 'Session survives password change',
    project: 'Mobile app',
    dueAt: '2025-11-27',
  },
  {
    id: '3',
    severity: 'medium',
    title: 'CORS allows any bank subdomain',
    project: 'Open banking API',
    dueAt: '2025-11-30',
  },
] as const;

/** The customers' start page. */
export function PortalPage() {
  const menu = useAccountMenu();
  const [period, setPeriod] = useState<'90' | '365' | 'all'>('365');
  return (
    <PortalShell
      firmName="Stonemere"
      firmLogo={<StonemereLogo />}
      companyName="Aldervale Bank"
      nav={[
        { href: '#portal', label: 'Overview', icon: 'home', current: true },
        { href: '#f', label: 'Findings', icon: 'bug' },
        { href: '#p', label: 'Projects', icon: 'target' },
        { href: '#r', label: 'Reports', icon: 'report' },
        { href: '#c', label: 'Colleagues', icon: 'users' },
      ]}
      account={{ ...RUTH, subtitle: 'Aldervale Bank', menu }}
      actions={<IconButton icon="bell" label="Notifications, 2 new" size="lg" />}
      footer={
        <>
          <span>Stonemere Security</span>
          <a href="#portal">Privacy</a>
          <a href="#portal">Help</a>
        </>
      }
    >
      <PortalTitle
        title="Open risk"
        subtitle="6 projects, as of today, 24 November"
        actions={
          <>
            <Segmented
              label="Period"
              value={period}
              onChange={setPeriod}
              options={[
                { value: '90', label: '90 days' },
                { value: '365', label: '12 months' },
                { value: 'all', label: 'All' },
              ]}
            />
            <Button icon="download" className="max-sm:hidden">
              Reports
            </Button>
          </>
        }
      />
      <div className="grid gap-4 lg:grid-cols-12">
        <div className="lg:col-span-4">
          <Card title="Open findings" count={23} padded>
            <ul>
              {SEVERITIES.map((severity) => (
                <li
                  key={severity}
                  className="flex items-center justify-between border-t border-border-soft py-2 first:border-0"
                >
                  <SeverityBadge severity={severity} plain />
                  <b className="tabular-nums">{COUNTS[severity]}</b>
                </li>
              ))}
            </ul>
          </Card>
        </div>
        <div className="lg:col-span-8">
          <Card title="Needs your attention" count={3}>
            <DataTable
              inCard
              label="Needs your attention"
              rows={ATTENTION}
              rowKey={(row) => row.id}
              onRowHref={(row) => `#finding-${row.id}`}
              columns={[
                { key: 'title', header: 'Finding', primary: true, width: 'fill', cell: (row) => row.title },
                {
                  key: 'severity',
                  header: 'Severity',
                  cell: (row) => <SeverityBadge severity={row.severity} plain />,
                },
                { key: 'project', header: 'Project', cell: (row) => row.project },
                {
                  key: 'status',
                  header: 'Status',
                  cell: () => <StatusPill plain status="Open" tone="negative" glyph="ring" />,
                },
                { key: 'due', header: 'Due', align: 'end', cell: (row) => <DateText at={row.dueAt} /> },
              ]}
            />
          </Card>
        </div>
      </div>
    </PortalShell>
  );
}
