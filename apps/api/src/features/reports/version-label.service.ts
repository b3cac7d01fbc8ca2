/** What a version of a report is called: 1.0. */
export function versionLabel({
  versionMajor,
  versionMinor,
}: {
  versionMajor: number;
  versionMinor: number;
}): string {
  return `${versionMajor}.${versionMinor}`;
}
