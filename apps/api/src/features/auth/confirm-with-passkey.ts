import { PresentPasskeyInput, SessionState } from '@sallyport/contracts/common';
import { procedure } from '../../trpc/procedure.ts';
import { confirmByPasskey, preparePasskey } from './passkey.service.ts';

/** S8: "Confirm it's you" by passkey. */
export const confirmWithPasskey = procedure
  .staff({ permission: null, action: 'session.read' })
  .input(PresentPasskeyInput)
  .output(SessionState)
  .prepare(({ input, request }) => preparePasskey(input.response, request, 'CONFIRM'))
  .mutation(({ call, prepared }) => {
    call.authorize({ action: 'session.read' });
    return confirmByPasskey(call, prepared);
  });
