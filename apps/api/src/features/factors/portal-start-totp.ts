import { TotpEnrolment } from '@sallyport/contracts/common';
import { procedure } from '../../trpc/procedure.ts';
import { NoInput } from '../wire.ts';
import { beginEnrolment } from './totp.service.ts';

/** S5: a seed for an authenticator app, shown once; it counts when its first code proves it. */
export const portalStartTotp = procedure
  .portal({ permission: null, action: 'portal.factor.change' })
  .input(NoInput)
  .output(TotpEnrolment)
  .mutation(({ call }) => {
    call.authorize({ action: 'portal.factor.change' });
    return beginEnrolment(call);
  });
