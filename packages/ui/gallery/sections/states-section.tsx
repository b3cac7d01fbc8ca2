import {
  AvatarStack,
  Button,
  Card,
  CheckTrack,
  CodeText,
  DateText,
  DiffList,
  EmptyState,
  ErrorState,
  Feed,
  KeyValueList,
  Notice,
  Person,
  RelativeTime,
  SkeletonShape,
} from '../../src/index.ts';
import { HANA, INES, PRIYA, RUTH, TOBIAS } from '../people.ts';
import { Section } from './section.tsx';

const MINUTE_MS = 60_000;

/** What stands in for content. */
export function StatesSection() {
  return (
    <Section
      title="Skeleton, empty, error"
      note="A skeleton has the shape of what comes. Empty says what to do next. An error offers a retry."
    >
      <div className="grid gap-3 sm:grid-cols-3">
        <Card label="Skeleton">
          <SkeletonShape shape="list" rows={4} />
        </Card>
        <Card label="Empty">
          <EmptyState
            icon="upload"
            title="No findings yet"
            body="Import a scan, or write the first one."
            actions={
              <>
                <Button size="sm">Import</Button>
                <Button size="sm" variant="primary">
                  New finding
                </Button>
              </>
            }
          />
        </Card>
        <Card label="Error">
          <ErrorState
            title="Activity did not load"
            body="The server took over 10 s. Nothing is lost."
            onRetry={() => undefined}
          />
        </Card>
      </div>
      <Notice
        tone="caution"
        title="Two administrators have no second factor"
        actions={<Button size="sm">Show them</Button>}
      >
        They are asked for one at their next sign-in.
      </Notice>
      <Notice tone="positive">Mail is set up and a test message arrived.</Notice>
      <Notice>5 findings are approved but not published. Completing publishes them to Aldervale Bank.</Notice>
    </Section>
  );
}

/** Facts, comparisons, histories. */
export function ContentSection() {
  return (
    <Section title="Facts, differences, activity">
      <div className="grid gap-4 sm:grid-cols-2">
        <KeyValueList
          items={[
            {
              key: 'dates',
              label: 'Dates',
              value: (
                <>
                  <DateText at="2025-11-03" /> <span className="text-text-3">10 days left</span>
                </>
              ),
            },
            { key: 'owner', label: 'Owners', value: <Person {...INES} /> },
            {
              key: 'team',
              label: 'Team',
              value: (
                <>
                  <AvatarStack people={[TOBIAS, PRIYA, HANA]} /> Tobias, Priya, Hana
                </>
              ),
            },
            { key: 'seen', label: 'Last seen', value: <RelativeTime at={Date.now() - 12 * MINUTE_MS} /> },
            { key: 'address', label: 'Address', value: <CodeText>203.0.113.24</CodeText> },
          ]}
        />
        <DiffList
          title="Group"
          before={{ name: 'Project Manager', reach: 'All projects', expires: null }}
          after={{ name: 'Project Manager', reach: 'Assigned', expires: '2026-02-28' }}
        />
      </div>
      <Feed
        items={[
          {
            id: '1',
            person: TOBIAS,
            text: (
              <>
                published <b>Payee limit bypass</b>
              </>
            ),
            at: Date.now() - 12 * MINUTE_MS,
          },
          {
            id: '2',
            person: RUTH,
            text: 'marked 3 findings ready for retest',
            at: Date.now() - 130 * MINUTE_MS,
          },
          {
            id: '3',
            person: INES,
            text: 'moved the end from 21 to 28 November',
            at: Date.now() - 4 * 1440 * MINUTE_MS,
          },
        ]}
      />
      <CheckTrack
        label="Refused at Grant"
        steps={[
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
        ].map((label, index) => ({
          label,
          state: index < 5 ? 'passed' : index === 5 ? 'refused' : 'unasked',
        }))}
      />
    </Section>
  );
}
