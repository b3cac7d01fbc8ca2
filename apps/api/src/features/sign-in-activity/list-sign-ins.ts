import { ListSignInsInput, Permission, SignInPage } from '@sallyport/contracts/staff';
import { visibleSignIns } from '@sallyport/db';
import { listSignIns as readSignIns } from '@sallyport/db/identity';
import { procedure } from '../../trpc/procedure.ts';
import { iso } from '../wire.ts';
import { signInFilter } from './sign-in-filter.ts';

/** S4: who tried to sign in, latest first. */
export const listSignIns = procedure
  .staff({ permission: [Permission.ManageUsers, Permission.ManageCustomers], action: 'signIn.list' })
  .input(ListSignInsInput)
  .output(SignInPage)
  .query(async ({ tx, call, input }) => {
    call.authorize({ action: 'signIn.list' });
    const page = await readSignIns(tx, signInFilter(input), visibleSignIns(call.principal));
    return { ...page, rows: page.rows.map((row) => ({ ...row, at: iso(row.at) })) };
  });
