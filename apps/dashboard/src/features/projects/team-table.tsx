import type { MemberRole } from '@sallyport/contracts/staff';
import { Avatar, DataTable, DateText, IconButton, type TableColumn, Tag } from '@sallyport/ui';
import { useCurrentUser } from '../../lib/current-user.ts';
import { faceOf } from '../../lib/face.ts';
import { strings } from '../../strings/strings.ts';
import { RoleSelect } from './role-select.tsx';
import type { TeamLine } from './team-draft.ts';

const t = strings.projects.team;

/** The team line by line: a change marks its row until it is saved. */
export function TeamTable({
  lines,
  canAssign,
  onRole,
  onToggle,
}: {
  lines: readonly TeamLine[];
  canAssign: boolean;
  onRole: (personId: string, role: MemberRole) => void;
  onToggle: (line: TeamLine) => void;
}) {
  const ownId = useCurrentUser().user.id;
  const columns: TableColumn<TeamLine>[] = [
    {
      key: 'person',
      header: t.person,
      primary: true,
      width: 'fill',
      cell: ({ person, mark }) => (
        <span className="flex min-w-0 items-center gap-2 @max-[560px]/ui-table:pr-9">
          <Avatar {...faceOf(person)} decorative />
          <span className={mark === 'removed' ? 'truncate text-text-3 line-through' : 'truncate font-medium'}>
            {person.displayName}
          </span>
          {person.id === ownId ? <Tag>{t.you}</Tag> : null}
          {person.title ? (
            <span className="min-w-0 flex-1 basis-0 truncate font-normal text-text-3">{person.title}</span>
          ) : null}
        </span>
      ),
    },
    {
      key: 'role',
      header: t.role,
      width: 240,
      cell: (line) => (
        <span className="flex items-center gap-2 xl:min-w-56">
          {canAssign && line.mark !== 'removed' ? (
            <RoleSelect
              name={line.person.displayName}
              role={line.role}
              onChange={(role) => onRole(line.person.id, role)}
            />
          ) : (
            <span className="text-text-2">{t.roles[line.role]}</span>
          )}
          {line.was && line.mark === undefined ? <Tag tone="accent">{t.was(t.roles[line.was])}</Tag> : null}
        </span>
      ),
    },
    {
      key: 'since',
      header: t.since,
      width: 116,
      cell: (line) =>
        line.mark === 'added' ? (
          <Tag tone="accent">{t.added}</Tag>
        ) : line.mark === 'removed' ? (
          <Tag tone="negative">{t.removed}</Tag>
        ) : (
          <span className="text-text-2">
            <DateText at={line.addedAt} />
          </span>
        ),
    },
    ...(canAssign
      ? [
          {
            key: 'change',
            header: t.change,
            headerHidden: true,
            width: 44,
            align: 'end',
            cell: (line: TeamLine) => (
              <IconButton
                plain
                size="sm"
                icon={line.mark === 'removed' ? 'reopen' : 'x'}
                label={
                  line.mark === 'removed'
                    ? t.keep(line.person.displayName)
                    : t.remove(line.person.displayName)
                }
                onClick={() => onToggle(line)}
              />
            ),
          } as const,
        ]
      : []),
  ];
  return (
    <DataTable
      label={t.heading}
      inCard
      columns={columns}
      rows={lines}
      rowKey={(line) => line.person.id}
      rowName={(line) => line.person.displayName}
      rowMark={(line) => line.mark ?? (line.was ? 'added' : undefined)}
    />
  );
}
