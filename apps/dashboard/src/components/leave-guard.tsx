import { ConfirmDialog } from '@sallyport/ui';
import { useBlocker } from '@tanstack/react-router';
import { strings } from '../strings/strings.ts';

const t = strings.common.leave;

/** Asks before somebody walks away from unsaved changes; they stay as a draft either way. */
export function LeaveGuard({ isActive }: { isActive: boolean }) {
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => isActive && current.pathname !== next.pathname,
    enableBeforeUnload: isActive,
    withResolver: true,
  });
  if (blocker.status !== 'blocked') return null;
  return (
    <ConfirmDialog
      open
      onOpenChange={(isOpen) => (isOpen ? undefined : blocker.reset())}
      title={t.title}
      body={t.body}
      cancelLabel={t.stay}
      confirmLabel={t.go}
      onConfirm={blocker.proceed}
    />
  );
}
