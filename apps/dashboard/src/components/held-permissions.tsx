import {
  type HeldPermission,
  PERMISSION_REGISTRY,
  PERMISSIONS,
  type StaffGrant,
  type UserMembership,
} from '@sallyport/contracts/staff';
import { Card, DateText, EmptyState, Icon, StatusGlyph } from '@sallyport/ui';
import { useState } from 'react';
import type { z } from 'zod';
import { strings } from '../strings/strings.ts';
import { reachWords } from './grant-words.ts';
import { PermissionPaths } from './permission-paths.tsx';

const t = strings.users;
type Membership = z.infer<typeof UserMembership>;

interface Held {
  holds: readonly HeldPermission[];
  memberships: readonly Membership[];
  isAdmin: boolean;
}

/** What a person may do and why: one line per permission, with the way it came when opened. */
export function HeldPermissions({
  holds,
  memberships,
  isAdmin,
  emptyTitle,
  emptyBody,
  showMissing = false,
  startsClosed = false,
}: Held & { emptyTitle: string; emptyBody: string; showMissing?: boolean; startsClosed?: boolean }) {
  const lines = linesOf(holds, isAdmin).filter((line) => showMissing || line.grant !== null);
  const firstHeld = lines.find((line) => line.grant !== null)?.permission ?? null;
  const [open, setOpen] = useState<string | null>(startsClosed ? null : firstHeld);
  if (lines.every((line) => line.grant === null))
    return (
      <Card>
        <EmptyState icon="key" title={emptyTitle} body={emptyBody} />
      </Card>
    );
  return (
    <ul className="ui-card @container divide-y divide-border-soft overflow-hidden">
      {lines.map((line) => (
        <PermissionLine
          key={line.permission}
          line={line}
          isAdmin={isAdmin}
          memberships={memberships}
          isOpen={open === line.permission}
          onToggle={() => setOpen(open === line.permission ? null : line.permission)}
        />
      ))}
    </ul>
  );
}

interface Line {
  permission: StaffGrant['permission'];
  grant: StaffGrant | null;
  paths: HeldPermission['paths'];
}

/** All seven permissions in the order of the screens; an Admin holds each, with or without a group. */
function linesOf(holds: readonly HeldPermission[], isAdmin: boolean): Line[] {
  return PERMISSIONS.map((permission) => {
    const held = holds.find(({ grant }) => grant.permission === permission);
    if (held) return { permission, grant: held.grant, paths: held.paths };
    if (!isAdmin) return { permission, grant: null, paths: [] };
    return {
      permission,
      grant: { permission, reach: PERMISSION_REGISTRY[permission].hasReach ? 'ALL' : null },
      paths: [],
    };
  });
}

/** The day a permission ends: the latest of its paths, null when one of them has no end. */
function endOf(paths: HeldPermission['paths']): string | null {
  const ends = paths.map((path) => path.endsAt);
  return ends.includes(null) ? null : (ends.toSorted().at(-1) ?? null);
}

function PermissionLine({
  line,
  isAdmin,
  memberships,
  isOpen,
  onToggle,
}: {
  line: Line;
  isAdmin: boolean;
  memberships: readonly Membership[];
  isOpen: boolean;
  onToggle: () => void;
}) {
  const { label, description } = PERMISSION_REGISTRY[line.permission];
  if (!line.grant)
    return (
      <li className="flex min-h-9 items-center gap-2 px-3.5 py-1.5 text-text-3">
        <StatusGlyph glyph="ring" tone="neutral" />
        <span>{label}</span>
        <span className="ml-auto text-xs">{t.detail.notHeld}</span>
      </li>
    );
  const ends = isAdmin ? null : endOf(line.paths);
  const groups = isAdmin
    ? [t.path.adminFlag, ...line.paths.map((path) => path.groupName)]
    : line.paths.map((path) => path.groupName);
  return (
    <li>
      <button
        type="button"
        className="grid min-h-9 w-full cursor-pointer grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-2 px-3.5 py-1.5 text-left hover:bg-hover @lg:grid-cols-[auto_11.5rem_7rem_minmax(0,1fr)_auto] focus-visible:-outline-offset-2"
        aria-expanded={isOpen}
        title={description}
        onClick={onToggle}
      >
        <StatusGlyph glyph="full" tone={ends ? 'caution' : 'positive'} />
        <span className="truncate font-medium">{label}</span>
        <span className="hidden text-text-2 @lg:inline">{reachWords(line.grant)}</span>
        <span className="truncate text-xs text-text-3 col-start-2 row-start-2 @lg:col-auto @lg:row-auto">
          <span className="@lg:hidden">{reachWords(line.grant)} · </span>
          {groups.join(', ')}
          {ends ? (
            <>
              {' · '}
              {t.path.until('')}
              <DateText at={ends} />
            </>
          ) : null}
        </span>
        <Icon name={isOpen ? 'chevron-up' : 'chevron-down'} size={14} className="text-icon" />
      </button>
      {isOpen ? (
        <div className="border-t border-border-soft bg-sunken px-3.5 py-3">
          <PermissionPaths
            label={t.path.heading(label)}
            grant={line.grant}
            paths={line.paths}
            memberships={memberships}
            isAdmin={isAdmin}
          />
        </div>
      ) : null}
    </li>
  );
}
