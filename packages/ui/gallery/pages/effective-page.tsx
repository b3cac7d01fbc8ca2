import {
  Button,
  Card,
  CheckTrack,
  PageTitle,
  PathLane,
  StaffPage,
  StaffShell,
  StatusGlyph,
  StatusPill,
} from '../../src/index.ts';
import { staffNav, useStaffAccount } from '../shell-data.tsx';

const STEPS = [
  'Account',
  'Session',
  'Address',
  'Duties',
  'Door',
  'Grant',
  'Object',
  'Relation',
  'Re-auth',
  'Field',
];

/** What someone may do, and why. */
export function EffectivePage() {
  const account = useStaffAccount();
  return (
    <StaffShell
      brand={{ firmName: 'Stonemere Security' }}
      nav={staffNav('Access')}
      account={account}
      onOpenPalette={() => undefined}
    >
      <StaffPage
        crumbs={[{ label: 'Access', href: '#effective' }, { label: 'Effective access' }]}
        actions={<Button icon="download">Export</Button>}
      >
        <PageTitle
          title="What can Mara Lindqvist do, and why?"
          subtitle="Staff, no Admin flag · Passkey · 2 groups · Last seen 11:58"
        />
        <Card label="Manage Projects" className="mt-4">
          <div className="flex items-center gap-4 border-b border-border-soft px-3.5 py-2.5">
            <span className="flex items-center gap-2 font-semibold">
              <StatusGlyph glyph="full" tone="positive" />
              Manage Projects
            </span>
            <span className="text-text-3">
              <b className="text-text">All 148 projects</b> until 30 Nov 2025, then{' '}
              <b className="text-text">6 assigned</b>
            </span>
          </div>
          <div className="bg-sunken px-3.5 pt-2.5 pb-3.5">
            <PathLane
              label="Paths to Manage Projects"
              headers={['Group', 'Grant', 'Reach', 'Holds']}
              paths={[
                {
                  id: 'pm',
                  nodes: [
                    {
                      icon: 'layers',
                      title: 'Project Manager',
                      note: 'by Ines Carvalho, 3 Nov',
                      href: '#group',
                    },
                    { icon: 'key', title: 'Manage Projects', note: 'since first start' },
                    { icon: 'target', title: 'All projects', note: '148 today' },
                    {
                      icon: 'hourglass',
                      title: 'Until 30 Nov',
                      note: 'stands in for Elena',
                      tone: 'caution',
                    },
                  ],
                },
                {
                  id: 'pt',
                  nodes: [
                    {
                      icon: 'layers',
                      title: 'Penetration Tester',
                      note: 'by S. Adeyemi, 4 Mar 2024',
                      href: '#group',
                    },
                    { icon: 'key', title: 'Manage Projects', note: 'since first start' },
                    { icon: 'target', title: 'Assigned', note: '6: owns 2, on team of 4' },
                    { icon: 'check-circle', title: 'No expiry', note: 'may be granted on' },
                  ],
                },
              ]}
            />
            <div className="mt-3.5 border-t border-dashed border-border-strong pt-3">
              <div className="mb-2 flex items-center justify-between text-xs text-text-2">
                <span>
                  Asked just now: <b className="text-text">publish F-05 in ALD-014</b>
                </span>
                <StatusPill status="Allowed" tone="positive" glyph="full" />
              </div>
              <CheckTrack label="All passed" steps={STEPS.map((label) => ({ label, state: 'passed' }))} />
            </div>
          </div>
        </Card>
      </StaffPage>
    </StaffShell>
  );
}
