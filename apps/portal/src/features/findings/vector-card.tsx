import type { CvssScore, ScannerVector } from '@sallyport/contracts/common';
import { IconButton, SeverityBadge, useToast } from '@sallyport/ui';
import { Fragment } from 'react';
import { strings } from '../../strings/strings.ts';
import { vectorWords } from './vector-words.ts';

const t = strings.cvss;

/** A vector that may break after each of its parts. */
function VectorText({ vector }: { vector: string }) {
  return (
    <code className="ui-code block leading-5 [overflow-wrap:anywhere]">
      {vector.split('/').map((part, index) => (
        <Fragment key={part}>
          {index > 0 ? (
            <>
              /<wbr />
            </>
          ) : null}
          {part}
        </Fragment>
      ))}
    </code>
  );
}

/** How severe, by the standard: the score, its vector, and what each part of it means. */
export function VectorCard({ score }: { score: CvssScore }) {
  const toast = useToast();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(score.vector);
      toast.show({ title: t.copied });
    } catch {
      // Without the clipboard the vector stands there to be marked.
    }
  };
  return (
    <section className="border-t border-border-soft py-4 first:border-t-0 first:pt-0">
      <h3 className="mb-2 flex items-center gap-2 font-medium">
        {t.versions[score.version]}
        <SeverityBadge severity={score.severity} score={score.score} />
      </h3>
      <div className="flex items-start gap-1">
        <span className="min-w-0 flex-1">
          <VectorText vector={score.vector} />
        </span>
        <IconButton size="sm" icon="copy" label={t.copy} onClick={() => void copy()} />
      </div>
      <details className="disclosure mt-2">
        <summary>{t.explain}</summary>
        <dl className="mt-1.5 text-xs">
          {vectorWords(score.version, score.vector).map(({ key, name, meaning }) => (
            <div
              key={key}
              className="grid grid-cols-[9.5rem_minmax(0,1fr)] gap-x-3 border-t border-border-soft py-1 first:border-t-0"
            >
              <dt className="text-text-2">{name}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}

/** What scanners said, apart from the rating. */
export function ScannerVectors({ vectors }: { vectors: readonly ScannerVector[] }) {
  return (
    <section className="border-t border-border-soft py-4 first:border-t-0 first:pt-0">
      <h3 className="font-medium">{t.scanner}</h3>
      <p className="mb-2 text-xs text-text-2">{t.scannerNote}</p>
      <ul className="grid gap-2">
        {vectors.map(({ version, vector, score }) => (
          <li key={`${version} ${vector}`}>
            <span className="text-xs text-text-2">
              {t.versions[version]}
              {score === null ? null : `, ${score.toFixed(1)}`}
            </span>
            <VectorText vector={vector} />
          </li>
        ))}
      </ul>
    </section>
  );
}
