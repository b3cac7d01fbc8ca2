/** The two standards that findings are scored by. */
export type CvssVersion = '3.1' | '4.0';

/** A metric: its short name in vectors and the values it takes, in the order of the buttons. */
export interface Metric {
  key: string;
  values: readonly string[];
}

/** Metrics that stand together; those of the base are all needed for a score. */
export interface MetricGroup {
  key: 'exploit' | 'impact' | 'impactOthers' | 'threat' | 'needs' | 'modified' | 'supplemental';
  metrics: readonly Metric[];
}

function metrics(text: string): Metric[] {
  return text.split('; ').map((line) => {
    const [key = '', ...values] = line.split(' ');
    return { key, values };
  });
}

/** CVSS 3.1 specification, table 15. */
const GROUPS_31: readonly MetricGroup[] = [
  { key: 'exploit', metrics: metrics('AV N A L P; AC L H; PR N L H; UI N R; S U C') },
  { key: 'impact', metrics: metrics('C N L H; I N L H; A N L H') },
  { key: 'threat', metrics: metrics('E X U P F H; RL X O T W U; RC X U R C') },
  { key: 'needs', metrics: metrics('CR X L M H; IR X L M H; AR X L M H') },
  {
    key: 'modified',
    metrics: metrics(
      'MAV X N A L P; MAC X L H; MPR X N L H; MUI X N R; MS X U C; MC X N L H; MI X N L H; MA X N L H',
    ),
  },
];

/** CVSS 4.0 specification, table 23. */
const GROUPS_40: readonly MetricGroup[] = [
  { key: 'exploit', metrics: metrics('AV N A L P; AC L H; AT N P; PR N L H; UI N P A') },
  { key: 'impact', metrics: metrics('VC N L H; VI N L H; VA N L H') },
  { key: 'impactOthers', metrics: metrics('SC N L H; SI N L H; SA N L H') },
  { key: 'threat', metrics: metrics('E X A P U') },
  { key: 'needs', metrics: metrics('CR X L M H; IR X L M H; AR X L M H') },
  {
    key: 'modified',
    metrics: metrics(
      'MAV X N A L P; MAC X L H; MAT X N P; MPR X N L H; MUI X N P A; MVC X N L H; MVI X N L H; MVA X N L H; MSC X N L H; MSI X N L H S; MSA X N L H S',
    ),
  },
  {
    key: 'supplemental',
    metrics: metrics('S X N P; AU X N Y; R X A U I; V X D C; RE X L M H; U X Clear Green Amber Red'),
  },
];

const BASE: readonly MetricGroup['key'][] = ['exploit', 'impact', 'impactOthers'];

export function metricGroups(version: CvssVersion): readonly MetricGroup[] {
  return version === '3.1' ? GROUPS_31 : GROUPS_40;
}

export function isBase({ key }: MetricGroup): boolean {
  return BASE.includes(key);
}
