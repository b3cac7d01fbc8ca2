import { strings } from '../../strings/strings.ts';
import type { ShownImage } from './evidence.ts';

const t = strings.findings;

/** Images that no text shows, small; each opens large. */
export function EvidenceGallery({
  images,
  onOpen,
}: {
  images: readonly ShownImage[];
  onOpen: (id: string) => void;
}) {
  return (
    <ul className="grid grid-cols-2 gap-3.5 sm:grid-cols-3">
      {images.map((image, index) => {
        const what = image.caption || image.alt || t.image(index + 1);
        return (
          <li key={image.id}>
            <figure>
              <button
                type="button"
                className="block aspect-[16/10] w-full cursor-zoom-in overflow-hidden rounded-[10px] border border-border bg-sunken"
                aria-label={t.openLarge(what)}
                onClick={() => onOpen(image.id)}
              >
                <img
                  src={image.src}
                  alt=""
                  loading="lazy"
                  className="size-full object-cover object-left-top"
                />
              </button>
              <figcaption className="mt-1.5 line-clamp-2 text-xs text-text-2">{what}</figcaption>
            </figure>
          </li>
        );
      })}
    </ul>
  );
}
