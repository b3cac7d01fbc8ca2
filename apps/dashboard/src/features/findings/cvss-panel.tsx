import type { SeveritySource } from '@sallyport/contracts/common';
import { Button, Icon, IconButton, Segmented, TextInput } from '@sallyport/ui';
import { useId, useState } from 'react';
import { strings } from '../../strings/strings.ts';
import { CvssCalculator } from './cvss-calculator.tsx';
import type { CvssVersion } from './cvss-metrics.ts';
import { ScoreLine } from './score-line.tsx';
import type { VectorScore } from './use-vector-score.ts';

const t = strings.cvss;
const VERSIONS = ['4.0', '3.1'] as const satisfies CvssVersion[];
const SOURCES = { '3.1': 'CVSS31', '4.0': 'CVSS40' } as const satisfies Record<CvssVersion, SeveritySource>;

/** The vector of one standard, by buttons or as text; the server scores both alike. */
export function CvssPanel({
  version,
  onVersion,
  vector,
  onVector,
  scored,
  error,
  source,
  onSource,
  disabled,
}: {
  version: CvssVersion;
  onVersion: (version: CvssVersion) => void;
  vector: string;
  onVector: (vector: string) => void;
  scored: VectorScore;
  error: string | undefined;
  source: SeveritySource;
  onSource: (source: SeveritySource) => void;
  disabled: boolean;
}) {
  const problemId = useId();
  const [isExplained, setExplained] = useState(false);
  const [isCopied, setCopied] = useState(false);
  const counts = source === SOURCES[version];
  const problem = scored.problem ?? error;
  const copy = async () => {
    await navigator.clipboard.writeText(vector).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <div className="flex flex-col gap-2.5">
      <div className="flex items-center justify-between gap-2">
        <Segmented
          size="sm"
          label={t.version}
          value={version}
          onChange={onVersion}
          options={VERSIONS.map((value) => ({ value, label: t.versions[value] }))}
        />
        <Button
          size="sm"
          variant="ghost"
          icon="help"
          aria-pressed={isExplained}
          aria-label={t.explainLabel}
          onClick={() => setExplained(!isExplained)}
        >
          {t.explain}
        </Button>
      </div>
      {disabled && vector === '' ? (
        <p className="text-xs text-text-3">{t.none}</p>
      ) : (
        <>
          <ScoreLine score={scored.score} isAsking={scored.isAsking} />
          <TextInput
            mono
            readOnly={disabled}
            aria-label={`${t.versions[version]}, ${t.vector}`}
            aria-invalid={problem ? true : undefined}
            aria-describedby={problem ? problemId : undefined}
            placeholder={`CVSS:${version}/AV:N/…`}
            spellCheck={false}
            autoComplete="off"
            value={vector}
            title={vector}
            onChange={(event) => {
              setCopied(false);
              onVector(event.target.value);
            }}
            end={
              vector === '' ? null : (
                <>
                  <IconButton
                    size="sm"
                    icon={isCopied ? 'check' : 'copy'}
                    label={isCopied ? t.copied : t.copy}
                    onClick={() => void copy()}
                  />
                  {disabled ? null : (
                    <IconButton size="sm" icon="x" label={t.clear} onClick={() => onVector('')} />
                  )}
                </>
              )
            }
          />
          {problem ? (
            <p className="ui-field-error" id={problemId} role="alert">
              <Icon name="alert" size={14} />
              <span>{problem}</span>
            </p>
          ) : vector !== '' && scored.missing.length > 0 ? (
            <p className="text-xs text-text-3">{t.missing(scored.missing)}</p>
          ) : null}
          {counts || vector === '' ? null : (
            <p className="flex items-center justify-between gap-2 text-xs text-text-3">
              {t.doesNotCount}
              {disabled ? null : (
                <Button size="sm" onClick={() => onSource(SOURCES[version])}>
                  {t.useIt}
                </Button>
              )}
            </p>
          )}
          <CvssCalculator
            key={version}
            version={version}
            vector={vector}
            isExplained={isExplained}
            disabled={disabled}
            onChange={onVector}
          />
        </>
      )}
    </div>
  );
}
