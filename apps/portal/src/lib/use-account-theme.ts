import { type Theme, useTheme } from '@sallyport/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { currentCustomerOptions, useCurrentCustomer } from './current-customer.ts';
import { client } from './trpc.ts';

/** The theme of the account. What is chosen counts here at once and follows the account to every browser. */
export function useAccountTheme(): { theme: Theme; setTheme: (theme: Theme) => void } {
  const queryClient = useQueryClient();
  const { theme, setTheme } = useTheme();
  return {
    theme,
    setTheme: (next) => {
      setTheme(next);
      queryClient.setQueryData(currentCustomerOptions.queryKey, (old) =>
        old ? { ...old, user: { ...old.user, theme: next } } : old,
      );
      // Not kept: then it holds in this browser alone.
      client.profile.updatePreferences.mutate({ theme: next }).catch(() => undefined);
    },
  };
}

/** Shows the account's theme on a browser that knew another: after signing in, and when it was changed elsewhere. */
export function useThemeOfAccount(): void {
  const wanted = useCurrentCustomer().user.theme;
  const { theme, setTheme } = useTheme();
  useEffect(() => {
    if (theme !== wanted) setTheme(wanted);
  }, [wanted]);
}
