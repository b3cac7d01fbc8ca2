import type { SeveritySource } from '@sallyport/contracts/common';
import { CodeText, Icon, SelectInput, SeverityBadge } from '@sallyport/ui';
import { useState } from 'react';
import { strings } from '../../strings/strings.ts';
import type { CvssVersion } from './cvss-metrics.ts';
import { CvssPanel } from './cvss-panel.tsx';
import type { Finding } from './findings.queries.ts';
import { SeverityChoice } from './severity-choice.tsx';
import type { FindingDraft } from './use-finding-draft.ts';
import { useVectorScore } from './use-vector-score.ts';

const t = strings.findings.rating;
const VECTORS = { '3.1': 'cvss31Vector', '4.0': 'cvss40Vector' } as const;
const SAVED = { '3.1': 'cvss31', '4.0': 'cvss40' } as const;

function firstVersion(source: SeveritySource, finding: Finding): CvssVersion {
  if (source === 'CVSS31') return '3.1';
  return source !== 'CVSS40' && finding.cvss31 && !finding.cvss40 ? '3.1' : '4.0';
}

/** How severe it is, and what says so. */
export function RatingPanel({
  finding,
  draft,
  disabled,
}: {
  finding: Finding;
  draft: FindingDraft;
  disabled: boolean;
}) {
  const { values, errors, set } = draft;
  const { severitySource: source } = values;
  const [version, setVersion] = useState(() => firstVersion(source, finding));
  const scored = useVectorScore(version, values[VECTORS[version]], finding[SAVED[version]]);
  const choose = (next: SeveritySource) => {
    set('severitySource', next);
    if (next === 'CVSS31') setVersion('3.1');
    if (next === 'CVSS40') setVersion('4.0');
  };
  const sources: readonly SeveritySource[] = finding.isImported
    ? ['TOOL', 'CVSS40', 'CVSS31', 'MANUAL']
    : ['CVSS40', 'CVSS31', 'MANUAL'];
  return (
    <>
      <section className="flex flex-col gap-2.5">
        <div className="flex items-center justify-between gap-3">
          <h3 className="ui-heading">{t.source}</h3>
          {disabled ? (
            <span className="text-text-2">{t.sources[source]}</span>
          ) : (
            <SelectInput
              label={t.source}
              className="w-32"
              value={source}
              onChange={choose}
              options={sources.map((value) => ({ value, label: t.sources[value] }))}
            />
          )}
        </div>
        {source === 'MANUAL' && !disabled ? (
          <SeverityChoice
            label={t.manual}
            value={values.severity}
            onChange={(severity) => set('severity', severity)}
          />
        ) : source === 'MANUAL' || source === 'TOOL' ? (
          <p className="flex flex-wrap items-center gap-2 text-xs text-text-3">
            <SeverityBadge severity={values.severity} />
            {source === 'TOOL' ? t.byTool : t.byHand}
          </p>
        ) : values[source === 'CVSS31' ? 'cvss31Vector' : 'cvss40Vector'] === '' ? (
          <p className="text-xs text-text-3">{t.needsVector}</p>
        ) : null}
        {errors['severitySource'] ? (
          <p className="ui-field-error" role="alert">
            <Icon name="alert" size={14} />
            <span>{errors['severitySource']}</span>
          </p>
        ) : null}
      </section>
      <section>
        <CvssPanel
          version={version}
          onVersion={setVersion}
          vector={values[VECTORS[version]]}
          onVector={(vector) => set(VECTORS[version], vector)}
          scored={scored}
          error={errors[VECTORS[version]]}
          source={source}
          onSource={choose}
          disabled={disabled}
        />
      </section>
      {finding.scannerVectors.length > 0 ? <ScannerVectors vectors={finding.scannerVectors} /> : null}
    </>
  );
}

function ScannerVectors({ vectors }: { vectors: Finding['scannerVectors'] }) {
  return (
    <section className="flex flex-col gap-2">
      <h3 className="ui-heading">{t.scanner}</h3>
      <ul className="flex flex-col gap-1.5">
        {vectors.map(({ version, vector, score }) => (
          <li key={vector} className="rounded-md border border-border bg-sunken px-2.5 py-1.5">
            <span className="flex justify-between gap-2 text-xs text-text-2">
              {`CVSS ${version}`}
              <span className="tabular-nums">
                {score === null ? t.scannerNoScore : t.scannerScore(score.toFixed(1))}
              </span>
            </span>
            <span className="text-2xs wrap-anywhere">
              <CodeText muted>{vector}</CodeText>
            </span>
          </li>
        ))}
      </ul>
      <p className="text-xs text-text-3">{t.scannerHelp}</p>
    </section>
  );
}
