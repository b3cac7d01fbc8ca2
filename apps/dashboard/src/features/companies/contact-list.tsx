import {
  Avatar,
  Button,
  Card,
  DataTable,
  EmptyState,
  SectionHeader,
  type TableColumn,
  Tag,
  TextLink,
} from '@sallyport/ui';
import { strings } from '../../strings/strings.ts';
import type { CompanyContact } from './companies.queries.ts';

const t = strings.companies;

function Blank() {
  return (
    <span className="text-text-3" data-blank="">
      {strings.common.noValue}
    </span>
  );
}

const COLUMNS: readonly TableColumn<CompanyContact>[] = [
  {
    key: 'name',
    header: t.contacts.name,
    primary: true,
    width: 'fill',
    cell: (row) => (
      <span className="flex min-w-0 items-center gap-2.5 py-1.5">
        <Avatar id={row.id} name={row.name} size={28} decorative />
        <span className="flex min-w-0 flex-col">
          <span className="flex min-w-0 items-center gap-2">
            <span className="truncate">{row.name}</span>
            {row.isEmergency ? (
              <Tag tone="caution" icon="bell">
                {t.contacts.emergencyTag}
              </Tag>
            ) : null}
          </span>
          {row.role ? <span className="truncate text-xs font-normal text-text-3">{row.role}</span> : null}
        </span>
      </span>
    ),
  },
  {
    key: 'email',
    header: t.contacts.email,
    width: 260,
    cell: (row) => (row.email ? <TextLink href={`mailto:${row.email}`}>{row.email}</TextLink> : <Blank />),
  },
  {
    key: 'phone',
    header: t.contacts.phone,
    width: 160,
    cell: (row) =>
      row.phone ? (
        <TextLink href={`tel:${row.phone.replace(/[^+\d]/g, '')}`}>{row.phone}</TextLink>
      ) : (
        <Blank />
      ),
  },
];

/** Whom to call at the client. */
export function ContactList({
  contacts,
  companyId,
  canEdit,
}: {
  contacts: readonly CompanyContact[];
  companyId: string;
  canEdit: boolean;
}) {
  return (
    <section>
      <SectionHeader title={t.contacts.heading} count={contacts.length} />
      <Card>
        <DataTable
          label={t.contacts.heading}
          inCard
          columns={COLUMNS}
          rows={contacts}
          rowKey={(row) => row.id}
          rowName={(row) => row.name}
          empty={<NoContacts companyId={companyId} canEdit={canEdit} />}
        />
      </Card>
    </section>
  );
}

function NoContacts({ companyId, canEdit }: { companyId: string; canEdit: boolean }) {
  return (
    <EmptyState
      icon="contact"
      title={t.contacts.empty}
      body={canEdit ? t.contacts.emptyBody : undefined}
      actions={
        canEdit ? (
          <Button size="sm" href={`/companies/${companyId}/edit`}>
            {t.contacts.add}
          </Button>
        ) : undefined
      }
    />
  );
}
