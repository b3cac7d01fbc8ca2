import { PhotoCard } from '@sallyport/forms';
import { Card, SkeletonShape, StaffPage, Tag } from '@sallyport/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { PersonTitle } from '../../components/person-title.tsx';
import { ProfileTabs } from '../../components/profile-tabs.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { faceOf } from '../../lib/face.ts';
import { client, type Outputs, trpc } from '../../lib/trpc.ts';
import { uploadFile } from '../../lib/upload-file.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { strings } from '../../strings/strings.ts';
import { DetailsForm } from './details-form.tsx';
import { EmailCard } from './email-card.tsx';
import { PasswordCard } from './password-card.tsx';
import { SessionCard } from './session-card.tsx';

const t = strings.profile;
const Shown = z.object({ photo: z.string() });

/** One's own account: photo, details, password. */
export function ProfilePage() {
  usePageTitle(t.title);
  const profile = useQuery(trpc.profile.getProfile.queryOptions());
  return (
    <StaffPage crumbs={[{ label: t.title }]} tabs={<ProfileTabs current="details" />}>
      <QueryView query={profile} skeleton={<SkeletonShape shape="form" rows={4} />}>
        {(data) => <ProfileBody profile={data} />}
      </QueryView>
    </StaffPage>
  );
}

function ProfileBody({ profile }: { profile: Outputs['profile']['getProfile'] }) {
  const queryClient = useQueryClient();
  // Photos stand beside names everywhere.
  const refreshed = () => queryClient.invalidateQueries();
  return (
    <>
      <PersonTitle
        id={profile.id}
        name={profile.displayName}
        photo={profile.photo}
        tags={profile.isAdmin ? <Tag icon="shield-check">{strings.shell.admin}</Tag> : null}
        subtitle={[profile.title, profile.email].filter(Boolean).join(' · ')}
      />
      <div className="mt-6 grid items-start gap-x-8 gap-y-4 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <PhotoCard
            words={t.photo}
            face={faceOf(profile)}
            upload={async (file) => {
              await uploadFile('/upload/photo', file, Shown);
              await refreshed();
            }}
            remove={async () => {
              await client.profile.removePhoto.mutate({});
              await refreshed();
            }}
          />
          <Card title={t.details} padded>
            <DetailsForm profile={profile} />
          </Card>
        </div>
        <div className="flex flex-col gap-4">
          <EmailCard email={profile.email} />
          <PasswordCard profile={profile} />
          <SessionCard lastSignInAt={profile.lastSignInAt} createdAt={profile.createdAt} />
        </div>
      </div>
    </>
  );
}
