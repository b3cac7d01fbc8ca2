type Group<Report> = readonly [Report, ...Report[]];

/** Reports of the same project together, in the order in which each project comes first; the newest version leads. */
export function byProject<Report extends { projectId: string; releasedAt: string }>(
  reports: readonly Report[],
): Group<Report>[] {
  const groups = new Map<string, [Report, ...Report[]]>();
  for (const report of reports.toSorted((a, b) => b.releasedAt.localeCompare(a.releasedAt))) {
    const group = groups.get(report.projectId);
    if (group) group.push(report);
    else groups.set(report.projectId, [report]);
  }
  return [...groups.values()];
}
