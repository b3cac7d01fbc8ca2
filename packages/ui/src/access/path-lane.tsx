import { Icon } from '../icons/icon.tsx';
import type { IconName } from '../icons/icon-paths.ts';
import { UiLink } from '../provider/link.tsx';

/** One station of a path. */
export type PathNode = {
  icon: IconName;
  title: string;
  note: string;
  href?: string | undefined;
  /** Ends soon, or gives nothing. */
  tone?: 'caution' | 'negative' | 'muted' | undefined;
};

/** Why someone may do something: group, grant, reach, how long it holds; one lane per path. */
export function PathLane({
  paths,
  headers,
  label,
}: {
  /** Each path has as many nodes as there are headers. */
  paths: readonly { id: string; nodes: readonly PathNode[] }[];
  /** "Group", "Grant", "Reach", "Holds". */
  headers: readonly string[];
  label: string;
}) {
  return (
    <div className="ui-paths">
      <div className="ui-path ui-path-head" aria-hidden="true">
        {headers.map((header) => (
          <span key={header}>{header}</span>
        ))}
      </div>
      <ul aria-label={label}>
        {paths.map((path) => (
          <li key={path.id} className="ui-path">
            {path.nodes.map((node, index) => (
              <div key={headers[index] ?? node.title} className="ui-path-node" data-tone={node.tone}>
                <p>
                  <Icon name={node.icon} size={14} />
                  <span className="sr-only">{headers[index]}: </span>
                  {node.href ? <UiLink href={node.href}>{node.title}</UiLink> : <span>{node.title}</span>}
                </p>
                <small>{node.note}</small>
              </div>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}
