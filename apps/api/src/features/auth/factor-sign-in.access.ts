import { randomInt } from 'node:crypto';
import { type AskedByServer, makeCustomer, makeStaff, SoftAuthenticator } from '@sallyport/testing';
import { enrolPasskey, enrolTotp, giveRecoveryCodes } from '../../doors/testing/factors.ts';
import { PORTAL_URL, STAFF_URL } from '../../doors/testing/test-doors.ts';
import type { CellContext, MatrixRow } from '../../matrix/matrix-row.ts';
import {
  ACTOR_PASSWORD,
  CUSTOMERS,
  NOT_CUSTOMERS,
  NOT_STAFF,
  PERSONAS,
  STAFF,
} from '../../matrix/personas.ts';

type DoorName = 'staff' | 'portal';
const AUDIENCE = { staff: 'STAFF', portal: 'CUSTOMER' } as const;
const URL_OF = { staff: STAFF_URL, portal: PORTAL_URL };

/** So that nobody is throttled by a neighbour. */
const anywhere = () => `198.19.${randomInt(256)}.${randomInt(256)}`;

/** Secrets of the pending sign-ins that inputs were made for. */
const pendings = new WeakMap<CellContext, string | null>();
const pending = (context: CellContext) => pendings.get(context) ?? null;

/** Somebody half-way through signing in; whoever calls may be somebody else. */
async function halfWay(context: CellContext, at: DoorName) {
  const { doors } = context;
  const make = at === 'staff' ? makeStaff : makeCustomer;
  const password = await doors.password(ACTOR_PASSWORD, AUDIENCE[at]);
  const account = await make(doors.db, { password, hasFactor: false });
  const totp = await enrolTotp(doors, account);
  const [recoveryCode = ''] = await giveRecoveryCodes(doors, account);
  const signIn = async () => {
    const input = { identifier: account.email, password: ACTOR_PASSWORD };
    const answer = await doors[at].call('auth.signIn', input, { address: anywhere() });
    pendings.set(context, answer.pending);
    return answer.pending;
  };
  return { account, totp, recoveryCode, signIn };
}

async function passkeyHalfWay(context: CellContext, at: DoorName) {
  const { account, signIn } = await halfWay(context, at);
  const authenticator = await enrolPasskey(context.doors, account);
  const asked = await context.doors[at].call(
    'auth.startFactorPasskey',
    {},
    { pending: await signIn(), address: anywhere() },
  );
  return { response: authenticator.sign(asked.data<AskedByServer>()) };
}

async function passkeyAlone(context: CellContext, at: DoorName) {
  const { account } = await halfWay(context, at);
  const authenticator = await enrolPasskey(context.doors, account);
  const asked = await context.doors[at].call('auth.startPasskeySignIn', {}, { address: anywhere() });
  return { response: authenticator.sign(asked.data<AskedByServer>()) };
}

/** A signature by a passkey of whoever asks; without a session a well-formed one. */
async function confirmation({ doors, actor }: CellContext, at: DoorName) {
  const isOfDoor = actor.account?.audience === AUDIENCE[at] && actor.account.status === 'ACTIVE';
  const asked = { challenge: Buffer.alloc(32, 1).toString('base64url') };
  if (!isOfDoor || !actor.account || !actor.session || actor.persona.includes('deactivated')) {
    const stranger = new SoftAuthenticator(URL_OF[at]);
    stranger.register(asked);
    return { response: stranger.sign(asked) };
  }
  // Registering ends all sessions, so the passkey comes first and the session afterwards.
  const authenticator = await enrolPasskey(doors, actor.account);
  await doors.db.owner.query(
    `UPDATE session SET ended_at = NULL, end_reason = NULL, auth_epoch = (SELECT auth_epoch FROM account WHERE id = $1)
     WHERE account_id = $1 AND secret_hash = sha256(convert_to($2, 'UTF8'))`,
    [actor.account.id, actor.session.secret],
  );
  const start = await doors[at].call('auth.startPasskeyConfirmation', {}, { as: actor.session });
  return { response: authenticator.sign(start.data<AskedByServer>()) };
}

const declared = { kind: 'public' } as const;
const cells = { none: { allowed: PERSONAS } };

/** What comes before a session, the same at both doors. */
function rowsOf(door: DoorName): MatrixRow[] {
  const session = {
    permission: null,
    on: null,
    changesAccess: false,
    ...(door === 'staff'
      ? ({ kind: 'staff', action: 'session.read' } as const)
      : ({ kind: 'portal', action: 'portal.session.read' } as const)),
  };
  const ownCells: MatrixRow['cells'] = {
    none:
      door === 'staff'
        ? { allowed: STAFF, unauthenticated: NOT_STAFF }
        : { allowed: CUSTOMERS, unauthenticated: NOT_CUSTOMERS },
  };
  return [
    {
      door,
      procedure: 'auth.presentTotp',
      declared,
      input: async (context) => {
        const { totp, signIn } = await halfWay(context, door);
        await signIn();
        return { code: totp.code() };
      },
      pending,
      cells,
    },
    {
      door,
      procedure: 'auth.presentRecoveryCode',
      declared,
      input: async (context) => {
        const { recoveryCode, signIn } = await halfWay(context, door);
        await signIn();
        return { code: recoveryCode };
      },
      pending,
      cells,
    },
    {
      door,
      procedure: 'auth.startFactorPasskey',
      declared,
      input: async (context) => {
        await (await halfWay(context, door)).signIn();
        return {};
      },
      pending,
      cells,
    },
    {
      door,
      procedure: 'auth.presentPasskey',
      declared,
      input: (context) => passkeyHalfWay(context, door),
      pending,
      cells,
    },
    { door, procedure: 'auth.startPasskeySignIn', declared, input: () => ({}), cells },
    {
      door,
      procedure: 'auth.signInWithPasskey',
      declared,
      input: (context) => passkeyAlone(context, door),
      cells,
    },
    {
      door,
      procedure: 'auth.startPasskeyConfirmation',
      declared: session,
      input: () => ({}),
      cells: ownCells,
    },
    {
      door,
      procedure: 'auth.confirmWithPasskey',
      declared: session,
      input: (context) => confirmation(context, door),
      cells: ownCells,
    },
    { door, procedure: 'auth.getSignInSummary', declared: session, input: () => ({}), cells: ownCells },
  ];
}

export const factorSignInAccess: readonly MatrixRow[] = [...rowsOf('staff'), ...rowsOf('portal')];
