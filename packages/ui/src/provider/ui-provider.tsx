import { Provider as TooltipProvider } from 'radix-ui/tooltip';
import type { ReactNode } from 'react';
import { ToastProvider } from '../overlays/toast.tsx';
import { ENGLISH, StringsContext, type UiStrings } from '../strings.ts';
import { type LinkComponent, LinkContext } from './link.tsx';

/** Wraps an app once: its link component, its language, toasts and tooltips. */
export function UiProvider({
  link,
  strings = ENGLISH,
  children,
}: {
  link: LinkComponent;
  strings?: UiStrings | undefined;
  children: ReactNode;
}) {
  return (
    <StringsContext value={strings}>
      <LinkContext value={link}>
        <TooltipProvider delayDuration={400} skipDelayDuration={200}>
          <ToastProvider>{children}</ToastProvider>
        </TooltipProvider>
      </LinkContext>
    </StringsContext>
  );
}
