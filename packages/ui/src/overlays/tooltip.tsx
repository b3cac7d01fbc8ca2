import * as Radix from 'radix-ui/tooltip';
import type { ReactNode } from 'react';
import { Kbd } from '../display/kbd.tsx';
import { useOverlayContainer } from './overlay-container.ts';

/** A short name for what is under the pointer or has focus, with its key. */
export function Tooltip({
  content,
  kbd,
  side = 'top',
  children,
}: {
  content: ReactNode;
  kbd?: string | undefined;
  side?: 'top' | 'right' | 'bottom' | 'left' | undefined;
  children: ReactNode;
}) {
  const portal = useOverlayContainer();
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal {...portal}>
        <Radix.Content className="ui-tooltip" side={side} sideOffset={6} collisionPadding={8}>
          {content}
          {kbd ? <Kbd>{kbd}</Kbd> : null}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
