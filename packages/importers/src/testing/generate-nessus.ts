/** How large a report to make; the same values make the same report. */
export interface NessusSize {
  readonly seed: number;
  readonly items: number;
  readonly plugins: number;
  readonly hosts: number;
}

const WORDS =
  'the harbour gateway answers over an old channel and keeps a listening service that nobody has renewed since its certificate was issued so a person on the same network may read or change what passes until the vendor release is installed and the weak setting is switched off on every berth crane ledger and lighthouse controller'.split(
    ' ',
  );
const SUBJECTS = [
  'Tide Table',
  'Cargo Ledger',
  'Berth Planner',
  'Crane Control',
  'Customs Mail',
  'Pilot Radio',
];
const FAULTS = [
  'Outdated Release',
  'Weak Cipher',
  'Default Password',
  'Open Listing',
  'Missing Patch',
  'Banner',
];
const SERVICES = ['www', 'ssh', 'cifs', 'msrdp', 'smtp', 'ldap'];

/**
 * A .nessus report in our own words, piece by piece, some 2.5 kB per item. No two items have the plugin,
 * host and port in common, so that it holds exactly `items` instances of at most `plugins` findings.
 */
export function* generateNessus({ seed, items, plugins, hosts }: NessusSize): Generator<string> {
  const random = randomFrom(seed);
  const bodies = Array.from({ length: plugins }, (_, index) => pluginBody(index, random));
  yield '<?xml version="1.0" ?>\n<NessusClientData_v2>\n<Policy><policyName>Harbour sweep</policyName></Policy>\n';
  yield '<Report name="Harbour sweep" xmlns:cm="http://www.nessus.org/cm">\n';
  for (let host = 0; host < hosts; host += 1) {
    const count = Math.floor(items / hosts) + (host < items % hosts ? 1 : 0);
    const address = `198.51.${100 + (host >> 8)}.${host & 255}`;
    yield `<ReportHost name="berth-${host}.harbour.example"><HostProperties>\n<tag name="host-ip">${address}</tag>\n</HostProperties>\n`;
    for (let index = 0; index < count; index += 1) {
      const plugin = (host * 7 + index) % plugins;
      yield reportItem(plugin, 1024 + Math.floor(index / plugins), bodies[plugin] ?? '', random);
    }
    yield '</ReportHost>\n';
  }
  yield '</Report>\n</NessusClientData_v2>\n';
}

function reportItem(plugin: number, port: number, body: string, random: () => number): string {
  const service = SERVICES[plugin % SERVICES.length];
  const output = `\nSeen at step ${Math.floor(random() * 1e6)} :\n\n${sentences(4, random)}\n\n  Installed : 1.${plugin}\n  Fixed     : 2.0\n`;
  return `<ReportItem port="${port}" svc_name="${service}" protocol="tcp" severity="${plugin % 5}" pluginID="${800_000 + plugin}" pluginName="${titleOf(plugin)}" pluginFamily="Harbour">\n${body}<plugin_output>${output}</plugin_output>\n</ReportItem>\n`;
}

function titleOf(plugin: number): string {
  const subject = SUBJECTS[plugin % SUBJECTS.length];
  return `${subject} &lt; 2.${plugin} ${FAULTS[Math.floor(plugin / SUBJECTS.length) % FAULTS.length]}`;
}

function pluginBody(plugin: number, random: () => number): string {
  const cve = `CVE-2031-${10_000 + plugin}`;
  return [
    `<agent>all</agent>\n<cve>${cve}</cve>`,
    '<cvss3_base_score>7.5</cvss3_base_score>\n<cvss3_vector>CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N</cvss3_vector>',
    '<cvss_base_score>5.0</cvss_base_score>\n<cvss_vector>CVSS2#AV:N/AC:L/Au:N/C:P/I:N/A:N</cvss_vector>',
    `<cwe>${20 + (plugin % 700)}</cwe>`,
    `<description>${sentences(3, random)}\n\n  - ${sentences(2, random)}\n\n  - ${sentences(2, random)} (${cve})\n\n${sentences(2, random)}</description>`,
    `<fname>harbour_${plugin}.nasl</fname>\n<plugin_modification_date>2031/04/01</plugin_modification_date>`,
    '<plugin_publication_date>2031/03/01</plugin_publication_date>\n<plugin_type>remote</plugin_type>',
    `<risk_factor>Medium</risk_factor>\n<script_version>1.${plugin}</script_version>`,
    `<see_also>https://advisories.harbour.example/${plugin}\nhttps://vendor.example/releases?id=${plugin}&amp;lang=en</see_also>`,
    `<solution>${sentences(1, random)}</solution>\n<synopsis>${sentences(1, random)}</synopsis>\n`,
  ].join('\n');
}

/** Sentences wrapped as a scanner wraps them. */
function sentences(count: number, random: () => number): string {
  const lines: string[] = [];
  let line = '';
  for (let left = count * 16; left > 0; left -= 1) {
    const word = WORDS[Math.floor(random() * WORDS.length)] ?? '';
    if (line.length + word.length > 72) {
      lines.push(line);
      line = '';
    }
    line += `${line === '' ? '' : ' '}${word}${left % 16 === 1 ? '.' : ''}`;
  }
  return [...lines, line].join('\n');
}

/** A small linear generator (Numerical Recipes' constants), 0 up to 1. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
