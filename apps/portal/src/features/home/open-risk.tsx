import type { SeverityCounts } from '@sallyport/contracts/common';
import { EmptyState, SeverityDonut, TextLink } from '@sallyport/ui';
import { totalOf } from '../../components/open-counts.tsx';
import { useCurrentCustomer } from '../../lib/current-customer.ts';
import { findingsHref } from '../../lib/finding-search.ts';
import { strings } from '../../strings/strings.ts';
import type { Home } from './home.queries.ts';

const t = strings.home;

/** What is open, and what of it comes first. */
export function OpenRisk({ open, home }: { open: SeverityCounts; home: Home }) {
  const { firmName } = useCurrentCustomer();
  const total = totalOf(open);
  if (total === 0) {
    const hasFindings = home.latestFindings.length > 0;
    return (
      <section className="ui-card grid place-content-center py-8" aria-label={t.openFindings}>
        <EmptyState
          icon={hasFindings ? 'check-circle' : 'shield'}
          title={hasFindings ? t.nothingOpenTitle : t.noFindingsTitle}
          body={hasFindings ? t.nothingOpen : t.noFindings(firmName)}
        />
      </section>
    );
  }
  const urgent = open.critical + open.high;
  const most = mostOpen(home);
  return (
    <section className="ui-card grid md:grid-cols-[44fr_56fr]" aria-label={t.openFindings}>
      <div className="px-5.5 py-5 max-sm:p-4">
        <h2 className="ui-heading">{t.fixFirst}</h2>
        <p className="mt-2 mb-3.5 flex items-center gap-3.5 text-xs">
          <b className="text-[60px] leading-none font-semibold tracking-[-0.045em] max-sm:text-[52px]">
            {urgent.toLocaleString('en')}
          </b>
          <span>
            <span className="block font-medium">{t.urgent}</span>
            <span className="block text-text-3">{t.ofOpen(total)}</span>
          </span>
        </p>
        <p className="mb-3 text-pretty text-text-2">
          {t.answer(open.critical, open.high)} {most ? t.mostIn(most.name, most.open) : ''}
        </p>
        <TextLink
          className="text-xs"
          href={
            urgent > 0
              ? findingsHref({ severity: ['critical', 'high'], result: ['OPEN'] })
              : findingsHref({ result: ['OPEN'] })
          }
        >
          {urgent > 0 ? t.showUrgent : t.showOpen}
        </TextLink>
      </div>
      <div className="border-border-soft px-5.5 py-5 max-md:border-t max-sm:p-4 md:border-l">
        <h2 className="ui-heading mb-5">{t.openFindings}</h2>
        <SeverityDonut
          counts={open}
          unit={t.open}
          label={t.openFindings}
          hrefOf={(severity) => findingsHref({ severity: [severity], result: ['OPEN'] })}
        />
      </div>
    </section>
  );
}

/** The project with the most open findings, where there are several with any. */
function mostOpen({ projects }: Home): { name: string; open: number } | null {
  const counted = projects
    .map(({ name, open }) => ({ name, open: open ? totalOf(open) : 0 }))
    .filter(({ open }) => open > 0)
    .toSorted((a, b) => b.open - a.open);
  const [first, second] = counted;
  return first && second && first.open > second.open ? first : null;
}
