import type { SampleFinding } from './finding.ts';

/** Online banking of the bank: how it is set up. */
export const ONLINE_BANKING_SURFACE: readonly SampleFinding[] = [
  {
    title: 'Mobile gateway accepts TLS 1.0 and 1.1',
    vector: 'CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:L/I:N/A:N',
    cwe: [326],
    links: ['https://www.rfc-editor.org/rfc/rfc8996'],
    description:
      'The gateway of the mobile applications still speaks TLS 1.0 and 1.1. Both are out of use since 2021 (RFC 8996) and lack modern encryption modes.',
    impact:
      'Somebody between an old telephone and the gateway may, with much effort, read parts of the traffic. Current applications negotiate TLS 1.3 and are not affected.',
    steps: 'Ask for each version in turn:\n\n[[tls-versions]]',
    recommendation:
      'Allow TLS 1.2 with forward secrecy and TLS 1.3. According to the gateway’s statistics 0.2 % of the sign-ins of last month came over older versions.',
    instances: ['m.aldervale.example:443/tcp', 'push.aldervale.example:443/tcp'],
    images: [
      {
        file: 'tls-versions.png',
        caption: 'All four versions are accepted by the mobile gateway',
        alt: 'A terminal tries TLS 1.0, 1.1, 1.2 and 1.3 against m.aldervale.example; each is accepted',
      },
    ],
  },
  {
    title: 'Errors of the payment service name files and versions',
    vector: 'CVSS:3.1/AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N',
    cwe: [209],
    description:
      'A payment with an amount that is no number answers with the stack of the service: paths, names of classes, and the versions of two libraries.',
    impact: 'It spares an attacker the search for known weaknesses. Nothing can be done with it alone.',
    steps: 'Send `{"amount":"x"}` to `/api/v2/payments`. The answer is 500 with 41 lines of the stack.',
    recommendation:
      'Answer with a short text and an identifier, and write the stack to the log under that identifier. Check the amount before it is used.',
    instances: ['https://online.aldervale.example/api/v2/payments'],
  },
  {
    title: 'Content Security Policy allows inline scripts',
    vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N',
    cwe: [693],
    links: ['https://developer.mozilla.org/en-US/docs/Web/HTTP/CSP'],
    description:
      'The policy of online banking names `unsafe-inline` for scripts, so that it stops hardly any injected script. With a strict policy the finding about scripts in messages would have been far less severe.',
    impact: 'No weakness by itself. A second line of defence is missing.',
    steps: "```\nContent-Security-Policy: default-src 'self'; script-src 'self' 'unsafe-inline'\n```",
    recommendation:
      'Move inline scripts into files, or give each a nonce. Begin with `Content-Security-Policy-Report-Only` and look at the reports for two weeks.',
    instances: ['https://online.aldervale.example/', 'https://service.aldervale.example/'],
  },
  {
    title: 'No address for reports of weaknesses',
    vector: null,
    cwe: [],
    links: ['https://www.rfc-editor.org/rfc/rfc9116'],
    description:
      'There is no `/.well-known/security.txt`, and a search of the bank’s pages finds no address to which somebody could report a weakness.',
    impact:
      'Well-meaning finders write to the general service desk, where such messages wait for days, or nowhere.',
    steps: 'Open `https://aldervale.example/.well-known/security.txt`: it is not there.',
    recommendation:
      'Publish a `security.txt` (RFC 9116) with an address that somebody reads every working day.',
    instances: ['https://aldervale.example/.well-known/security.txt'],
  },
];
