import { PreferencesCard } from '@sallyport/forms';
import { SkeletonShape } from '@sallyport/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ProfilePageFrame } from '../../components/profile-page-frame.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { trpc } from '../../lib/trpc.ts';
import { useAccountTheme } from '../../lib/use-account-theme.ts';
import { strings } from '../../strings/strings.ts';

const t = strings.profile.preferences;

/** How the screens look and speak, on every device. */
export function PreferencesPage() {
  const queryClient = useQueryClient();
  const profile = useQuery(trpc.profile.getProfile.queryOptions());
  const { theme, setTheme } = useAccountTheme();
  const saving = useMutation(
    trpc.profile.updatePreferences.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.profile.getProfile.queryKey() }),
    }),
  );
  return (
    <ProfilePageFrame tab="preferences">
      <QueryView query={profile} skeleton={<SkeletonShape shape="form" rows={2} />}>
        {({ language }) => (
          <div className="max-w-2xl">
            <PreferencesCard
              words={t}
              theme={theme}
              language={language}
              onTheme={setTheme}
              onLanguage={(chosen) => saving.mutate({ language: chosen })}
            />
          </div>
        )}
      </QueryView>
    </ProfilePageFrame>
  );
}
