import { SEVERITIES, type SeverityCounts } from '@sallyport/contracts/common';

/** The open findings of several projects together. */
export function totalOpen(projects: readonly { open: SeverityCounts }[]): SeverityCounts {
  const total: SeverityCounts = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  for (const { open } of projects) for (const severity of SEVERITIES) total[severity] += open[severity];
  return total;
}
