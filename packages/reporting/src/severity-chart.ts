import { COLOURS, SEVERITY_COLOURS } from './colours.ts';
import { SEVERITIES, type SeverityCounts } from './severity.ts';
import { SEVERITY_WORDS } from './words.ts';

const WIDTH = 360;
const ROW = 25.6;
const HEIGHT = ROW * SEVERITIES.length;
const BAR = { left: 95, longest: 225, height: 11, radius: 3 };
const GAP = 8;

/** Two decimals are finer than any printer. */
const short = (value: number) => String(Math.round(value * 100) / 100);

function word(text: string | number, x: number, y: number, more: string): string {
  const place = `x="${short(x)}" y="${short(y)}" dominant-baseline="central"`;
  return `<text ${place} font-family="Inter" font-size="12" ${more}>${text}</text>`;
}

/** Square where it begins, round where it ends; nothing for nothing. */
function bar(length: number, middle: number, colour: string): string {
  if (length === 0) return '';
  const { left, height, radius } = BAR;
  const round = Math.min(radius, length);
  const straight = short(length - round);
  const arc = (x: number, y: number) => `a${short(round)} ${short(round)} 0 0 1 ${short(x)} ${short(y)}`;
  const down = short(height - 2 * round);
  const path = `M${left} ${short(middle - height / 2)}h${straight}${arc(round, round)}v${down}${arc(-round, round)}h-${straight}z`;
  return `<path d="${path}" fill="${colour}"/>`;
}

/** Bars from critical to informational, each with its number, as SVG text. The same counts give the same text. */
export function severityChart(counts: SeverityCounts): string {
  const most = Math.max(1, ...Object.values(counts));
  const rows = SEVERITIES.map((severity, index) => {
    const middle = (index + 0.5) * ROW;
    const length = (counts[severity] / most) * BAR.longest;
    return [
      word(SEVERITY_WORDS[severity], 3, middle, `fill="${COLOURS.text2}"`),
      bar(length, middle, SEVERITY_COLOURS[severity].solid),
      word(counts[severity], BAR.left + length + GAP, middle, `font-weight="600" fill="${COLOURS.text}"`),
    ].join('');
  });
  const axis = `<path d="M${BAR.left + 0.5} 0v${HEIGHT}" fill="none" stroke="${COLOURS.borderStrong}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${axis}${rows.join('')}</svg>`;
}
