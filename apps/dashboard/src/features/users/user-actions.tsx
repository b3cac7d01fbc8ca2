import { Button, IconButton, Menu, type MenuEntry, Notice } from '@sallyport/ui';
import { useState } from 'react';
import { useCurrentUser } from '../../lib/current-user.ts';
import { strings } from '../../strings/strings.ts';
import { EditUserDialog } from './edit-user-dialog.tsx';
import { RenewInvitationDialog } from './renew-invitation-dialog.tsx';
import { StatusDialog } from './status-dialog.tsx';
import type { UserDetail } from './users.queries.ts';

const t = strings.users;

/** What the viewer may do to this account now; nothing else is shown. */
export function UserActions({ user, isCompact = false }: { user: UserDetail; isCompact?: boolean }) {
  const [dialog, setDialog] = useState<'edit' | 'deactivate' | 'reactivate' | 'renew' | null>(null);
  const { canEdit, canDeactivate, canReactivate, canRenewInvitation, limit } = user.abilities;
  const isOwn = useCurrentUser().user.id === user.id;
  const close = () => setDialog(null);
  const more: MenuEntry[] = [
    ...(canRenewInvitation
      ? [{ label: t.renew.action, icon: 'link' as const, onSelect: () => setDialog('renew') }]
      : []),
    ...(canReactivate
      ? [{ label: t.reactivate.action, icon: 'unlock' as const, onSelect: () => setDialog('reactivate') }]
      : []),
    ...(canDeactivate
      ? [
          {
            label: t.deactivate.action,
            icon: 'ban' as const,
            danger: true,
            onSelect: () => setDialog('deactivate'),
          },
        ]
      : []),
  ];
  return (
    <>
      {isOwn ? (
        <Button size="sm" href="/profile">
          {t.detail.ownProfile}
        </Button>
      ) : null}
      {isCompact && limit && more.length === 0 && !canEdit && !isOwn ? (
        <Notice icon="lock">{limit}</Notice>
      ) : null}
      {canEdit ? (
        <Button size={isCompact ? 'md' : 'sm'} icon="pencil" onClick={() => setDialog('edit')}>
          {t.detail.editProfile}
        </Button>
      ) : null}
      {more.length > 0 ? (
        <Menu
          items={more}
          side={isCompact ? 'top' : 'bottom'}
          trigger={
            <IconButton
              plain
              size={isCompact ? 'md' : 'sm'}
              variant="default"
              icon="dots"
              label={t.detail.more}
            />
          }
        />
      ) : null}
      {dialog === 'edit' ? <EditUserDialog user={user} onClose={close} /> : null}
      {dialog === 'renew' ? <RenewInvitationDialog user={user} onClose={close} /> : null}
      {dialog === 'deactivate' || dialog === 'reactivate' ? (
        <StatusDialog user={user} kind={dialog} onClose={close} />
      ) : null}
    </>
  );
}
