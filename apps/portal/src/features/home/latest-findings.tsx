import { Card, EmptyState, Icon, RelativeTime, SeverityGlyph, TextLink, UiLink } from '@sallyport/ui';
import { useCurrentCustomer } from '../../lib/current-customer.ts';
import { strings } from '../../strings/strings.ts';
import type { Home } from './home.queries.ts';

const t = strings.home;
const SHOWN = 4;

/** What was published last. */
export function LatestFindings({ findings }: { findings: Home['latestFindings'] }) {
  const { firmName } = useCurrentCustomer();
  return (
    <Card
      title={t.latest}
      actions={
        findings.length > 0 ? (
          <TextLink className="mr-1.5 text-xs" href="/findings">
            {t.allFindings}
          </TextLink>
        ) : undefined
      }
    >
      {findings.length === 0 ? (
        <div className="grid place-content-center py-8">
          <EmptyState title={t.noFindingsTitle} body={t.noFindings(firmName)} />
        </div>
      ) : (
        <ul className="row-list px-4 py-1.5 sm:px-5">
          {findings.slice(0, SHOWN).map((finding) => (
            <li key={finding.id}>
              <UiLink href={`/findings/${finding.id}`} className="row-link">
                <span className="mt-1.5 flex self-start">
                  <SeverityGlyph severity={finding.severity} label />
                </span>
                <span className="min-w-0 flex-1">
                  <span className="line-clamp-2 leading-[21px] font-medium [overflow-wrap:anywhere]">
                    {finding.title}
                  </span>
                  <span className="block truncate text-xs text-text-2">
                    {finding.reference} · {finding.projectName}
                  </span>
                </span>
                <span className="self-start text-xs text-text-2">
                  <RelativeTime at={finding.publishedAt} />
                </span>
                <span className="text-icon max-sm:hidden">
                  <Icon name="chevron-right" size={14} />
                </span>
              </UiLink>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
