import { PhotoCard } from '@sallyport/forms';
import { Card, EmptyState, PortalTitle, SkeletonShape } from '@sallyport/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { PermissionLines } from '../../components/permission-lines.tsx';
import { ProfileTabs } from '../../components/profile-tabs.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { useCurrentCustomer } from '../../lib/current-customer.ts';
import { ownFace } from '../../lib/own-face.ts';
import { client, type Outputs, trpc } from '../../lib/trpc.ts';
import { uploadPhoto } from '../../lib/upload-photo.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { strings } from '../../strings/strings.ts';
import { DetailsForm } from './details-form.tsx';
import { EmailCard } from './email-card.tsx';
import { PasswordCard } from './password-card.tsx';

const t = strings.profile;

/** One's own account, in plain words. */
export function ProfilePage() {
  usePageTitle(t.title);
  const profile = useQuery(trpc.profile.getProfile.queryOptions());
  const { companyName } = useCurrentCustomer();
  return (
    <>
      <PortalTitle title={t.title} subtitle={t.subtitle(companyName)} />
      <ProfileTabs current="details" />
      <QueryView query={profile} skeleton={<SkeletonShape shape="form" rows={4} />}>
        {(data) => (
          <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
            <div className="flex flex-col gap-4">
              <OwnPhoto profile={data} />
              <Card title={t.details} padded>
                <DetailsForm profile={data} />
              </Card>
            </div>
            <div className="flex flex-col gap-4">
              <EmailCard email={data.email} />
              <PasswordCard profile={data} />
              <GroupsCard profile={data} />
            </div>
          </div>
        )}
      </QueryView>
    </>
  );
}

function OwnPhoto({ profile }: { profile: Outputs['profile']['getProfile'] }) {
  const queryClient = useQueryClient();
  const refreshed = async () => {
    await queryClient.invalidateQueries({ queryKey: trpc.profile.getProfile.queryKey() });
    await queryClient.invalidateQueries({ queryKey: trpc.auth.getCurrent.queryKey() });
  };
  return (
    <PhotoCard
      words={t.photo}
      face={ownFace(profile)}
      upload={async (file) => {
        await uploadPhoto(file);
        await refreshed();
      }}
      remove={async () => {
        await client.profile.removePhoto.mutate({});
        await refreshed();
      }}
    />
  );
}

function GroupsCard({ profile }: { profile: Outputs['profile']['getProfile'] }) {
  if (profile.groups.length === 0)
    return (
      <Card title={t.groups}>
        <EmptyState icon="layers" title={t.noGroups} body={t.noGroupsBody} />
      </Card>
    );
  return (
    <Card title={t.groups} padded>
      <ul className="flex flex-col gap-3">
        {profile.groups.map((group) => (
          <li key={group.name}>
            <b className="font-medium">{group.name}</b>
            <p className="text-text-2">{group.purpose}</p>
          </li>
        ))}
      </ul>
      <h3 className="mt-5 mb-3 border-t border-border-soft pt-5 font-medium">{t.permissions}</h3>
      <PermissionLines permissions={profile.permissions} />
    </Card>
  );
}
