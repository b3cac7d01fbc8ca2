import type { Procedure } from './procedures.ts';

const none = () => ({});
const NOBODYS = '01890000-0000-7000-8000-000000000000';
const TOUCH = { id: 'AAAA', rawId: 'AAAA', type: 'public-key', response: { clientDataJSON: 'e30' } };

function mutation(path: string, input: Procedure['input'] = none): Procedure {
  return { path, kind: 'mutate', input };
}

function open(path: string, input: Procedure['input'] = none): Procedure {
  return { path, kind: 'mutate', isPublic: true, input };
}

function query(path: string): Procedure {
  return { path, kind: 'query', input: none };
}

/** Second factors, passkeys, recovery codes and one's own sessions: the same at both doors. */
export const FACTOR_PROCEDURES: readonly Procedure[] = [
  open('auth.presentTotp', () => ({ code: '123456' })),
  open('auth.presentRecoveryCode', () => ({ code: 'ABCD-EFGH-JKLM-NPQR' })),
  open('auth.startFactorPasskey'),
  open('auth.presentPasskey', () => ({ response: TOUCH })),
  open('auth.startPasskeySignIn'),
  open('auth.signInWithPasskey', () => ({ response: TOUCH })),
  mutation('auth.startPasskeyConfirmation'),
  mutation('auth.confirmWithPasskey', () => ({ response: TOUCH })),
  query('auth.getSignInSummary'),
  query('factors.get'),
  mutation('factors.startTotp'),
  mutation('factors.confirmTotp', () => ({ code: '123456' })),
  mutation('factors.removeTotp'),
  mutation('factors.startPasskey'),
  mutation('factors.finishPasskey', () => ({ name: 'Blue key', response: TOUCH })),
  mutation('factors.renamePasskey', () => ({ passkeyId: NOBODYS, name: 'Blue key' })),
  mutation('factors.removePasskey', () => ({ passkeyId: NOBODYS })),
  mutation('factors.renewRecoveryCodes'),
  query('sessions.list'),
  mutation('sessions.end', () => ({ sessionId: NOBODYS })),
  mutation('sessions.endOthers'),
];
