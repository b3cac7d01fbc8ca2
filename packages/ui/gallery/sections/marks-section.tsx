import {
  AccountStatus,
  Avatar,
  AvatarStack,
  Kbd,
  SEVERITIES,
  SeverityBadge,
  SeverityBar,
  SeverityDonut,
  SeverityGlyph,
  StatusPill,
  Tag,
} from '../../src/index.ts';
import { HANA, INES, MARA, NOOR, PRIYA, TOBIAS } from '../people.ts';
import { Row, Section } from './section.tsx';

const SCORES = { critical: 9.3, high: 8.7, medium: 6.9, low: 2.3, info: undefined };
const ACCOUNT_STATES = ['INVITED', 'ACTIVE', 'INACTIVE', 'SUSPENDED', 'EXPIRED'] as const;

/** Severities in their three forms. */
export function SeveritySection() {
  return (
    <Section
      title="Severity"
      note="Bars carry the level, colour repeats it. Badge in headers, plain in tables, glyph in lists."
    >
      <Row>
        {SEVERITIES.map((severity) => (
          <SeverityBadge key={severity} severity={severity} score={SCORES[severity]} />
        ))}
      </Row>
      <Row>
        {SEVERITIES.map((severity) => (
          <SeverityBadge key={severity} severity={severity} plain />
        ))}
      </Row>
      <Row>
        {SEVERITIES.map((severity) => (
          <SeverityGlyph key={severity} severity={severity} label />
        ))}
        <span className="ui-rule" />
        <SeverityBar counts={{ critical: 1, high: 4, medium: 6, low: 3, info: 2 }} />
        <span className="tabular-nums text-text-2">16</span>
      </Row>
    </Section>
  );
}

/** Severities as a chart: full, of one kind, and empty. */
export function ChartSection() {
  return (
    <Section title="Charts" note="The total in the middle; the legend is the table of the same numbers.">
      <div className="grid gap-8">
        <SeverityDonut
          label="Open findings"
          unit="open"
          counts={{ critical: 1, high: 4, medium: 9, low: 6, info: 3 }}
          hrefOf={(severity) => `#${severity}`}
        />
        <SeverityDonut
          label="Open findings, large numbers"
          unit="open"
          counts={{ critical: 1, high: 0, medium: 0, low: 1240, info: 0 }}
        />
        <SeverityDonut
          label="Open findings, none"
          unit="open"
          counts={{ critical: 0, high: 0, medium: 0, low: 0, info: 0 }}
        />
      </div>
    </Section>
  );
}

/** Status, tags, people. */
export function StatusSection() {
  return (
    <Section title="Status" note="The ring fills as work proceeds. Pill once per screen, plain in rows.">
      <Row>
        <StatusPill status="Upcoming" tone="neutral" glyph="dashed" />
        <StatusPill status="In progress" tone="accent" glyph="half" />
        <StatusPill status="Overdue" tone="negative" glyph="alert" />
        <StatusPill status="On hold" tone="special" glyph="hold" />
        <StatusPill status="Completed" tone="positive" glyph="full" />
        <StatusPill status="Accepted risk" tone="special" glyph="minus" />
        <StatusPill status="Ready for retest" tone="caution" glyph="half" />
      </Row>
      <Row>
        {ACCOUNT_STATES.map((state) => (
          <AccountStatus key={state} status={state} />
        ))}
      </Row>
      <Row>
        {ACCOUNT_STATES.map((state) => (
          <AccountStatus key={state} status={state} plain />
        ))}
      </Row>
      <Row>
        <Tag icon="bug">CWE-89</Tag>
        <Tag>ASVS 5.0 L2</Tag>
        <Tag tone="accent">Added</Tag>
        <Tag tone="negative">Removed</Tag>
        <Tag tone="caution" icon="hourglass">
          Ends in 5 days
        </Tag>
      </Row>
      <Row>
        <Avatar {...MARA} />
        <Avatar {...TOBIAS} size={24} />
        <Avatar {...HANA} size={28} />
        <Avatar {...PRIYA} size={36} />
        <AvatarStack people={[INES, MARA, NOOR, HANA, PRIYA]} />
        <span className="ui-rule" />
        <Kbd>⌘K</Kbd>
        <Kbd>G</Kbd>
        <Kbd>Esc</Kbd>
      </Row>
    </Section>
  );
}
