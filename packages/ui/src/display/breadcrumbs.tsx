import { Icon } from '../icons/icon.tsx';
import { UiLink } from '../provider/link.tsx';
import { useStrings } from '../strings.ts';

/** A step on the way here; the last one is this page. */
export type Crumb = { label: string; href?: string | undefined };

/** The way here. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const strings = useStrings();
  const last = crumbs.length - 1;
  return (
    <nav className="ui-crumbs" aria-label={strings.breadcrumb}>
      <ol>
        {crumbs.map((crumb, index) => (
          <li key={`${crumb.label}${crumb.href ?? ''}`}>
            {index > 0 ? <Icon name="chevron-right" size={12} /> : null}
            {index < last && crumb.href ? (
              <UiLink href={crumb.href}>{crumb.label}</UiLink>
            ) : (
              <span aria-current={index === last ? 'page' : undefined}>{crumb.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
