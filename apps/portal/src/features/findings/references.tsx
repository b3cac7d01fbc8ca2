import type { PublishedFindingDetail } from '@sallyport/contracts/portal';
import { Icon } from '@sallyport/ui';
import { strings } from '../../strings/strings.ts';

const t = strings.findings;

interface Reference {
  href: string;
  text: string;
}

/** A list of links to elsewhere, which learn nothing about where one comes from. */
function Links({ title, links }: { title: string; links: readonly Reference[] }) {
  if (links.length === 0) return null;
  return (
    <div>
      <h3 className="text-xs font-medium text-text-2">{title}</h3>
      <ul className="mt-1 grid gap-1">
        {links.map(({ href, text }) => (
          <li key={href}>
            <a
              className="ui-link inline-flex items-baseline gap-1.5 [overflow-wrap:anywhere]"
              href={href}
              target="_blank"
              rel="noreferrer noopener"
            >
              {text}
              <Icon name="external" size={12} />
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** True when there is anything to refer to. */
export function hasReferences({ cwe, cve, links }: PublishedFindingDetail): boolean {
  return cwe.length + cve.length + links.length > 0;
}

/** Weaknesses, known vulnerabilities and further reading. */
export function References({ finding: { cwe, cve, links } }: { finding: PublishedFindingDetail }) {
  return (
    <div className="grid gap-4">
      <Links
        title={t.weaknesses}
        links={cwe.map(({ id, name }) => ({
          href: `https://cwe.mitre.org/data/definitions/${id}.html`,
          text: `CWE-${id} ${name}`,
        }))}
      />
      <Links
        title={t.vulnerabilities}
        links={cve.map((id) => ({
          href: `https://www.cve.org/CVERecord?id=${encodeURIComponent(id)}`,
          text: id,
        }))}
      />
      <Links title={t.links} links={links.filter(isWebAddress).map((link) => ({ href: link, text: link }))} />
    </div>
  );
}

function isWebAddress(link: string): boolean {
  return /^https?:\/\//i.test(link);
}
