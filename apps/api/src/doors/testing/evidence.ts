import { makeEvidence, type TestEvidence, type TestFinding } from '@sallyport/testing';
import sharp from 'sharp';
import { inSettledTransaction } from '../../trpc/settle.ts';
import type { TestDoors } from './test-doors.ts';

/** A plain picture as PNG. */
export function pngOf(width = 12, height = 8): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: { r: 20, g: 90, b: 160 } } })
    .png()
    .toBuffer();
}

/** Evidence with bytes behind it; in the portal's store when the finding is out and the evidence for the client. */
export async function storeEvidence(
  { db, files }: TestDoors,
  { id, projectId, companyId, reference }: TestFinding,
  bytes: Buffer,
  audience: 'INTERNAL' | 'CLIENT' = 'CLIENT',
): Promise<TestEvidence> {
  const row = await makeEvidence(db, { id, projectId, companyId }, { audience });
  const { width, height } = await sharp(bytes).metadata();
  const { fileId } = await inSettledTransaction(
    db.staff,
    { session: null, requestId: 'test' },
    async (tx) => {
      const stored = await files.put(
        tx,
        {
          companyId,
          projectId,
          kind: 'EVIDENCE',
          name: 'shot.png',
          mediaType: 'image/png',
          createdById: null,
          width,
          height,
        },
        bytes,
      );
      if (reference !== null && audience === 'CLIENT') await files.publishFile(tx, stored.fileId);
      return stored;
    },
  );
  await db.owner.query('UPDATE evidence SET file_id = $2 WHERE id = $1', [row.id, fileId]);
  return { id: row.id, fileId };
}
