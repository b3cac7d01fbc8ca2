import { type EvidenceLookup, Lightbox, RichTextView } from '@sallyport/ui';
import { type ReactNode, useState } from 'react';
import { strings } from '../../strings/strings.ts';
import { imagesBeside, imagesOf } from './evidence.ts';
import { EvidenceGallery } from './evidence-gallery.tsx';
import type { Finding } from './findings.queries.ts';
import { InstanceList } from './instance-list.tsx';
import { hasReferences, References } from './references.tsx';

const t = strings.findings;

function Section({ title, count, children }: { title: string; count?: number; children: ReactNode }) {
  return (
    <section className="mt-9 first:mt-0">
      <h2 className="mb-2.5 text-lg font-semibold">
        {title}
        {count === undefined ? null : (
          <span className="ui-count ml-2 text-sm">{count.toLocaleString('en')}</span>
        )}
      </h2>
      {children}
    </section>
  );
}

/** Everything that is written about a finding. What the person may not see is not there. */
export function FindingBody({ finding }: { finding: Finding }) {
  const [large, setLarge] = useState<number | null>(null);
  const images = imagesOf(finding);
  const beside = imagesBeside(finding);
  const open = (id: string) => setLarge(images.findIndex((image) => image.id === id));
  const evidence: EvidenceLookup = (id) => {
    const image = images.find((one) => one.id === id);
    return image ? { src: image.src, alt: image.alt, caption: image.caption, onOpen: () => open(id) } : null;
  };
  const texts = [
    { title: t.description, text: finding.description },
    { title: t.impact, text: finding.impact },
    { title: t.steps, text: finding.steps ?? '' },
  ];
  return (
    <>
      {texts.map(({ title, text }) =>
        text === '' ? null : (
          <Section key={title} title={title}>
            <RichTextView hideMissing text={text} evidence={evidence} />
          </Section>
        ),
      )}
      {beside.length > 0 ? (
        <Section title={t.evidence} count={beside.length}>
          <EvidenceGallery images={beside} onOpen={open} />
        </Section>
      ) : null}
      {finding.recommendation === '' ? null : (
        <Section title={t.recommendation}>
          <RichTextView hideMissing text={finding.recommendation} evidence={evidence} />
        </Section>
      )}
      {finding.instances.length > 0 ? (
        <Section title={t.places} count={finding.instances.length}>
          <InstanceList instances={finding.instances} />
        </Section>
      ) : null}
      {hasReferences(finding) ? (
        <Section title={t.references}>
          <References finding={finding} />
        </Section>
      ) : null}
      <Lightbox images={images} index={large} onIndex={setLarge} />
    </>
  );
}
