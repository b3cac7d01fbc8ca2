import * as Radix from 'radix-ui/dialog';
import type { KeyboardEvent } from 'react';
import { IconButton } from '../actions/icon-button.tsx';
import { useStrings } from '../strings.ts';
import { useReturnFocus } from './return-focus.ts';

/** An image that can be looked at large. */
export interface LargeImage {
  src: string;
  alt: string;
  caption: string;
}

/** One of several images over the page, as large as the window allows; the arrow keys walk them. */
export function Lightbox({
  images,
  index,
  onIndex,
}: {
  images: readonly LargeImage[];
  /** The one that is shown; null while it is closed. */
  index: number | null;
  onIndex: (index: number | null) => void;
}) {
  const strings = useStrings();
  const image = index === null ? undefined : images[index];
  const returnFocus = useReturnFocus(image !== undefined);
  const last = images.length - 1;
  const step = (by: number) => {
    if (index !== null) onIndex(Math.min(last, Math.max(0, index + by)));
  };
  const walk = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    step(by);
  };
  return (
    <Radix.Root open={image !== undefined} onOpenChange={(isOpen) => (isOpen ? undefined : onIndex(null))}>
      <Radix.Portal>
        <Radix.Overlay className="ui-scrim ui-lightbox-scrim">
          <Radix.Content
            className="ui-lightbox"
            aria-describedby={undefined}
            onKeyDown={walk}
            {...returnFocus}
          >
            {image ? (
              <>
                <header>
                  <Radix.Title className="ui-lightbox-title">{image.caption || image.alt}</Radix.Title>
                  {images.length > 1 ? (
                    <>
                      <span className="ui-panel-position" role="status">
                        {strings.place((index ?? 0) + 1, images.length)}
                      </span>
                      <IconButton
                        icon="chevron-left"
                        label={strings.previous}
                        disabled={index === 0}
                        onClick={() => step(-1)}
                      />
                      <IconButton
                        icon="chevron-right"
                        label={strings.next}
                        disabled={index === last}
                        onClick={() => step(1)}
                      />
                    </>
                  ) : null}
                  <IconButton icon="x" label={strings.close} onClick={() => onIndex(null)} />
                </header>
                <div className="ui-lightbox-image">
                  <img key={image.src} src={image.src} alt={image.alt || image.caption} />
                </div>
              </>
            ) : null}
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  );
}
