/** A metric: what it is about, and what each letter says of this finding. */
type Metric = readonly [name: string, values: Readonly<Record<string, string>>];
type Metrics = Readonly<Record<string, Metric>>;

const AV: Metric = [
  'Attacked from',
  {
    N: 'Anywhere on the network, the internet included',
    A: 'The same network, radio cell or VPN',
    L: 'The machine itself, or a file that somebody opens there',
    P: 'The device in one’s hands',
  },
];
const AC: Metric = ['Difficulty', { L: 'Works each time', H: 'Something has to be got around first' }];
const PR: Metric = [
  'Account needed',
  { N: 'None', L: 'An ordinary account', H: 'An administrator’s account' },
];
const losses = (name: string): Metric => [name, { N: 'None', L: 'Some', H: 'All, or what matters most' }];
const needs = (name: string): Metric => [
  name,
  { L: 'Matters little here', M: 'Matters here', H: 'Vital here' },
];

const BASE_31: Metrics = {
  AV,
  AC,
  PR,
  UI: ['Help of somebody else', { N: 'Not needed', R: 'Somebody has to click, open or visit' }],
  S: ['Reaches other systems', { U: 'No', C: 'Yes' }],
  C: losses('Secrecy lost'),
  I: losses('Integrity lost'),
  A: losses('Availability lost'),
};

const BASE_40: Metrics = {
  AV,
  AC,
  AT: ['Conditions', { N: 'Works on any such system', P: 'Only in some set-ups, or at the right moment' }],
  PR,
  UI: [
    'Help of somebody else',
    { N: 'Not needed', P: 'Ordinary use is enough', A: 'Somebody has to do something particular' },
  ],
  VC: losses('Secrecy lost'),
  VI: losses('Integrity lost'),
  VA: losses('Availability lost'),
  SC: losses('Secrecy lost elsewhere'),
  SI: losses('Integrity lost elsewhere'),
  SA: losses('Availability lost elsewhere'),
};

const NEEDS: Metrics = { CR: needs('Secrecy'), IR: needs('Integrity'), AR: needs('Availability') };

/** The same metrics as they are in the environment of this client. */
function hereOf(base: Metrics): Metrics {
  return Object.fromEntries(
    Object.entries(base).map(([key, [name, values]]) => [`M${key}`, [`${name}, here`, values]]),
  );
}

const lossesOrInjury = (name: string): Metric => [name, { ...losses(name)[1], S: 'People may be injured' }];

/** CVSS vectors in plain words. */
export const cvss = {
  versions: { '2.0': 'CVSS 2.0', '3.0': 'CVSS 3.0', '3.1': 'CVSS 3.1', '4.0': 'CVSS 4.0' },
  score: 'Score',
  copy: 'Copy vector',
  copied: 'Vector copied',
  explain: 'In plain words',
  scanner: 'Scanner’s vector',
  scannerNote: 'What the tool said. It does not decide the severity.',
  metrics: {
    '3.1': {
      ...BASE_31,
      E: [
        'Exploit',
        {
          U: 'None is known',
          P: 'A proof of concept',
          F: 'Code that works most of the time',
          H: 'Works each time',
        },
      ],
      RL: ['Remedy', { O: 'The vendor’s fix', T: 'A temporary fix', W: 'A workaround', U: 'None yet' }],
      RC: ['Certainty', { U: 'Reported, not understood', R: 'Likely', C: 'Confirmed' }],
      ...NEEDS,
      ...hereOf(BASE_31),
    } as Metrics,
    '4.0': {
      ...BASE_40,
      E: ['Exploit', { A: 'It is being attacked', P: 'A proof of concept is about', U: 'None is known' }],
      ...NEEDS,
      ...hereOf(BASE_40),
      MSI: lossesOrInjury('Integrity lost elsewhere, here'),
      MSA: lossesOrInjury('Availability lost elsewhere, here'),
      S: ['Safety', { N: 'Negligible', P: 'People may be injured' }],
      AU: ['Can be automated', { N: 'No', Y: 'Yes' }],
      R: ['Recovery', { A: 'By itself', U: 'By somebody', I: 'Not possible' }],
      V: ['What one attack gains', { D: 'Little', C: 'Much' }],
      RE: ['Effort to respond', { L: 'Low', M: 'Moderate', H: 'High' }],
      U: ['Urgency, says the vendor', { Clear: 'None', Green: 'Reduced', Amber: 'Moderate', Red: 'Highest' }],
    } as Metrics,
  },
} as const;
