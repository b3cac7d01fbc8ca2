import { Icon, Person, SectionHeader, SeverityBadge, TextLink } from '@sallyport/ui';
import { strings } from '../../strings/strings.ts';
import { MissingList } from './missing-list.tsx';
import type { Completion } from './projects.queries.ts';

const t = strings.projects.complete;
/** Beyond these a list is not read any more, only counted. */
const FINDINGS_SHOWN = 200;
const PEOPLE_SHOWN = 60;
/** What scrolls must be reachable by keyboard. */
const SCROLLABLE = { tabIndex: 0 } as const;

/** The fact first, then its consequence; then every finding and every person by name. */
export function CompletionEffect({ projectId, completion }: { projectId: string; completion: Completion }) {
  const { publishes, customers, company, missing, alreadyPublished, isProjectShownAlready } = completion;
  const shownFirst = !isProjectShownAlready && publishes.length > 0;
  return (
    <>
      <div className="flex flex-col gap-0.5">
        <p className="font-medium">
          {t.publishes(publishes.length, company.name)}
          {publishes.length > 0 ? ` ${t.seen(customers.length)}` : null}
        </p>
        <p className="text-text-2">
          {[
            alreadyPublished > 0 ? t.already(alreadyPublished) : null,
            shownFirst ? t.firstShow(company.name) : null,
          ]
            .filter(Boolean)
            .join(' ')}
        </p>
      </div>
      {publishes.length > 0 ? (
        <div className="grid items-start gap-4 sm:grid-cols-[minmax(0,1fr)_12rem]">
          <section>
            <SectionHeader level={3} title={t.becomesVisible} count={publishes.length} />
            <ul className="ui-card max-h-72 divide-y divide-border-soft overflow-auto" {...SCROLLABLE}>
              {publishes.slice(0, FINDINGS_SHOWN).map((finding) => (
                <li key={finding.id} className="flex min-h-9 items-center gap-2.5 px-3 py-1.5">
                  <SeverityBadge severity={finding.severity} />
                  <span className="min-w-0 flex-1 wrap-anywhere">{finding.title}</span>
                  <span className="text-xs whitespace-nowrap text-text-3 max-sm:hidden">
                    {t.instances(finding.instanceCount)}
                  </span>
                </li>
              ))}
              <Rest count={publishes.length - FINDINGS_SHOWN} />
            </ul>
          </section>
          <section>
            <SectionHeader level={3} title={t.whoSees} count={customers.length} />
            <Readers completion={completion} />
          </section>
        </div>
      ) : null}
      {missing.length > 0 ? (
        <section>
          <SectionHeader level={3} title={t.advice} count={missing.length} />
          <MissingList projectId={projectId} missing={missing} />
        </section>
      ) : null}
      <p className="flex items-start gap-1.5 text-xs text-text-2">
        <Icon name="lock" size={14} className="mt-0.5 shrink-0 text-icon" />
        {t.locks}
      </p>
    </>
  );
}

/** Everybody who will see it by name; where there is nobody, the place to invite somebody. */
function Readers({ completion: { customers, company } }: { completion: Completion }) {
  if (customers.length === 0)
    return (
      <div className="flex flex-col items-start gap-1 text-xs">
        <p className="text-text-3">{t.nobodyYet}</p>
        <TextLink href={`/companies/${company.id}/customers`}>{t.customersOf(company.name)}</TextLink>
      </div>
    );
  return (
    <ul className="flex max-h-72 flex-col gap-1 overflow-auto" {...SCROLLABLE}>
      {customers.slice(0, PEOPLE_SHOWN).map((customer) => (
        <li key={customer.id} className="py-0.5">
          <Person id={customer.id} name={customer.displayName} />
        </li>
      ))}
      <Rest count={customers.length - PEOPLE_SHOWN} />
    </ul>
  );
}

function Rest({ count }: { count: number }) {
  return count > 0 ? <li className="px-3 py-1.5 text-xs text-text-3">{t.more(count)}</li> : null;
}
