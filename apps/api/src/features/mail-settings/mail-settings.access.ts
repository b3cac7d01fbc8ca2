import { readValue } from '../../doors/testing/people.ts';
import { setMailServer } from '../../mail/testing/test-mail.ts';
import type { CellContext, MatrixRow } from '../../matrix/matrix-row.ts';
import { NOT_STAFF, STAFF } from '../../matrix/personas.ts';

const OTHERS = STAFF.filter((persona) => persona !== 'admin');
const declared = { kind: 'staff', permission: null, on: null, changesAccess: false } as const;
const update = { ...declared, action: 'mailSettings.update' } as const;
const byConfirmedAdmins = { confirm: ['admin'], refused: OTHERS, unauthenticated: NOT_STAFF } as const;

async function presentVersion({ doors }: CellContext) {
  await setMailServer(doors);
  return { version: await readValue(doors, 'SELECT version FROM mail_setting') };
}

/** A13: whoever sets the mail server reads every reset link. */
export const mailSettingsAccess: readonly MatrixRow[] = [
  {
    door: 'staff',
    procedure: 'mailSettings.get',
    declared: { ...declared, action: 'mailSettings.read' },
    input: () => ({}),
    cells: { none: { allowed: ['admin'], refused: OTHERS, unauthenticated: NOT_STAFF } },
  },
  {
    door: 'staff',
    procedure: 'mailSettings.update',
    declared: update,
    input: async (context) => ({
      ...(await presentVersion(context)),
      host: 'localhost',
      port: 25,
      security: 'NONE',
      authentication: 'NONE',
      username: '',
      fromAddress: 'sallyport@firm.test',
      fromName: '',
      replyTo: '',
    }),
    cells: { none: byConfirmedAdmins },
  },
  {
    door: 'staff',
    procedure: 'mailSettings.remove',
    declared: update,
    input: presentVersion,
    cells: { none: byConfirmedAdmins },
  },
  {
    door: 'staff',
    procedure: 'mailSettings.test',
    declared: { ...declared, action: 'mailSettings.test' },
    input: () => ({}),
    cells: { none: byConfirmedAdmins },
  },
];
