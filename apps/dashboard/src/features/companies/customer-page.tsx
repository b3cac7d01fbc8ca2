import { PORTAL_PERMISSION_REGISTRY } from '@sallyport/contracts/portal';
import { Card, DateText, EmptyState, KeyValueList, RelativeTime, SectionHeader, Tag } from '@sallyport/ui';
import { EmailText } from '../../components/email-text.tsx';
import { ExpiryText } from '../../components/expiry-text.tsx';
import { MembershipsTable } from '../../components/memberships-table.tsx';
import { strings } from '../../strings/strings.ts';
import { type CustomerDetail, CustomerScreen } from './customer-frame.tsx';

const t = strings.users.detail;
interface Place {
  companyId: string;
  customerId: string;
}

/** One customer: who, and what the portal shows them. */
export function CustomerPage(place: Place) {
  return (
    <CustomerScreen {...place} tab="profile">
      {(customer) => (
        <div className="grid items-start gap-x-8 gap-y-7 xl:grid-cols-[minmax(0,1fr)_20rem]">
          <section className="min-w-0">
            <SectionHeader title={t.mayDo} />
            <Card padded>
              {customer.permissions.length === 0 ? (
                <EmptyState icon="lock" title={t.mayDoNothing} body={t.mayDoNothingBody} />
              ) : (
                <div className="flex flex-wrap gap-1.5">
                  {customer.permissions.map((permission) => (
                    <Tag key={permission}>{PORTAL_PERMISSION_REGISTRY[permission].label}</Tag>
                  ))}
                </div>
              )}
            </Card>
          </section>
          <Card title={t.account} padded>
            <KeyValueList items={facts(customer)} />
          </Card>
        </div>
      )}
    </CustomerScreen>
  );
}

/** In which groups a customer is, since when, by whom and why. */
export function CustomerGroupsPage(place: Place) {
  return (
    <CustomerScreen {...place} tab="groups">
      {({ memberships }) => (
        <MembershipsTable label={t.groups} memberships={memberships} emptyTitle={t.noGroups} />
      )}
    </CustomerScreen>
  );
}

function facts(customer: CustomerDetail) {
  return [
    { key: 'email', label: t.email, value: <EmailText email={customer.email} /> },
    {
      key: 'last',
      label: t.lastSignIn,
      value: <RelativeTime at={customer.lastSignInAt} fallback={strings.common.never} />,
    },
    { key: 'ends', label: t.ends, value: <ExpiryText at={customer.expiresAt} /> },
    { key: 'created', label: t.created, value: <DateText at={customer.createdAt} /> },
    {
      key: 'by',
      label: t.invitedBy,
      value: customer.invitedBy?.displayName ?? strings.common.noValue,
    },
    ...(customer.status === 'INVITED' && customer.invitationEndsAt
      ? [
          {
            key: 'invitation',
            label: t.invitationEnds,
            value: <RelativeTime at={customer.invitationEndsAt} />,
          },
        ]
      : []),
  ];
}
