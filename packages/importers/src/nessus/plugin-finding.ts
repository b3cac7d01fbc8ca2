import type { Severity } from '@sallyport/contracts/common';
import type { ImportedFinding } from '../finding.ts';
import type { ImportLimits } from '../limits.ts';
import { cleanLine, cleanText, detached, shorten } from '../text/clean-text.ts';
import { withoutEnding } from '../text/plain-address.ts';
import { proseToMarkdown } from '../text/prose-to-markdown.ts';
import { type RawVector, scannerVectors } from './scanner-vectors.ts';

/** What a Nessus file says about one plugin, as it stands there. */
export interface PluginText {
  readonly id: string;
  readonly name: string;
  readonly severity: Severity;
  readonly synopsis: string;
  readonly description: string;
  readonly solution: string;
  readonly seeAlso: string;
  /** Text in which CVE names stand. */
  readonly cve: string;
  /** Text in which CWE numbers stand. */
  readonly cwe: string;
  readonly vectors: readonly RawVector[];
}

const MAX_TITLE = 300;
const MAX_ADDRESS = 2000;
const SEPARATORS = new Set('.,;');
const NOTHING = /^n\/?a\.?$/i;

/** One plugin as a finding; the same plugin has the same key in every Nessus format. */
export function pluginFinding(plugin: PluginText, limits: ImportLimits): ImportedFinding {
  return {
    key: `nessus:${detached(plugin.id)}`,
    title: detached(cleanLine(plugin.name, MAX_TITLE)),
    severity: plugin.severity,
    description: description(plugin, limits),
    recommendation: NOTHING.test(plugin.solution.trim()) ? '' : prose(plugin.solution, limits),
    references: addressesIn(plugin.seeAlso),
    cwe: distinct([...plugin.cwe.matchAll(/\d{1,5}/g)].map(([number]) => Number(number))),
    cve: distinct(
      [...plugin.cve.matchAll(/CVE-\d{4}-\d{4,7}/gi)].map(([name]) => detached(name.toUpperCase())),
    ),
    vectors: scannerVectors(plugin.vectors),
  };
}

/** The synopsis is the first paragraph, unless the description begins with it. */
function description({ synopsis, description: text }: PluginText, limits: ImportLimits): string {
  const first = cleanText(synopsis).trim();
  const rest = cleanText(text).trim();
  return prose(rest.startsWith(first) ? rest : `${first}\n\n${rest}`, limits);
}

function prose(text: string, { maxTextChars }: ImportLimits): string {
  return detached(proseToMarkdown(shorten(text, maxTextChars)));
}

function addressesIn(text: string): string[] {
  const found = [...text.matchAll(/https?:\/\/[^\s"<>]+/gi)].map(([address]) =>
    withoutEnding(address, SEPARATORS),
  );
  return distinct(
    found.filter((address) => address.length <= MAX_ADDRESS && URL.canParse(address)).map(detached),
  );
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
