import { Icon } from '../icons/icon.tsx';
import { useStrings } from '../strings.ts';

/** An image to show, or null where there is none for this reader. */
export type EvidenceImage = {
  readonly src: string;
  readonly alt: string;
  /** What was written about the image; without it the text's own words stand below. */
  readonly caption?: string | undefined;
  /** Opens it large. */
  readonly onOpen?: (() => void) | undefined;
} | null;

/** Finds the image of a piece of evidence by its id. */
export type EvidenceLookup = (id: string) => EvidenceImage;

/** A piece of evidence with its caption. */
export function Figure({ image, caption: ownCaption }: { image: EvidenceImage; caption: string }) {
  const strings = useStrings();
  const caption = image?.caption || ownCaption;
  const picture = image ? (
    <img src={image.src} alt={image.alt || caption} loading="lazy" decoding="async" />
  ) : (
    <div className="ui-prose-missing">
      <Icon name="image" />
      {strings.imageMissing}
    </div>
  );
  return (
    <figure className="ui-prose-figure">
      {image?.onOpen ? (
        <button type="button" className="ui-prose-zoom" title={strings.openLarge} onClick={image.onOpen}>
          {picture}
          <span className="sr-only">, {strings.openLarge}</span>
        </button>
      ) : (
        picture
      )}
      {caption === '' ? null : <figcaption>{caption}</figcaption>}
    </figure>
  );
}
