import {
  Avatar,
  Button,
  Card,
  DataTable,
  DateText,
  EmptyState,
  IconButton,
  SectionHeader,
  StatusGlyph,
  type TableColumn,
  Tag,
} from '@sallyport/ui';
import { useState } from 'react';
import { ExpiryText } from '../../components/expiry-text.tsx';
import { useCurrentUser } from '../../lib/current-user.ts';
import { strings } from '../../strings/strings.ts';
import { AddMemberDialog } from './add-member-dialog.tsx';
import type { AddedMember, GroupDraft } from './group-draft.ts';
import type { GroupMember } from './groups.queries.ts';

const t = strings.groups.editor;

interface Line {
  id: GroupMember['id'];
  name: string;
  isActive: boolean;
  since: string | null;
  by: string;
  reason: string;
  expiresAt: string | null;
  mark: 'added' | 'removed' | undefined;
}

function linesOf(members: readonly GroupMember[], draft: GroupDraft, ownId: string): Line[] {
  const added = draft.added.map(
    ({ person, reason, expiresAt }): Line => ({
      id: person.id,
      name: person.displayName,
      isActive: true,
      since: null,
      by: strings.common.you,
      reason,
      expiresAt,
      mark: 'added',
    }),
  );
  const saved = members.map(
    (member): Line => ({
      id: member.id,
      name: member.displayName,
      isActive: member.isActive,
      since: member.grantedAt,
      by:
        member.grantedBy?.id === ownId ? strings.common.you : (member.grantedBy?.displayName ?? t.firstStart),
      reason: member.reason,
      expiresAt: member.expiresAt,
      mark: draft.removed.includes(member.id) ? 'removed' : undefined,
    }),
  );
  return [...added, ...saved];
}

/** Who is in the group, who is being added and who is being removed; all of it undoable until saved. */
export function MembersSection({
  members,
  draft,
  canEdit,
  onChange,
}: {
  members: readonly GroupMember[];
  draft: GroupDraft;
  canEdit: boolean;
  onChange: (patch: Pick<GroupDraft, 'added' | 'removed'>) => void;
}) {
  const ownId = useCurrentUser().user.id;
  const [isAdding, setAdding] = useState(false);
  const { added, removed } = draft;
  const lines = linesOf(members, draft, ownId);
  const add = (member: AddedMember) => onChange({ added: [member, ...added], removed });
  const toggle = (line: Line) => {
    if (line.mark === 'added')
      onChange({ added: added.filter(({ person }) => person.id !== line.id), removed });
    else if (line.mark === 'removed') onChange({ added, removed: removed.filter((id) => id !== line.id) });
    else onChange({ added, removed: [...removed, line.id] });
  };
  const columns: TableColumn<Line>[] = [
    {
      key: 'person',
      header: t.person,
      primary: true,
      width: 210,
      cell: (line) => (
        <span className="flex min-w-0 items-center gap-2">
          <Avatar id={line.id} name={line.name} decorative />
          <span
            className={line.mark === 'removed' ? 'truncate text-text-3 line-through' : 'truncate font-medium'}
          >
            {line.name}
          </span>
          {line.isActive ? null : <StatusGlyph glyph="minus" tone="neutral" label={t.notActive} />}
        </span>
      ),
    },
    {
      key: 'since',
      header: t.since,
      width: 106,
      cell: (line) =>
        line.mark === 'added' ? (
          <Tag tone="accent">{t.tagAdded}</Tag>
        ) : line.mark === 'removed' ? (
          <Tag tone="negative">{t.tagRemoved}</Tag>
        ) : (
          <DateText at={line.since} />
        ),
    },
    {
      key: 'by',
      header: t.by,
      width: 124,
      wideOnly: true,
      cell: (line) => <span className="text-text-2">{line.by}</span>,
    },
    {
      key: 'reason',
      header: t.reason,
      width: 'fill',
      cell: (line) => <span className="text-text-2">{line.reason}</span>,
    },
    { key: 'expires', header: t.expires, width: 126, cell: (line) => <ExpiryText at={line.expiresAt} /> },
    {
      key: 'action',
      header: t.change,
      headerHidden: true,
      width: 40,
      align: 'end',
      cell: (line) =>
        canEdit && line.id !== ownId ? (
          <IconButton
            plain
            size="sm"
            icon={line.mark === 'removed' ? 'reopen' : 'x'}
            label={line.mark === 'removed' ? t.keep(line.name) : t.remove(line.name)}
            onClick={() => toggle(line)}
          />
        ) : null,
    },
  ];
  return (
    <section>
      <SectionHeader
        title={t.members}
        count={members.length - removed.length + added.length}
        actions={
          canEdit ? (
            <Button size="sm" icon="user-plus" onClick={() => setAdding(true)}>
              {t.addMember}
            </Button>
          ) : null
        }
      />
      <Card>
        <DataTable
          label={t.members}
          inCard
          density="compact"
          columns={columns}
          rows={lines}
          rowKey={(line) => line.id}
          rowName={(line) => line.name}
          rowMark={(line) => line.mark}
          empty={<EmptyState icon="users" title={t.empty} body={canEdit ? t.emptyBody : undefined} />}
        />
      </Card>
      {isAdding ? (
        <AddMemberDialog
          taken={new Set<string>(lines.map((line) => line.id))}
          onAdd={add}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </section>
  );
}
