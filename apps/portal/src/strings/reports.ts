/** Released reports. */
export const reports = {
  title: 'Reports',
  subtitle: (firm: string) => `Released by ${firm}. A released version never changes.`,
  emptyTitle: 'No reports yet',
  emptyBody: (firm: string) =>
    `${firm} releases a report when a test is complete. You will find every released version here.`,
  version: (label: string) => `Version ${label}`,
  latest: 'Latest',
  pages: (pages: number) => (pages === 1 ? '1 page' : `${pages.toLocaleString('en')} pages`),
  nameOf: (project: string, label: string) => `${project}, version ${label}`,
  download: 'Download',
  downloadOf: (project: string, label: string) => `Download ${project}, version ${label}, as PDF`,
  toProject: 'Open project',
  checksum: 'SHA-256',
  checksumTitle: (sha256: string) => `SHA-256 of the file: ${sha256}`,
  copyChecksum: (of: string) => `Copy checksum of ${of}:`,
  checksumCopied: 'Checksum copied',
} as const;
