/** A value of a metric: on its button, and what it means. */
type Value = readonly [label: string, meaning: string];
/** A metric: its name, the question that it answers, and its values by letter. */
type Metric = readonly [name: string, question: string, values: Readonly<Record<string, Value>>];
type Metrics = Readonly<Record<string, Metric>>;

const NOT_SAID: Value = ['–', 'Not said: counts as the standard assumes'];
const AS_BASE: Value = ['–', 'As in the base'];

const AV = {
  N: ['Net', 'From anywhere on the network, the internet included'],
  A: ['Near', 'Only from the same network, radio cell or VPN'],
  L: ['Local', 'Only with access to the machine, or through a file that somebody opens there'],
  P: ['Touch', 'Only by touching the device'],
} as const;
const AC = {
  L: ['Low', 'Works each time, without preparation'],
  H: ['High', 'Something has to be got around or prepared first'],
} as const;
const PR = {
  N: ['None', 'Without any account'],
  L: ['Low', 'With an ordinary account'],
  H: ['High', 'With an administrator’s account'],
} as const;
const loss = (what: string) =>
  ({
    N: ['None', `No ${what} is lost`],
    L: ['Low', `Some ${what} is lost, and the attacker does not choose which`],
    H: ['High', `All ${what} is lost, or the part that matters`],
  }) as const;
const needs = (what: string) =>
  [
    `${what} matters`,
    `How much does this client depend on ${what.toLowerCase()} here?`,
    {
      X: NOT_SAID,
      L: ['Low', 'Losing it hurts little'],
      M: ['Med', 'Losing it hurts'],
      H: ['High', 'Losing it is a disaster'],
    },
  ] as const;
const changed = ([name, question, values]: Metric): Metric => [
  name,
  `Here, at this client: ${question.charAt(0).toLowerCase()}${question.slice(1)}`,
  { X: AS_BASE, ...values },
];

const AV_METRIC: Metric = ['Attack from', 'Where must an attacker be?', AV];
const AC_METRIC: Metric = ['Difficulty', 'What stands in the way of the attack?', AC];
const PR_METRIC: Metric = ['Rights first', 'Which rights must an attacker have before?', PR];

const BASE_31: Metrics = {
  AV: AV_METRIC,
  AC: AC_METRIC,
  PR: PR_METRIC,
  UI: [
    'User’s help',
    'Must somebody else do something?',
    { N: ['None', 'Nobody has to do anything'], R: ['Needed', 'Somebody has to click, open or visit'] },
  ],
  S: [
    'Spreads',
    'Is something harmed that another authority guards?',
    { U: ['No', 'Only the vulnerable part itself'], C: ['Yes', 'Also what lies beyond it'] },
  ],
  C: ['Secrecy', 'How much can be read that should not be?', loss('secrecy')],
  I: ['Integrity', 'How much can be changed that should not be?', loss('trust in the data')],
  A: ['Availability', 'How much stops working?', loss('availability')],
};

const BASE_40: Metrics = {
  AV: AV_METRIC,
  AC: AC_METRIC,
  AT: [
    'Conditions',
    'Must the system happen to be in a certain state?',
    {
      N: ['None', 'Works on any such system'],
      P: ['Present', 'Only in some set-ups, or at the right moment'],
    },
  ],
  PR: PR_METRIC,
  UI: [
    'User’s help',
    'Must somebody else do something?',
    {
      N: ['None', 'Nobody has to do anything'],
      P: ['Passive', 'Ordinary use is enough, such as visiting a page'],
      A: ['Active', 'Somebody has to do something particular, and could notice'],
    },
  ],
  VC: ['Secrecy', 'How much of this system can be read that should not be?', loss('secrecy')],
  VI: ['Integrity', 'How much of this system can be changed that should not be?', loss('trust in the data')],
  VA: ['Availability', 'How much of this system stops working?', loss('availability')],
  SC: ['Secrecy', 'How much can be read in other systems?', loss('secrecy')],
  SI: ['Integrity', 'How much can be changed in other systems?', loss('trust in the data')],
  SA: ['Availability', 'How much stops working in other systems?', loss('availability')],
};

const SAFETY: Value = ['Safety', 'People may be injured'];

function withSafety(metric: Metric): Metric {
  const [name, question, values] = metric;
  return [name, question, { ...values, S: SAFETY }];
}

function modified(base: Metrics): Metrics {
  return Object.fromEntries(Object.entries(base).map(([key, metric]) => [`M${key}`, changed(metric)]));
}

const NEEDS: Metrics = { CR: needs('Secrecy'), IR: needs('Integrity'), AR: needs('Availability') };
const MODIFIED_40 = modified(BASE_40);

