import type { OwnActivityRow } from '@sallyport/contracts/common';
import { Button, cx, Icon, type IconName, useStrings } from '@sallyport/ui';
import { useId } from 'react';
import { byDay, daysAgo } from './by-day.ts';

export interface ActivityWords {
  /** What happened, as a sentence. */
  sentence: (row: OwnActivityRow) => string;
  today: (day: string) => string;
  yesterday: (day: string) => string;
  /** From where. */
  from: (address: string) => string;
  /** With an API token. */
  byToken: string;
  times: (count: number) => string;
  more: string;
}

/** What one did and what happened to one's account, under the days, the latest first. */
export function ActivityFeed({
  rows,
  words: t,
  onMore,
  busy,
}: {
  rows: readonly OwnActivityRow[];
  words: ActivityWords;
  /** Only while there is more. */
  onMore?: (() => void) | undefined;
  busy?: boolean | undefined;
}) {
  return (
    <div className="flex flex-col gap-6">
      {byDay(rows).map(({ day, items }) => (
        <Day key={day} day={day} items={items} words={t} />
      ))}
      {onMore ? (
        <div>
          <Button busy={busy} onClick={onMore}>
            {t.more}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function Day({
  day,
  items,
  words: t,
}: {
  day: string;
  items: readonly OwnActivityRow[];
  words: ActivityWords;
}) {
  const id = useId();
  const { locale } = useStrings();
  const ago = daysAgo(day);
  const name = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(ago > 300 ? { year: 'numeric' } : {}),
  }).format(new Date(`${day}T12:00:00`));
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="ui-heading mb-2">
        {ago === 0 ? t.today(name) : ago === 1 ? t.yesterday(name) : name}
      </h2>
      <ol className="ui-card divide-y divide-border-soft">
        {items.map((row) => (
          <Line key={row.seq} row={row} words={t} locale={locale} />
        ))}
      </ol>
    </section>
  );
}

function Line({ row, words: t, locale }: { row: OwnActivityRow; words: ActivityWords; locale: string }) {
  const isBad = row.outcome === 'FAILED';
  const notes = [
    row.via === 'tool' ? t.byToken : null,
    row.address === null ? null : t.from(row.address),
    row.occurrences > 1 ? t.times(row.occurrences) : null,
  ].filter((note) => note !== null);
  return (
    <li className="flex items-start gap-2.5 px-3.5 py-2">
      <Icon
        name={isBad ? 'alert' : iconOf(row.action)}
        size={14}
        className={cx('mt-0.75 shrink-0', isBad ? 'text-negative-text' : 'text-icon')}
      />
      <p className="min-w-0 flex-1">
        <span className={isBad ? 'font-medium' : undefined}>{t.sentence(row)}</span>
        {notes.length > 0 ? <span className="text-xs text-text-3"> · {notes.join(' · ')}</span> : null}
      </p>
      <time dateTime={row.at} className="shrink-0 text-xs text-text-3 tabular-nums">
        {new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hour12: false }).format(
          new Date(row.at),
        )}
      </time>
    </li>
  );
}

const ICONS: Readonly<Record<string, IconName>> = {
  account: 'user',
  company: 'building',
  evidence: 'image',
  factor: 'fingerprint',
  finding: 'bug',
  group: 'layers',
  import: 'upload',
  instance: 'bug',
  invitation: 'mail',
  membership: 'layers',
  project: 'target',
  report: 'report',
  scope: 'target',
  session: 'device',
  token: 'terminal',
};

/** By what the action is about; the log names it first. */
function iconOf(action: string): IconName {
  return ICONS[action.split('.')[0] ?? ''] ?? 'history';
}
