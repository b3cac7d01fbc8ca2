import { FactorStep } from './factor-step.tsx';
import { PasswordStep } from './password-step.tsx';
import type { SignInFlow } from './use-sign-in.ts';

/** The step at which a sign-in is: the password or a passkey first, then the second factor where one is owed. */
export function SignInSteps({
  flow,
  door,
  identifier,
  forgotHref,
}: {
  flow: SignInFlow;
  door: 'staff' | 'portal';
  /** Whoever is known already is not asked for their name. */
  identifier?: string | undefined;
  forgotHref?: string | undefined;
}) {
  if (flow.owed) return <FactorStep flow={flow} owed={flow.owed} />;
  return <PasswordStep flow={flow} door={door} identifier={identifier} forgotHref={forgotHref} />;
}
