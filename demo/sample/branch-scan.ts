/** One check of the scanner: what it found, and on how many stations. */
interface Check {
  plugin: number;
  name: string;
  family: string;
  port: number;
  service: string;
  /** 0 none to 4 critical, as the scanner counts. */
  severity: 0 | 1 | 2 | 3 | 4;
  vector: string;
  score: string;
  synopsis: string;
  description: string;
  solution: string;
  output: string;
  hosts: number;
  cve?: string;
}

const RISKS = ['None', 'Low', 'Medium', 'High', 'Critical'] as const;
const HOSTS = 24;
const ATMS = 6;

const CHECKS: readonly Check[] = [
  {
    plugin: 910_001,
    name: 'Cash Dispenser Service &lt; 4.7.2 Remote Command Execution',
    family: 'Windows',
    port: 9100,
    service: 'xfs',
    severity: 4,
    vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
    score: '9.8',
    synopsis: 'The service on the station runs commands of anybody who connects.',
    description:
      'According to its version the dispenser service accepts commands without authentication. A connection from the branch network is enough.',
    solution: 'Install version 4.7.2 or newer.',
    output: '  Installed version : 4.6.9\n  Fixed version     : 4.7.2',
    hosts: 6,
    cve: 'CVE-2025-90017',
  },
  {
    plugin: 910_003,
    name: 'Operating System No Longer Supported',
    family: 'Windows',
    port: 0,
    service: 'general',
    severity: 4,
    vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H',
    score: '10.0',
    synopsis: 'The vendor makes no more security updates for this system.',
    description:
      'The release of the operating system on this station has reached its end. Weaknesses found from now on stay open.',
    solution: 'Move the station to a supported release, or buy extended support.',
    output: '  Release: 1607 (long-term servicing)',
    hosts: 5,
  },
  {
    plugin: 910_004,
    name: 'TLS Certificate Signed With SHA-1',
    family: 'General',
    port: 3389,
    service: 'msrdp',
    severity: 2,
    vector: 'CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:L/I:L/A:N',
    score: '4.8',
    synopsis: 'The certificate of the service has a weak signature.',
    description: 'The certificate is signed with SHA-1, for which collisions can be computed.',
    solution: 'Issue the certificate anew with SHA-256.',
    output: '  Subject : CN=teller\n  Signature : sha1WithRSAEncryption',
    hosts: 18,
  },
  {
    plugin: 910_005,
    name: 'Default SNMP Community',
    family: 'SNMP',
    port: 161,
    service: 'snmp',
    severity: 3,
    vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N',
    score: '7.5',
    synopsis: 'The network management service answers to a name that everybody knows.',
    description: 'The service can be read with the community "public": interfaces, programs, users.',
    solution: 'Use version 3 with authentication, or switch the service off.',
    output: '  Community : public',
    hosts: 9,
  },
  {
    plugin: 910_006,
    name: 'ICMP Timestamp Request Answered',
    family: 'General',
    port: 0,
    service: 'general',
    severity: 1,
    vector: 'CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:L/I:N/A:N',
    score: '3.7',
    synopsis: 'The station tells its time.',
    description: 'The station answers requests for its clock, which helps against checks that rest on time.',
    solution: 'Filter these requests.',
    output: '  Difference: 2 seconds',
    hosts: 21,
  },
  {
    plugin: 910_007,
    name: 'Service Detection',
    family: 'Service detection',
    port: 135,
    service: 'epmap',
    severity: 0,
    vector: '',
    score: '',
    synopsis: 'A service was recognised.',
    description: 'The service on this port was recognised by its answer.',
    solution: 'n/a',
    output: '  An endpoint mapper answers on this port.',
    hosts: 24,
  },
];

/** Checks that the first week’s scan did not know yet. */
const NEW_IN_WEEK_2: readonly number[] = [910_001, 910_005];
/** Stations that were switched off in the first week. */
const LATER_STATIONS = 10;

/** A report about the branch’s stations in one of the two weeks, as the scanner would save it. */
export function branchScan(week: 1 | 2): string {
  const checks = CHECKS.filter(({ plugin }) => week === 2 || !NEW_IN_WEEK_2.includes(plugin));
  const reached = week === 2 ? HOSTS : HOSTS - LATER_STATIONS;
  const hosts = Array.from({ length: reached }, (_, index) => {
    const items = checks.filter(({ hosts: count }) => index < count).map(reportItem);
    const station = `${index < ATMS ? 'atm' : 'teller'}-${String(index + 1).padStart(2, '0')}`;
    const name = `${station}.branch-004.aldervale.example`;
    return `<ReportHost name="${name}"><HostProperties>\n<tag name="host-ip">192.0.2.${index + 40}</tag>\n</HostProperties>\n${items.join('')}</ReportHost>\n`;
  });
  return [
    '<?xml version="1.0" ?>\n<NessusClientData_v2>\n<Policy><policyName>Branch network</policyName></Policy>\n',
    `<Report name="Branch 004, week ${week}" xmlns:cm="http://www.nessus.org/cm">\n`,
    ...hosts,
    '</Report>\n</NessusClientData_v2>\n',
  ].join('');
}

function reportItem(check: Check): string {
  const protocol = check.service === 'snmp' ? 'udp' : 'tcp';
  const rating = check.vector
    ? `<cvss3_base_score>${check.score}</cvss3_base_score>\n<cvss3_vector>${check.vector}</cvss3_vector>\n`
    : '';
  return [
    `<ReportItem port="${check.port}" svc_name="${check.service}" protocol="${protocol}" severity="${check.severity}" pluginID="${check.plugin}" pluginName="${check.name}" pluginFamily="${check.family}">\n`,
    check.cve ? `<cve>${check.cve}</cve>\n` : '',
    rating,
    `<description>${check.description}</description>\n<risk_factor>${RISKS[check.severity]}</risk_factor>\n`,
    `<solution>${check.solution}</solution>\n<synopsis>${check.synopsis}</synopsis>\n`,
    `<plugin_output>${check.output}</plugin_output>\n</ReportItem>\n`,
  ].join('');
}
