import { useConfirmRequest } from '@sallyport/forms';
import { lazy, Suspense } from 'react';

const Form = lazy(() =>
  import('./confirm-identity-form.tsx').then((module) => ({ default: module.ConfirmIdentityForm })),
);

/** Opens whenever a call needs it, and lets that very call go on. */
export function ConfirmIdentityDialog() {
  const request = useConfirmRequest();
  if (!request) return null;
  return (
    <Suspense fallback={null}>
      <Form settle={request.settle} />
    </Suspense>
  );
}
