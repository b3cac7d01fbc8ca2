import type { PluginText } from '../nessus/plugin-finding.ts';
import type { PlaceText } from '../nessus/plugin-instance.ts';

/** What each row gives, and the columns it may come from, the best first. Names in lower case. */
export type Columns = Readonly<Record<Field, readonly string[]>>;

type Field =
  | Exclude<keyof PluginText, 'vectors'>
  | keyof PlaceText
  | 'vector2'
  | 'score2'
  | 'vector3'
  | 'score3'
  | 'vector4'
  | 'score4';

export interface Layout {
  readonly columns: Columns;
  /** Without these nothing can be read. */
  readonly required: readonly Field[];
  /** Present in this layout alone. */
  readonly mark: readonly string[];
}

const CLASSIC: Layout = {
  mark: ['plugin id', 'risk'],
  required: ['id', 'severity', 'host', 'name'],
  columns: {
    id: ['plugin id'],
    name: ['name'],
    severity: ['risk'],
    synopsis: ['synopsis'],
    description: ['description'],
    solution: ['solution'],
    seeAlso: ['see also'],
    cve: ['cve'],
    cwe: ['cwe'],
    host: ['host'],
    address: ['ip address', 'host ip'],
    port: ['port'],
    protocol: ['protocol'],
    service: ['service'],
    output: ['plugin output'],
    vector2: ['cvss v2.0 vector', 'cvss vector'],
    score2: ['cvss v2.0 base score'],
    vector3: ['cvss v3.0 vector', 'cvss v3 vector'],
    score3: ['cvss v3.0 base score'],
    vector4: ['cvss v4.0 vector', 'cvss v4 vector'],
    score4: ['cvss v4.0 base score'],
  },
};

const TENABLE: Layout = {
  mark: ['definition.id', 'definition.severity'],
  required: ['id', 'severity', 'host', 'name'],
  columns: {
    id: ['definition.id'],
    name: ['definition.name'],
    severity: ['definition.severity'],
    synopsis: ['definition.synopsis'],
    // Exports exist whose description column has lost its name.
    description: ['definition.description', ''],
    solution: ['definition.solution'],
    seeAlso: ['definition.see_also'],
    cve: ['definition.cve'],
    cwe: ['definition.cwe'],
    host: ['asset.name', 'asset.display_fqdn', 'asset.host_name', 'asset.display_ipv4_address'],
    address: ['asset.display_ipv4_address', 'asset.display_ipv6_address'],
    port: ['port'],
    protocol: ['protocol'],
    service: [],
    output: ['output'],
    vector2: ['definition.cvss2.base_vector'],
    score2: ['definition.cvss2.base_score'],
    vector3: ['definition.cvss3.base_vector'],
    score3: ['definition.cvss3.base_score'],
    vector4: ['definition.cvss4.base_vector'],
    score4: ['definition.cvss4.base_score'],
  },
};

export const LAYOUTS: readonly Layout[] = [CLASSIC, TENABLE];
