import { Segmented } from '../forms/segmented.tsx';
import type { MenuRadio } from '../overlays/menu.tsx';
import { useStrings } from '../strings.ts';
import { isTheme, useTheme } from './theme.ts';

/** Chooses between the system's theme, light and dark. */
export function ThemeToggle({ iconsOnly }: { iconsOnly?: boolean | undefined }) {
  const strings = useStrings();
  const { theme, setTheme } = useTheme();
  return (
    <Segmented
      label={strings.theme}
      value={theme}
      onChange={setTheme}
      iconsOnly={iconsOnly}
      options={[
        { value: 'system', label: strings.themeSystem, icon: 'monitor' },
        { value: 'light', label: strings.themeLight, icon: 'sun' },
        { value: 'dark', label: strings.themeDark, icon: 'moon' },
      ]}
    />
  );
}

/** The same choice as lines of the account's menu. */
export function useThemeMenu(): MenuRadio {
  const strings = useStrings();
  const { theme, setTheme } = useTheme();
  return {
    kind: 'radio',
    label: strings.theme,
    value: theme,
    onChange: (value) => {
      if (isTheme(value)) setTheme(value);
    },
    options: [
      { value: 'system', label: strings.themeSystem, icon: 'monitor' },
      { value: 'light', label: strings.themeLight, icon: 'sun' },
      { value: 'dark', label: strings.themeDark, icon: 'moon' },
    ],
  };
}
