import { SEVERITIES, SEVERITY_LABEL, type Severity, type SeverityCounts } from '@sallyport/contracts/common';
import type { ReportProject } from '@sallyport/db';
import type { RichText } from '@sallyport/richtext';

export function countSeverities(severities: readonly Severity[]): SeverityCounts {
  const counts = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  for (const severity of severities) counts[severity] += 1;
  return counts;
}

/** The first page in words: who tested what and when, and what was found. Plain text, never markup. */
export function summaryText(project: ReportProject, counts: SeverityCounts): RichText {
  const { firm, client, name, type } = project;
  const total = SEVERITIES.reduce((sum, severity) => sum + counts[severity], 0);
  const when = period(project);
  const first = `${firm.name} examined "${name}" for ${client.name}${when}. Kind of test: ${type}.`;
  return [paragraph(first), paragraph(outcome(total, counts))];
}

function outcome(total: number, counts: SeverityCounts): string {
  if (total === 0) return 'Within the scope and the time given, nothing was found that needs to be reported.';
  const parts = SEVERITIES.filter((severity) => counts[severity] > 0).map(
    (severity) => `${counts[severity]} ${SEVERITY_LABEL[severity].toLowerCase()}`,
  );
  const urgent = counts.critical + counts.high;
  const advice =
    urgent > 0
      ? ` ${urgent === 1 ? 'One of them is' : `${urgent} of them are`} critical or high and should be dealt with first.`
      : ' None of them is critical or high.';
  return `${total} ${total === 1 ? 'finding is' : 'findings are'} described in this report: ${listed(parts)}.${advice}`;
}

function period({ testStart, testEnd }: ReportProject): string {
  if (testStart && testEnd) return ` from ${longDay(testStart)} to ${longDay(testEnd)}`;
  if (testStart) return ` from ${longDay(testStart)}`;
  return testEnd ? ` until ${longDay(testEnd)}` : '';
}

const LONG_DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

function longDay(day: string): string {
  return LONG_DAY.format(new Date(`${day}T00:00:00Z`));
}

function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

function paragraph(text: string): RichText[number] {
  return { type: 'paragraph', children: [{ type: 'text', text }] };
}
