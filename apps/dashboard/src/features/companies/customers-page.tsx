import {
  Avatar,
  Button,
  DataTable,
  EmptyState,
  IconButton,
  Notice,
  RelativeTime,
  type TableColumn,
  Tag,
} from '@sallyport/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ExpiryText } from '../../components/expiry-text.tsx';
import { Failure } from '../../components/failure.tsx';
import { PersonStatus } from '../../components/person-status.tsx';
import { faceOf } from '../../lib/face.ts';
import { strings } from '../../strings/strings.ts';
import { type CompanyDetail, type CustomerRow, customerListOptions } from './companies.queries.ts';
import { CompanyFrame, CompanyScreen } from './company-frame.tsx';
import { InviteCustomerDialog } from './invite-customer-dialog.tsx';
import { RenewCustomerDialog } from './renew-customer-dialog.tsx';

const t = strings.companies.customers;

/** The people of a client who have an account on the portal. */
export function CompanyCustomersPage({ companyId }: { companyId: string }) {
  return (
    <CompanyScreen companyId={companyId} tab="customers">
      {(company) => <Customers company={company} />}
    </CompanyScreen>
  );
}

function Customers({ company }: { company: CompanyDetail }) {
  const { abilities } = company;
  const [isInviting, setInviting] = useState(false);
  const [renewing, setRenewing] = useState<CustomerRow | null>(null);
  const list = useQuery({ ...customerListOptions(company.id), enabled: abilities.canReadCustomers });
  const rows = list.data?.rows ?? [];
  const isNamesOnly = rows.length > 0 && rows.every(({ details }) => details === null);
  const invite = abilities.canInviteCustomers ? (
    <Button variant="primary" icon="user-plus" onClick={() => setInviting(true)}>
      {t.invite}
    </Button>
  ) : undefined;
  return (
    <CompanyFrame company={company} tab="customers" flush actions={invite}>
      {isNamesOnly ? (
        <div className="border-b border-border px-5 py-2.5 max-sm:px-4">
          <Notice icon="lock">{t.namesOnly}</Notice>
        </div>
      ) : null}
      {abilities.canReadCustomers ? (
        <DataTable
          label={t.label}
          columns={isNamesOnly ? [NAME] : [NAME, STATUS, EMAIL, GROUPS, ENDS, LAST, renewColumn(setRenewing)]}
          rows={rows}
          rowKey={(row) => row.id}
          rowName={(row) => row.displayName}
          {...(isNamesOnly
            ? {}
            : { onRowHref: (row: CustomerRow) => `/companies/${company.id}/customers/${row.id}` })}
          loading={list.isPending}
          skeletonRows={6}
          error={list.error ? <Failure error={list.error} onRetry={() => void list.refetch()} /> : undefined}
          empty={
            <EmptyState
              icon="user-plus"
              title={t.emptyTitle}
              body={abilities.canInviteCustomers ? t.emptyBody : t.emptyNoRight}
              actions={
                abilities.canInviteCustomers ? (
                  <Button size="sm" variant="primary" onClick={() => setInviting(true)}>
                    {t.invite}
                  </Button>
                ) : undefined
              }
            />
          }
        />
      ) : (
        <div className="p-10">
          <EmptyState icon="lock" title={t.hiddenTitle} body={t.hidden} />
        </div>
      )}
      {isInviting ? <InviteCustomerDialog company={company} onClose={() => setInviting(false)} /> : null}
      {renewing ? <RenewCustomerDialog customer={renewing} onClose={() => setRenewing(null)} /> : null}
    </CompanyFrame>
  );
}

/** The first group by name, the rest as a number: their names are long. */
function Groups({ names }: { names: readonly string[] }) {
  const [first] = names;
  if (first === undefined)
    return (
      <span className="text-text-3" data-blank="">
        {strings.common.noValue}
      </span>
    );
  return (
    <span className="inline-flex items-center gap-1" title={names.join(', ')}>
      <Tag>{first}</Tag>
      {names.length > 1 ? <span className="text-xs text-text-3">+{names.length - 1}</span> : null}
    </span>
  );
}

const NAME: TableColumn<CustomerRow> = {
  key: 'name',
  header: t.columns.name,
  primary: true,
  width: 'fill',
  cell: (row) => (
    <span className="flex min-w-0 items-center gap-2 @max-[560px]/ui-table:pr-9">
      <Avatar {...faceOf(row)} decorative />
      <span className="truncate">{row.displayName}</span>
      {row.details?.hasFactor ? <Tag icon="fingerprint">{t.factor}</Tag> : null}
      {row.title ? (
        <span className="min-w-0 flex-1 basis-0 truncate font-normal text-text-3">{row.title}</span>
      ) : null}
    </span>
  ),
};
const STATUS: TableColumn<CustomerRow> = {
  key: 'status',
  header: t.columns.status,
  width: 104,
  cell: ({ details }) => (details ? <PersonStatus plain status={details.status} /> : null),
};
const EMAIL: TableColumn<CustomerRow> = {
  key: 'email',
  header: t.columns.email,
  width: 250,
  wideOnly: true,
  cell: ({ details }) => <span className="text-text-2">{details?.email}</span>,
};
const GROUPS: TableColumn<CustomerRow> = {
  key: 'groups',
  header: t.columns.groups,
  width: 220,
  cell: ({ details }) => <Groups names={details?.groups.map(({ name }) => name) ?? []} />,
};
const ENDS: TableColumn<CustomerRow> = {
  key: 'ends',
  header: t.columns.ends,
  width: 126,
  wideOnly: true,
  cell: ({ details }) => <ExpiryText at={details?.expiresAt ?? null} fallback={strings.common.noValue} />,
};
const LAST: TableColumn<CustomerRow> = {
  key: 'lastSignIn',
  header: t.columns.lastSignIn,
  width: 116,
  align: 'end',
  cell: ({ details }) => <RelativeTime at={details?.lastSignInAt ?? null} fallback={strings.common.never} />,
};

function renewColumn(onRenew: (row: CustomerRow) => void): TableColumn<CustomerRow> {
  return {
    key: 'renew',
    header: t.renew,
    headerHidden: true,
    width: 44,
    align: 'end',
    cell: (row) =>
      row.details?.canRenewInvitation ? (
        <IconButton
          size="sm"
          icon="link"
          label={`${t.renew}: ${row.displayName}`}
          onClick={() => onRenew(row)}
        />
      ) : null,
  };
}
