import { UpdateFindingInput } from '@sallyport/contracts/staff';
import { CodeText, TextLink } from '@sallyport/ui';
import { strings } from '../../strings/strings.ts';
import { CweField } from './cwe-field.tsx';
import { ListField } from './list-field.tsx';
import type { FindingDraft } from './use-finding-draft.ts';

const t = strings.findings.classification;
const Cve = UpdateFindingInput.shape.cve.element;
const Link = UpdateFindingInput.shape.links.element;

function errorOf(errors: FindingDraft['errors'], name: string): string | undefined {
  return Object.entries(errors).find(([path]) => path === name || path.startsWith(`${name}.`))?.[1];
}

/** What kind of weakness it is, which known vulnerabilities, and where to read on. */
export function ClassificationPanel({ draft, disabled }: { draft: FindingDraft; disabled: boolean }) {
  const { values, errors, set } = draft;
  const { cwe, cve, links } = values;
  if (disabled && cwe.length + cve.length + links.length === 0) return null;
  return (
    <section className="flex flex-col gap-3.5">
      <h3 className="ui-heading">{t.heading}</h3>
      <CweField
        values={cwe}
        error={errorOf(errors, 'cwe')}
        disabled={disabled}
        onChange={(next) => set('cwe', next)}
      />
      <ListField
        label={t.cve}
        placeholder={t.cvePlaceholder}
        problem={t.cveProblem}
        error={errorOf(errors, 'cve')}
        values={cve}
        read={(text) => Cve.safeParse(text).data ?? null}
        show={(value) => <CodeText>{value}</CodeText>}
        disabled={disabled}
        onChange={(next) => set('cve', next)}
      />
      <ListField
        label={t.links}
        placeholder={t.linkPlaceholder}
        problem={t.linkProblem}
        error={errorOf(errors, 'links')}
        values={links}
        read={(text) => Link.safeParse(text).data ?? null}
        show={(value) => (
          <TextLink href={value} target="_blank" rel="noreferrer noopener">
            {value}
          </TextLink>
        )}
        disabled={disabled}
        onChange={(next) => set('links', next)}
      />
    </section>
  );
}
