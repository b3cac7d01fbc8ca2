import { UploadedEvidence } from '@sallyport/contracts/staff';
import type { EvidenceLookup, PastedImage } from '@sallyport/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { problemOf } from '../../lib/problem-of.ts';
import { uploadFile } from '../../lib/upload-file.ts';
import { strings } from '../../strings/strings.ts';
import { type Finding, findingsChanged } from './findings.queries.ts';

const t = strings.findings.evidence;
const TYPES: readonly string[] = ['image/png', 'image/jpeg', 'image/webp'];

/** Where the bytes of an image are. */
export function evidenceHref(evidenceId: string): string {
  return `/files/evidence/${evidenceId}`;
}

/** Adding images to a finding, and finding them again in its texts. */
export function useEvidence(finding: Finding): {
  upload: (file: File) => Promise<PastedImage>;
  lookup: EvidenceLookup;
} {
  const { id, projectId, evidence } = finding;
  const queryClient = useQueryClient();
  const [added, setAdded] = useState<ReadonlyMap<string, string>>(new Map());

  const upload = useCallback(
    async (file: File): Promise<PastedImage> => {
      if (!TYPES.includes(file.type)) return { problem: t.notImage };
      try {
        const image = await uploadFile(`/upload/evidence/${id}`, file, UploadedEvidence);
        setAdded((now) => new Map(now).set(image.id, image.alt));
        void findingsChanged(queryClient, projectId);
        return { id: image.id, alt: image.alt };
      } catch (error) {
        return { problem: problemOf(error) ?? strings.common.unreachable };
      }
    },
    [id, projectId, queryClient],
  );

  const lookup = useCallback<EvidenceLookup>(
    (evidenceId) => {
      const kept = evidence.find((one) => one.id === evidenceId);
      const alt = kept?.alt ?? added.get(evidenceId);
      return alt === undefined ? null : { src: evidenceHref(evidenceId), alt, caption: kept?.caption };
    },
    [evidence, added],
  );
  return { upload, lookup };
}
