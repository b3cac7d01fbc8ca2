import type { PublishedFindingDetail } from '@sallyport/contracts/portal';
import { Button, CodeText } from '@sallyport/ui';
import { useState } from 'react';
import { ResultStatus } from '../../components/result-status.tsx';
import { strings } from '../../strings/strings.ts';

const t = strings.findings;
const SHOWN = 25;

/** Makes a box that scrolls reachable by keyboard. */
function scrollable(label: string) {
  return { tabIndex: 0, role: 'group', 'aria-label': label };
}

/** Where it was found, and what the firm verified at each place. */
export function InstanceList({ instances }: { instances: PublishedFindingDetail['instances'] }) {
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? instances : instances.slice(0, SHOWN);
  return (
    <div className="ui-card">
      <ul className="row-list">
        {shown.map((instance) => (
          <li key={instance.id} className="px-4.5 py-2.5 max-sm:px-4">
            <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5">
              <span className="min-w-0 flex-[1_1_60%] [overflow-wrap:anywhere]">
                <CodeText>{instance.target}</CodeText>
                {instance.parameter ? (
                  <span className="block text-xs text-text-2">
                    <CodeText>{instance.parameter}</CodeText>
                  </span>
                ) : null}
                {instance.note ? <span className="block text-xs text-text-2">{instance.note}</span> : null}
              </span>
              <ResultStatus result={instance.result} />
            </div>
            {instance.output ? (
              <details className="disclosure mt-1">
                <summary>
                  {t.output}
                  <span className="sr-only">: {instance.target}</span>
                </summary>
                <pre className="output" {...scrollable(`${t.output}: ${instance.target}`)}>
                  {instance.output}
                </pre>
              </details>
            ) : null}
          </li>
        ))}
      </ul>
      {shown.length < instances.length ? (
        <div className="border-t border-border-soft px-4.5 py-3">
          <Button size="sm" onClick={() => setShowsAll(true)}>
            {t.showAll(instances.length)}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
