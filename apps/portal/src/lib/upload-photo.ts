import { errorDataOf } from '@sallyport/forms';
import { announceSessionEnd, entriesSoFar } from './session-end.ts';

/** Why an upload failed: shaped like the answer of a procedure, so that one reader serves both. */
class UploadError extends Error {
  override readonly name = 'UploadError';

  constructor(readonly data: unknown) {
    super('upload failed');
  }
}

/**
 * Sends the raw bytes of one's own photo with its name in a header.
 * @throws UploadError with what the server said, or with null when it did not answer
 */
export async function uploadPhoto(file: File): Promise<void> {
  const askedAt = entriesSoFar();
  const response = await fetch('/upload/photo', {
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent(file.name.normalize('NFC')),
    },
    body: file,
  }).catch(() => null);
  if (response?.ok) return;
  const body: unknown = await response?.json().catch(() => null);
  const problem = errorDataOf(
    typeof body === 'object' && body !== null && 'error' in body ? body.error : body,
  );
  if (problem?.code === 'UNAUTHENTICATED') void announceSessionEnd(askedAt);
  throw new UploadError(problem);
}
