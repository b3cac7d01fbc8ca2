import type { ReleasedFile, ReleasedReportRecord } from '@sallyport/db';

/** C5: the copy of a released report that a customer gets. */
interface OfferedCopy {
  file: ReleasedFile;
  pages: number;
  hasSteps: boolean;
}

/** With steps and evidence for who may view them, without for all others; null when there is none for this customer. */
export function offeredCopy(record: ReleasedReportRecord, hasSteps: boolean): OfferedCopy | null {
  const file = hasSteps ? record.file : record.plainFile;
  const pages = hasSteps ? record.pages : record.plainPages;
  return file && { file, pages: pages ?? 0, hasSteps };
}
