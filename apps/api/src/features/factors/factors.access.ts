import { randomUUID } from 'node:crypto';
import { type AskedByServer, makePasskey, SoftAuthenticator } from '@sallyport/testing';
import { totpOfSecret } from '../../doors/testing/factors.ts';
import { PORTAL_URL, STAFF_URL } from '../../doors/testing/test-doors.ts';
import type { CellContext, MatrixRow } from '../../matrix/matrix-row.ts';
import { CUSTOMERS, NOT_CUSTOMERS, NOT_STAFF, STAFF } from '../../matrix/personas.ts';

type DoorName = 'staff' | 'portal';
const URL_OF = { staff: STAFF_URL, portal: PORTAL_URL };
const challenge = Buffer.alloc(32, 1).toString('base64url');

/** The code of the app that is being enrolled; any code where nobody may enrol. */
async function firstCode({ doors, actor }: CellContext, at: DoorName) {
  const started = await doors[at].call('factors.startTotp', {}, { as: actor.session });
  if (started.status !== 200) return { code: '000000' };
  return { code: totpOfSecret(started.data<{ secret: string }>().secret).code() };
}

/** What the browser makes of the challenge; of one that nobody gave where nobody may register. */
async function newPasskey({ doors, actor }: CellContext, at: DoorName) {
  const started = await doors[at].call('factors.startPasskey', {}, { as: actor.session });
  const asked = started.status === 200 ? started.data<AskedByServer>() : { challenge };
  return { name: 'Office key', response: new SoftAuthenticator(URL_OF[at]).register(asked) };
}

/** A passkey of whoever asks. */
async function ownPasskey({ doors, actor }: CellContext): Promise<string> {
  return actor.account ? (await makePasskey(doors.db, actor.account)).id : randomUUID();
}

/** An app to remove, and a passkey beside it, because the policy may demand one factor. */
async function appBesidePasskey(context: CellContext) {
  await ownPasskey(context);
  const { account } = context.actor;
  if (account) {
    await context.doors.db.owner.query(
      `INSERT INTO totp_factor (account_id, sealed_seed, confirmed_at) VALUES ($1, decode(repeat('00', 60), 'hex'), app.now())
       ON CONFLICT DO NOTHING`,
      [account.id],
    );
  }
  return {};
}

/** Two, so that the policy is kept without the one that goes. */
async function passkeyToRemove(context: CellContext) {
  await ownPasskey(context);
  return { passkeyId: await ownPasskey(context) };
}

function rowsOf(door: DoorName): MatrixRow[] {
  const isStaff = door === 'staff';
  const own = { kind: door, permission: null, on: null, changesAccess: false } as const;
  const read = { ...own, action: isStaff ? 'factor.read' : 'portal.factor.read' } as const;
  const change = { ...own, action: isStaff ? 'factor.change' : 'portal.factor.change' } as const;
  const [inside, outside] = isStaff ? [STAFF, NOT_STAFF] : [CUSTOMERS, NOT_CUSTOMERS];
  const confirmed: MatrixRow['cells'] = { none: { confirm: inside, unauthenticated: outside } };
  return [
    {
      door,
      procedure: 'factors.get',
      declared: read,
      input: () => ({}),
      cells: { none: { allowed: inside, unauthenticated: outside } },
    },
    { door, procedure: 'factors.startTotp', declared: change, input: () => ({}), cells: confirmed },
    {
      door,
      procedure: 'factors.confirmTotp',
      declared: change,
      input: (context) => firstCode(context, door),
      cells: confirmed,
    },
    { door, procedure: 'factors.removeTotp', declared: change, input: appBesidePasskey, cells: confirmed },
    { door, procedure: 'factors.startPasskey', declared: change, input: () => ({}), cells: confirmed },
    {
      door,
      procedure: 'factors.finishPasskey',
      declared: change,
      input: (context) => newPasskey(context, door),
      cells: confirmed,
    },
    {
      door,
      procedure: 'factors.renamePasskey',
      declared: change,
      input: async (context) => ({ passkeyId: await ownPasskey(context), name: 'Another name' }),
      cells: confirmed,
    },
    {
      door,
      procedure: 'factors.removePasskey',
      declared: change,
      input: passkeyToRemove,
      cells: confirmed,
    },
    {
      door,
      procedure: 'factors.renewRecoveryCodes',
      declared: change,
      input: async (context) => {
        await ownPasskey(context);
        return {};
      },
      cells: confirmed,
    },
  ];
}

export const factorsAccess: readonly MatrixRow[] = [...rowsOf('staff'), ...rowsOf('portal')];
