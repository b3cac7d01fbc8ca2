import { BarChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { COLOURS, SEVERITY_COLOURS } from './colours.ts';
import { SEVERITIES, type SeverityCounts } from './severity.ts';
import { SEVERITY_WORDS } from './words.ts';

use([BarChart, GridComponent, SVGRenderer]);

const WIDTH = 360;
const HEIGHT = 128;
const FONT = { fontFamily: 'Inter', fontSize: 12 };

/** Bars from critical to informational, each with its number, as SVG text. The same counts give the same text. */
export function severityChart(counts: SeverityCounts): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: HEIGHT });
  try {
    chart.setOption({
      animation: false,
      grid: { left: 92, right: 40, top: 0, bottom: 0 },
      xAxis: { type: 'value', show: false, min: 0, max: Math.max(1, ...Object.values(counts)) },
      yAxis: {
        type: 'category',
        inverse: true,
        data: SEVERITIES.map((severity) => SEVERITY_WORDS[severity]),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: COLOURS.borderStrong } },
        axisLabel: { ...FONT, color: COLOURS.text2, margin: 92, align: 'left' },
      },
      series: [
        {
          type: 'bar',
          barWidth: 11,
          data: SEVERITIES.map((severity) => ({
            value: counts[severity],
            itemStyle: { color: SEVERITY_COLOURS[severity].solid, borderRadius: [0, 3, 3, 0] },
          })),
          label: {
            ...FONT,
            show: true,
            position: 'right',
            color: COLOURS.text,
            fontWeight: 600,
            distance: 8,
          },
        },
      ],
    });
    return renumbered(chart.renderToSVGString());
  } finally {
    chart.dispose();
  }
}

/** The renderer counts its instances and classes on from chart to chart; equal charts would differ by that. */
function renumbered(svg: string): string {
  const names = new Map<string, string>();
  return svg.replaceAll(/\bzr\d+-[\w-]+/g, (name) => {
    const known = names.get(name) ?? `chart-${names.size}`;
    names.set(name, known);
    return known;
  });
}
