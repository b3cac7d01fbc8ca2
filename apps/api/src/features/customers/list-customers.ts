import { decide, decideEntry } from '@sallyport/access';
import { CustomerList } from '@sallyport/contracts/staff';
import {
  listCustomerNames,
  listCustomers as readCustomers,
  visibleCustomerNames,
  visibleCustomers,
} from '@sallyport/db';
import { readAccounts } from '@sallyport/db/identity';
import { procedure } from '../../trpc/procedure.ts';
import { isOpen } from '../decision-hints.ts';
import { isoOrNull, NoInput } from '../wire.ts';

/** The customers of a company: names alone for owners and team of its projects, all of it with Manage Customers. */
export const listCustomers = procedure
  .staff({ permission: null, on: 'company', action: 'customer.list' })
  .input(NoInput)
  .output(CustomerList)
  .query(async ({ tx, call, grant }) => {
    call.authorize({ action: 'customer.list', company: grant.facts });
    const { principal } = call;
    if (!decideEntry(principal, 'customer.read').allowed) {
      const names = await listCustomerNames(tx, grant, visibleCustomerNames(principal));
      return { rows: names.map((person) => ({ ...person, details: null })) };
    }
    const visible = visibleCustomers(principal);
    const rows = await readCustomers(tx, grant, visible);
    const ids = rows.map(({ id }) => id);
    const accounts = new Map(
      (await readAccounts(tx, ids, visible)).map(({ account }) => [account.id, account]),
    );
    return {
      rows: rows.map(({ id, displayName, title, photo, ...details }) => {
        const target = accounts.get(id);
        return {
          id,
          displayName,
          title,
          photo,
          details: {
            ...details,
            lastSignInAt: isoOrNull(details.lastSignInAt),
            invitationEndsAt: isoOrNull(details.invitationEndsAt),
            expiresAt: isoOrNull(details.expiresAt),
            canRenewInvitation:
              target !== undefined &&
              isOpen(decide(principal, { action: 'customer.renewInvitation', target })),
          },
        };
      }),
    };
  });
