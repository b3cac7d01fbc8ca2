import { hasCode } from '@sallyport/forms';
import { Button, SkeletonShape, StaffPage, Tabs } from '@sallyport/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { customerCalls } from '../../components/accounts/account-calls.ts';
import { type AccountPage, type Controls, controlOf } from '../../components/accounts/account-facts.ts';
import { PageHeading } from '../../components/page-heading.tsx';
import { PersonStatus } from '../../components/person-status.tsx';
import { PersonTitle } from '../../components/person-title.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { strings } from '../../strings/strings.ts';
import { EditCustomerDialog } from './edit-customer-dialog.tsx';

const t = strings.companies;
const a = strings.accounts;
export type CustomerDetail = Outputs['customers']['getCustomer'];
export type CustomerTab = 'profile' | 'groups' | 'sessions' | 'security' | 'danger';
const TABS: readonly CustomerTab[] = ['profile', 'groups', 'sessions', 'security', 'danger'];

function hrefOf(customer: { companyId: string; id: string }, tab: CustomerTab): string {
  const base = `/companies/${customer.companyId}/customers/${customer.id}`;
  return tab === 'profile' ? base : `${base}/${tab}`;
}

/** Asks for a customer; the screen of a tab is drawn once they are there. */
export function CustomerScreen({
  companyId,
  customerId,
  tab,
  children,
}: {
  companyId: string;
  customerId: string;
  tab: CustomerTab;
  children: (customer: CustomerDetail) => ReactNode;
}) {
  const customer = useQuery(trpc.customers.getCustomer.queryOptions({ customerId }));
  const name = customer.data?.displayName;
  usePageTitle(name === undefined ? t.customers.label : tab === 'profile' ? name : `${a.tabs[tab]}, ${name}`);
  const place = { companyId: customer.data?.companyId ?? companyId, id: customerId };
  return (
    <StaffPage
      crumbs={[
        { label: t.title, href: '/companies' },
        { label: customer.data?.companyName ?? '…', href: `/companies/${place.companyId}` },
        { label: t.tabs.customers, href: `/companies/${place.companyId}/customers` },
        { label: name ?? '…' },
      ]}
      tabs={
        customer.error ? undefined : (
          <Tabs
            label={a.tabsLabel}
            tabs={TABS.map((key) => ({
              href: hrefOf(place, key),
              label: a.tabs[key],
              count: key === 'groups' ? customer.data?.memberships.length : undefined,
              current: key === tab,
            }))}
          />
        )
      }
    >
      {customer.data || hasCode(customer.error, 'NOT_FOUND') ? null : (
        <PageHeading>{t.customers.label}</PageHeading>
      )}
      <QueryView query={customer} skeleton={<SkeletonShape shape="cards" rows={3} />}>
        {(data) => (
          <>
            <CustomerTitle customer={data} />
            <div className="mt-6">{children(data)}</div>
          </>
        )}
      </QueryView>
    </StaffPage>
  );
}

function CustomerTitle({ customer }: { customer: CustomerDetail }) {
  const [isEditing, setEditing] = useState(false);
  const controls = useCustomerControls(customer.id);
  const mayEdit = controls.data ? (controlOf(controls.data, 'edit')?.isOpen ?? false) : false;
  return (
    <>
      <PersonTitle
        id={customer.id}
        photo={customer.photo}
        name={customer.displayName}
        tags={<PersonStatus status={customer.status} />}
        subtitle={[customer.title, customer.email].filter(Boolean).join(' · ')}
        actions={
          mayEdit ? (
            <Button size="sm" icon="pencil" onClick={() => setEditing(true)}>
              {strings.users.detail.editProfile}
            </Button>
          ) : undefined
        }
      />
      {isEditing ? <EditCustomerDialog customer={customer} onClose={() => setEditing(false)} /> : null}
    </>
  );
}

/** How a customer signs in and what can be changed there, asked for once per page. */
export function useCustomerControls(customerId: string) {
  return useQuery(trpc.customers.getCustomerControls.queryOptions({ customerId }));
}

/** The account as the tabs need it; a change has everything about it asked for again. */
export function useCustomerAccount(customer: CustomerDetail): (controls: Controls) => AccountPage {
  const queryClient = useQueryClient();
  return (controls) => ({
    id: customer.id,
    name: customer.displayName,
    kind: 'customer',
    status: customer.status,
    isAdmin: false,
    expiresAt: customer.expiresAt,
    lastSignInAt: customer.lastSignInAt,
    controls,
    calls: customerCalls(customer.id),
    onChanged: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: trpc.customers.pathKey() }),
        queryClient.invalidateQueries({ queryKey: trpc.companies.pathKey() }),
      ]),
  });
}
