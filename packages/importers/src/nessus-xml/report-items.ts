import type { Severity } from '@sallyport/contracts/common';
import type { ImportedFinding, ImportedItem } from '../finding.ts';
import type { ImportLimits } from '../limits.ts';
import { pluginFinding } from '../nessus/plugin-finding.ts';
import { pluginId, pluginInstance, pluginName } from '../nessus/plugin-instance.ts';
import { ImportProblem } from '../problem.ts';
import { isPluginField, PluginFields } from './plugin-fields.ts';
import { severityOf } from './severity-of.ts';

type Attributes = Readonly<Record<string, string>>;

interface OpenItem {
  readonly id: string;
  readonly severity: Severity;
  readonly attributes: Attributes;
  readonly line: number;
  /** Null when the plugin is known already and its texts need not be read again. */
  readonly fields: PluginFields | null;
  output: string;
}

const EXPORT_AGAIN = 'Export the report again without changing it, and import that file.';
/** Real reports have up to some two thousand plugins; beyond this, texts are read again. */
const MAX_KNOWN = 4096;

/** Turns ReportHost and ReportItem elements into items. */
export class ReportItems {
  readonly #limits: ImportLimits;
  readonly #known = new Map<string, ImportedFinding>();
  #done: ImportedItem[] = [];
  #count = 0;
  #host: { readonly name: string; address: string } | null = null;
  #item: OpenItem | null = null;

  constructor(limits: ImportLimits) {
    this.#limits = limits;
  }

  /** Whether the text of the element that begins is wanted. */
  open(name: string, attributes: Attributes, line: number): boolean {
    if (name === 'ReportItem') {
      this.#item = this.#begin(attributes, line);
      return false;
    }
    if (this.#item !== null) {
      return name === 'plugin_output' || (this.#item.fields !== null && isPluginField(name));
    }
    if (name === 'ReportHost') this.#host = { name: attributes['name'] ?? '', address: '' };
    return name === 'tag' && this.#host !== null && attributes['name'] === 'host-ip';
  }

  text(name: string, text: string): void {
    if (this.#item === null) {
      if (this.#host !== null) this.#host.address = text;
    } else if (name === 'plugin_output') this.#item.output ||= text;
    else this.#item.fields?.add(name, text);
  }

  close(name: string): void {
    if (name === 'ReportHost') this.#host = null;
    else if (name === 'ReportItem' && this.#item !== null) {
      this.#done.push(this.#finish(this.#item));
      this.#item = null;
    }
  }

  /** What has been finished since the last call. */
  take(): ImportedItem[] {
    const done = this.#done;
    this.#done = [];
    return done;
  }

  #begin(attributes: Attributes, line: number): OpenItem {
    if (this.#host === null || this.#item !== null) {
      throw new ImportProblem('A result (ReportItem) stands outside a host', line, EXPORT_AGAIN);
    }
    this.#count += 1;
    if (this.#count > this.#limits.maxItems) {
      throw new ImportProblem(
        `The file has more than ${this.#limits.maxItems} results`,
        line,
        'Export fewer hosts at a time and import the parts.',
      );
    }
    const id = pluginId(attributes['pluginID'] ?? '', line);
    const severity = severityOf(attributes['severity'], line);
    const fields = this.#known.has(id) ? null : new PluginFields();
    return { id, severity, attributes, line, fields, output: '' };
  }

  #finish({ id, severity, attributes, line, fields, output }: OpenItem): ImportedItem {
    const known = this.#known.get(id);
    const finding =
      known ??
      pluginFinding(
        {
          id,
          severity,
          name: pluginName(attributes['pluginName'] ?? '', line),
          ...(fields ?? new PluginFields()).texts(),
        },
        this.#limits,
      );
    if (known === undefined) {
      if (this.#known.size >= MAX_KNOWN) this.#known.clear();
      this.#known.set(id, finding);
    }
    const instance = pluginInstance(
      {
        host: this.#host?.name ?? '',
        address: this.#host?.address ?? '',
        port: attributes['port'] ?? '',
        protocol: attributes['protocol'] ?? '',
        service: attributes['svc_name'] ?? '',
        output,
      },
      line,
      this.#limits,
    );
    return { finding: finding.severity === severity ? finding : { ...finding, severity }, instance, line };
  }
}
