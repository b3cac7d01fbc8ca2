import { PreferencesCard } from '@sallyport/forms';
import { PortalTitle, SkeletonShape } from '@sallyport/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ProfileTabs } from '../../components/profile-tabs.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { useCurrentCustomer } from '../../lib/current-customer.ts';
import { trpc } from '../../lib/trpc.ts';
import { useAccountTheme } from '../../lib/use-account-theme.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { strings } from '../../strings/strings.ts';

const t = strings.profile;

/** How the screens look and speak, on every device. */
export function PreferencesPage() {
  usePageTitle(`${t.tabs.preferences}, ${t.title}`);
  const queryClient = useQueryClient();
  const { companyName } = useCurrentCustomer();
  const profile = useQuery(trpc.profile.getProfile.queryOptions());
  const { theme, setTheme } = useAccountTheme();
  const saving = useMutation(
    trpc.profile.updatePreferences.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.profile.getProfile.queryKey() }),
    }),
  );
  return (
    <>
      <PortalTitle title={t.title} subtitle={t.subtitle(companyName)} />
      <ProfileTabs current="preferences" />
      <QueryView query={profile} skeleton={<SkeletonShape shape="form" rows={2} />}>
        {({ language }) => (
          <div className="max-w-2xl">
            <PreferencesCard
              words={t.preferences}
              theme={theme}
              language={language}
              onTheme={setTheme}
              onLanguage={(chosen) => saving.mutate({ language: chosen })}
            />
          </div>
        )}
      </QueryView>
    </>
  );
}
