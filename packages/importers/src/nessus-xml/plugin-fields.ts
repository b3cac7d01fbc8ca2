import type { PluginText } from '../nessus/plugin-finding.ts';

/** Elements that may stand more than once: their texts are joined. */
const LISTS = new Set(['see_also', 'cve', 'cwe', 'xref']);
const TEXTS = new Set([
  'synopsis',
  'description',
  'solution',
  'cvss_vector',
  'cvss_base_score',
  'cvss3_vector',
  'cvss3_base_score',
  'cvss4_vector',
  'cvss4_base_score',
]);
const MAX_LIST_CHARS = 64 * 1024;

export function isPluginField(name: string): boolean {
  return TEXTS.has(name) || LISTS.has(name);
}

/** What one ReportItem says about its plugin. Of a repeated text the first stays. */
export class PluginFields {
  readonly #fields = new Map<string, string>();

  add(name: string, text: string): void {
    const known = this.#fields.get(name);
    if (known === undefined) this.#fields.set(name, text);
    else if (LISTS.has(name) && known.length < MAX_LIST_CHARS) this.#fields.set(name, `${known}\n${text}`);
  }

  texts(): Omit<PluginText, 'id' | 'name' | 'severity'> {
    return {
      synopsis: this.#of('synopsis'),
      description: this.#of('description'),
      solution: this.#of('solution'),
      seeAlso: this.#of('see_also'),
      cve: this.#of('cve'),
      cwe: `${this.#of('cwe')}\n${weaknessesIn(this.#of('xref'))}`,
      vectors: [
        { generation: 2, vector: this.#of('cvss_vector'), score: this.#of('cvss_base_score') },
        { generation: 3, vector: this.#of('cvss3_vector'), score: this.#of('cvss3_base_score') },
        { generation: 4, vector: this.#of('cvss4_vector'), score: this.#of('cvss4_base_score') },
      ],
    };
  }

  #of(name: string): string {
    return this.#fields.get(name) ?? '';
  }
}

/** Older reports name weaknesses among the cross-references, as `CWE:79`. */
function weaknessesIn(references: string): string {
  return [...references.matchAll(/\bCWE:(\d{1,5})\b/g)].map(([, number]) => number).join('\n');
}
