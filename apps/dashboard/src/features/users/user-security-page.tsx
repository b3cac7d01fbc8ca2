import { SkeletonShape } from '@sallyport/ui';
import { useState } from 'react';
import { controlOf } from '../../components/accounts/account-facts.ts';
import { ActionRow } from '../../components/accounts/action-row.tsx';
import { ReasonDialog } from '../../components/accounts/reason-dialog.tsx';
import { SecurityTab } from '../../components/accounts/security-tab.tsx';
import { NetworksEditor } from '../../components/networks-editor.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { client } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';
import { useUserAccount, useUserControls } from './use-user-account.ts';
import { UserScreen } from './user-frame.tsx';
import { UserTokensCard } from './user-tokens-card.tsx';
import type { UserDetail } from './users.queries.ts';

const t = strings.accounts.admin;

/** How a user signs in, and what they are held to. */
export function UserSecurityPage({ userId }: { userId: string }) {
  return (
    <UserScreen userId={userId} tab="security">
      {(user) => <Security user={user} />}
    </UserScreen>
  );
}

function Security({ user }: { user: UserDetail }) {
  const controls = useUserControls(user.id);
  const account = useUserAccount(user);
  const [isAsking, setAsking] = useState(false);
  const { isAdmin, id: userId, displayName: name } = user;
  return (
    <div className="flex flex-col gap-6">
      <QueryView query={controls} skeleton={<SkeletonShape shape="cards" rows={4} />}>
        {(data) => (
          <>
            <SecurityTab
              account={account(data)}
              adminRow={
                <ActionRow
                  icon="shield-check"
                  title={t.row}
                  value={isAdmin ? strings.users.filters.yes : strings.users.filters.no}
                  note={t.note}
                  action={isAdmin ? t.take : t.give}
                  danger={isAdmin}
                  control={controlOf(data, 'setAdmin')}
                  onAction={() => setAsking(true)}
                />
              }
            />
            {isAsking ? (
              <ReasonDialog
                lock
                danger={isAdmin}
                title={isAdmin ? t.takeTitle(name) : t.giveTitle(name)}
                body={t.body}
                confirmLabel={isAdmin ? t.take : t.give}
                busyLabel={t.busy}
                done={t.done}
                run={(reason) => client.users.setAdmin.mutate({ userId, isAdmin: !isAdmin, reason })}
                onClose={() => setAsking(false)}
                onDone={account(data).onChanged}
              />
            ) : null}
            {/* Told to whom the account is in hand; to everybody else the page says above why it is not. */}
            {controlOf(data, 'edit')?.isOpen ? (
              <div className="flex max-w-4xl flex-col gap-6">
                <UserTokensCard user={user} />
                <p className="text-text-2">{strings.accounts.networks.intro(name)}</p>
                <NetworksEditor
                  place={{ level: 'ACCOUNT', subjectId: userId }}
                  title={strings.accounts.networks.title}
                />
              </div>
            ) : null}
          </>
        )}
      </QueryView>
    </div>
  );
}
