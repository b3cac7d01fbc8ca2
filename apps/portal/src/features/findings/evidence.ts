import { figuresIn, type LargeImage } from '@sallyport/ui';

/** A piece of evidence as the page shows it. */
export interface ShownImage extends LargeImage {
  id: string;
}

/** Texts, and the images that they or the page show; null for who may not view them. */
interface Illustrated {
  description: string;
  impact: string;
  steps: string | null;
  recommendation: string;
  evidence: readonly { id: string; caption: string; alt: string }[] | null;
}

/** The images of a finding, in their order. */
export function imagesOf({ evidence }: Pick<Illustrated, 'evidence'>): readonly ShownImage[] {
  return (evidence ?? []).map(({ id, caption, alt }) => ({
    id,
    src: `/files/evidence/${id}`,
    alt,
    caption,
  }));
}

/** The images that none of the texts shows. */
export function imagesBeside(finding: Illustrated): readonly ShownImage[] {
  const { description, impact, steps, recommendation } = finding;
  const shown = figuresIn([description, impact, steps ?? '', recommendation]);
  return imagesOf(finding).filter(({ id }) => !shown.has(id));
}
