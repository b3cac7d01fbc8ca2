import { errorDataOf } from '@sallyport/forms';
import type { z } from 'zod';
import { announceSessionEnd, entriesSoFar } from './session-end.ts';

/** Why an upload failed: shaped like the answer of a procedure, so that one reader serves both. */
class UploadError extends Error {
  override readonly name = 'UploadError';

  constructor(readonly data: unknown) {
    super('upload failed');
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function problemOf(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'error' in body ? body.error : body;
}

/**
 * Sends the raw bytes of a file with its name in a header.
 * @param onProgress called with the share that was sent, 0 to 1
 * @throws UploadError with what the server said, or with null when it did not answer
 */
export function uploadFile<Answer>(
  path: string,
  file: File,
  answer: z.ZodType<Answer>,
  onProgress?: (share: number) => void,
): Promise<Answer> {
  const askedAt = entriesSoFar();
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name.normalize('NFC')));
    request.upload.onprogress = ({ loaded, total, lengthComputable }) =>
      lengthComputable ? onProgress?.(loaded / total) : undefined;
    request.onerror = () => reject(new UploadError(null));
    request.onload = () => {
      const body = parsed(request.responseText);
      const read = answer.safeParse(body);
      if (request.status < 300 && read.success) return resolve(read.data);
      const problem = errorDataOf(problemOf(body));
      if (problem?.code === 'UNAUTHENTICATED') void announceSessionEnd(askedAt);
      reject(new UploadError(problem));
    };
    request.send(file);
  });
}
