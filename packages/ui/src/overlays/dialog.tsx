import * as Radix from 'radix-ui/dialog';
import { type ReactNode, useCallback, useState } from 'react';
import { Icon } from '../icons/icon.tsx';
import { useStrings } from '../strings.ts';
import { OverlayContainerContext } from './overlay-container.ts';
import { useReturnFocus } from './return-focus.ts';

/** Puts focus on the first field, or on the safest button: the first of the footer. */
function focusFirst(event: Event): void {
  const { currentTarget } = event;
  if (!(currentTarget instanceof HTMLElement)) return;
  const first =
    currentTarget.querySelector<HTMLElement>('[data-autofocus]') ??
    currentTarget.querySelector<HTMLElement>(
      '.ui-dialog-body :is(input, textarea, [role="combobox"], button)',
    ) ??
    currentTarget.querySelector<HTMLElement>('.ui-dialog-foot button');
  if (!first) return;
  event.preventDefault();
  first.focus();
}

/** A question over the page; focus goes in, and back when it closes. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  size = 'md',
  footer,
  role,
  closable = true,
  children,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode | undefined;
  /** 440, 600 or 820 px wide. */
  size?: 'md' | 'lg' | 'xl' | undefined;
  footer?: ReactNode | undefined;
  role?: 'dialog' | 'alertdialog' | undefined;
  /** False keeps it open until it is answered. */
  closable?: boolean | undefined;
  children?: ReactNode | undefined;
}) {
  const strings = useStrings();
  const [content, setContent] = useState<HTMLElement | null>(null);
  const { ref, onCloseAutoFocus } = useReturnFocus(open);
  const place = useCallback(
    (node: HTMLElement | null) => {
      ref(node);
      setContent(node);
    },
    [ref],
  );
  const keep = closable ? undefined : (event: Event) => event.preventDefault();
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="ui-scrim">
          <Radix.Content
            ref={place}
            className="ui-dialog"
            data-size={size}
            role={role ?? 'dialog'}
            {...(description ? {} : { 'aria-describedby': undefined })}
            onOpenAutoFocus={focusFirst}
            onCloseAutoFocus={onCloseAutoFocus}
            {...(keep ? { onEscapeKeyDown: keep, onPointerDownOutside: keep } : {})}
          >
            <header className="ui-dialog-head">
              <Radix.Title className="ui-dialog-title">{title}</Radix.Title>
              {closable && role !== 'alertdialog' ? (
                <Radix.Close className="ui-dialog-close" aria-label={strings.close}>
                  <Icon name="x" size={14} />
                </Radix.Close>
              ) : null}
            </header>
            {description ? (
              <Radix.Description asChild>
                <div className="ui-dialog-description">{description}</div>
              </Radix.Description>
            ) : null}
            <OverlayContainerContext value={content}>
              {children ? <div className="ui-dialog-body">{children}</div> : null}
            </OverlayContainerContext>
            {footer ? <footer className="ui-dialog-foot">{footer}</footer> : null}
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  );
}
