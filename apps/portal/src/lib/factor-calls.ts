import type { FactorCalls, SessionCalls } from '@sallyport/forms';
import { client } from './trpc.ts';

/** One's own second factors at this door. */
export const factorCalls: FactorCalls = {
  startTotp: () => client.factors.startTotp.mutate({}),
  confirmTotp: (input) => client.factors.confirmTotp.mutate(input),
  removeTotp: () => client.factors.removeTotp.mutate({}),
  startPasskey: () => client.factors.startPasskey.mutate({}),
  finishPasskey: (input) => client.factors.finishPasskey.mutate(input),
  renamePasskey: (input) => client.factors.renamePasskey.mutate(input),
  removePasskey: (input) => client.factors.removePasskey.mutate(input),
  renewRecoveryCodes: () => client.factors.renewRecoveryCodes.mutate({}),
};

/** One's own sessions at this door. */
export const sessionCalls: SessionCalls = {
  end: (input) => client.sessions.end.mutate(input),
  endOthers: () => client.sessions.endOthers.mutate({}),
};
