import { Card, CodeText, DateText, KeyValueList, TextLink } from '@sallyport/ui';
import { strings } from '../../strings/strings.ts';
import type { Finding } from './findings.queries.ts';
import { ScannerVectors, VectorCard } from './vector-card.tsx';

const t = strings.findings;

/** Where it belongs and how it is scored. */
export function FindingFacts({ finding }: { finding: Finding }) {
  const scores = [finding.cvss40, finding.cvss31].filter((score) => score !== null);
  return (
    <div className="flex flex-col gap-4">
      <Card title={t.details} padded>
        <KeyValueList
          items={[
            { key: 'reference', label: t.columns.reference, value: <CodeText>{finding.reference}</CodeText> },
            {
              key: 'project',
              label: t.project,
              value: <TextLink href={`/projects/${finding.projectId}`}>{finding.projectName}</TextLink>,
            },
            { key: 'published', label: t.publishedLabel, value: <DateText at={finding.publishedAt} /> },
            ...(finding.instanceCount > 0
              ? [
                  {
                    key: 'places',
                    label: t.columns.places,
                    value: finding.instanceCount.toLocaleString('en'),
                  },
                ]
              : []),
          ]}
        />
      </Card>
      {scores.length + finding.scannerVectors.length > 0 ? (
        <section className="ui-card p-5" aria-label={strings.cvss.score}>
          {scores.map((score) => (
            <VectorCard key={score.version} score={score} />
          ))}
          {finding.scannerVectors.length > 0 ? <ScannerVectors vectors={finding.scannerVectors} /> : null}
        </section>
      ) : null}
    </div>
  );
}