/** What the metrics of both standards mean, in plain words. */
export const cvss = {
  groups: {
    exploit: 'How it is attacked',
    impact: 'Harm to this system',
    impactOthers: 'Harm to other systems',
    threat: 'Threat',
    needs: 'What matters to this client',
    modified: 'Different at this client',
    supplemental: 'Further facts',
  },
  optional: 'Threat, environment and further facts',
  optionalSet: (many: number) => `${many} set`,
  version: 'CVSS version',
  versions: { '3.1': 'CVSS 3.1', '4.0': 'CVSS 4.0' },
  vector: 'Vector',
  copy: 'Copy vector',
  copied: 'Copied',
  clear: 'Clear',
  explain: 'Explain',
  explainLabel: 'Explain each metric',
  score: (score: string, severity: string) => `Score ${score}, ${severity}`,
  noScore: 'No score yet',
  missing: (keys: readonly string[]) =>
    keys.length > 4 ? `${keys.length} choices are missing` : `Still missing: ${keys.join(', ')}`,
  refused: 'This vector cannot be read',
  asking: 'Scoring',
  doesNotCount: 'Kept beside the rating; it does not decide the severity.',
  useIt: 'Let it decide',
  none: 'No vector',
  valueLabel: (label: string, meaning: string) => `${label}: ${meaning}`,
  '3.1': {
    ...BASE_31,
    E: [
      'Exploit',
      'How far has an exploit come?',
      {
        X: NOT_SAID,
        U: ['None', 'Nobody is known to have one'],
        P: ['Proof', 'A proof of concept'],
        F: ['Works', 'Code that works most of the time'],
        H: ['Easy', 'Works each time, or by itself'],
      },
    ],
    RL: [
      'Remedy',
      'What can be done about it today?',
      {
        X: NOT_SAID,
        O: ['Fix', 'The vendor’s fix'],
        T: ['Stopgap', 'A temporary fix of the vendor'],
        W: ['Detour', 'A detour that is not the vendor’s'],
        U: ['None', 'Nothing yet'],
      },
    ],
    RC: [
      'Certainty',
      'How certain is it?',
      {
        X: NOT_SAID,
        U: ['Rumour', 'Reported, not understood'],
        R: ['Likely', 'Details are known, not all is proved'],
        C: ['Proved', 'Proved, or confirmed by the vendor'],
      },
    ],
    ...NEEDS,
    ...modified(BASE_31),
  } as Metrics,
  '4.0': {
    ...BASE_40,
    E: [
      'Exploit',
      'How far has an exploit come?',
      {
        X: NOT_SAID,
        A: ['Attacked', 'It is being attacked, or tools for it are about'],
        P: ['Proof', 'A proof of concept is about'],
        U: ['None', 'Nothing is known'],
      },
    ],
    ...NEEDS,
    ...MODIFIED_40,
    ...Object.fromEntries(
      ['MSI', 'MSA'].flatMap((key) => {
        const metric = MODIFIED_40[key];
        return metric ? [[key, withSafety(metric)]] : [];
      }),
    ),
    S: [
      'Safety',
      'Can people be injured?',
      { X: NOT_SAID, N: ['No', 'At most slightly'], P: ['Yes', 'Injuries are possible'] },
    ],
    AU: [
      'Automatic',
      'Can an attacker let it run by itself against many?',
      { X: NOT_SAID, N: ['No', 'Each attack needs a hand'], Y: ['Yes', 'All steps run by themselves'] },
    ],
    R: [
      'Recovery',
      'How does the system come back?',
      {
        X: NOT_SAID,
        A: ['Itself', 'It recovers by itself'],
        U: ['By hand', 'Somebody has to repair it'],
        I: ['Never', 'It cannot be recovered'],
      },
    ],
    V: [
      'Worth',
      'How much does one success bring?',
      { X: NOT_SAID, D: ['Little', 'One small thing'], C: ['Much', 'Many things at once'] },
    ],
    RE: [
      'Effort',
      'How hard is it to respond?',
      {
        X: NOT_SAID,
        L: ['Low', 'Little effort'],
        M: ['Med', 'Some effort'],
        H: ['High', 'Much effort, or none that is possible'],
      },
    ],
    U: [
      'Urgency',
      'What does the vendor say?',
      {
        X: NOT_SAID,
        Clear: ['None', 'For information'],
        Green: ['Low', 'Little urgency'],
        Amber: ['Some', 'Moderate urgency'],
        Red: ['High', 'Highest urgency'],
      },
    ],
  } as Metrics,
} as const;
