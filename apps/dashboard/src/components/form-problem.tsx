import { FormError } from '@sallyport/ui';
import { strings } from '../strings/strings.ts';

const t = strings.common;

/** Why a form was not saved; what somebody else saved meanwhile is said in its own words. */
export function FormProblem({ failure, isStale }: { failure: string | null; isStale: boolean }) {
  if (failure === null) return null;
  if (!isStale) return <FormError title={failure} />;
  return (
    <FormError title={t.staleTitle}>
      <p className="ui-notice-text">{t.stale}</p>
    </FormError>
  );
}
