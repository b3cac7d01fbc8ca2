import { SkeletonShape } from '@sallyport/ui';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { DangerTab } from '../../components/accounts/danger-tab.tsx';
import { SecurityTab } from '../../components/accounts/security-tab.tsx';
import { SessionsTab } from '../../components/accounts/sessions-tab.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { trpc } from '../../lib/trpc.ts';
import {
  type CustomerDetail,
  CustomerScreen,
  useCustomerAccount,
  useCustomerControls,
} from './customer-frame.tsx';
import { MoveCustomerDialog } from './move-customer-dialog.tsx';

interface Place {
  companyId: string;
  customerId: string;
}

/** Where a customer is signed in. */
export function CustomerSessionsPage(place: Place) {
  return (
    <CustomerScreen {...place} tab="sessions">
      {(customer) => <Sessions customer={customer} />}
    </CustomerScreen>
  );
}

/** How a customer signs in, and what they are held to. */
export function CustomerSecurityPage(place: Place) {
  return (
    <CustomerScreen {...place} tab="security">
      {(customer) => <Security customer={customer} />}
    </CustomerScreen>
  );
}

/** Stopping, leaving and removing a customer. */
export function CustomerDangerPage(place: Place) {
  return (
    <CustomerScreen {...place} tab="danger">
      {(customer) => <Danger customer={customer} />}
    </CustomerScreen>
  );
}

function Sessions({ customer }: { customer: CustomerDetail }) {
  const controls = useCustomerControls(customer.id);
  const account = useCustomerAccount(customer);
  const sessions = useQuery(trpc.customers.listCustomerSessions.queryOptions({ customerId: customer.id }));
  return (
    <QueryView query={controls} skeleton={<SkeletonShape shape="list" rows={3} />}>
      {(data) => <SessionsTab account={account(data)} sessions={sessions} />}
    </QueryView>
  );
}

function Security({ customer }: { customer: CustomerDetail }) {
  const controls = useCustomerControls(customer.id);
  const account = useCustomerAccount(customer);
  return (
    <QueryView query={controls} skeleton={<SkeletonShape shape="cards" rows={4} />}>
      {(data) => <SecurityTab account={account(data)} />}
    </QueryView>
  );
}

function Danger({ customer }: { customer: CustomerDetail }) {
  const navigate = useNavigate();
  const controls = useCustomerControls(customer.id);
  const account = useCustomerAccount(customer);
  const removal = useQuery(trpc.customers.previewCustomerRemoval.queryOptions({ customerId: customer.id }));
  const [isMoving, setMoving] = useState(false);
  const { companyId, id: customerId } = customer;
  return (
    <QueryView query={controls} skeleton={<SkeletonShape shape="cards" rows={3} />}>
      {(data) => (
        <>
          <DangerTab
            account={account(data)}
            removal={removal}
            onMove={() => setMoving(true)}
            onGone={() => void navigate({ to: '/companies/$companyId/customers', params: { companyId } })}
          />
          {isMoving ? (
            <MoveCustomerDialog
              account={account(data)}
              onClose={() => setMoving(false)}
              onMoved={(movedTo) =>
                void navigate({
                  to: '/companies/$companyId/customers/$customerId/danger',
                  params: { companyId: movedTo, customerId },
                  replace: true,
                })
              }
            />
          ) : null}
        </>
      )}
    </QueryView>
  );
}
