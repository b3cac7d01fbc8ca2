import { LANGUAGE_LABEL, LANGUAGES, type Language, type Theme } from '@sallyport/contracts/common';
import { Card, Field, Segmented, SelectInput, useStrings } from '@sallyport/ui';

export interface PreferencesWords {
  heading: string;
  theme: string;
  themeHelp: string;
  language: string;
  languageHelp: string;
}

/** Theme and language; each counts at once and is kept with the account. */
export function PreferencesCard({
  words: t,
  theme,
  language,
  onTheme,
  onLanguage,
}: {
  words: PreferencesWords;
  theme: Theme;
  language: Language;
  onTheme: (theme: Theme) => void;
  onLanguage: (language: Language) => void;
}) {
  const strings = useStrings();
  return (
    <Card title={t.heading} padded>
      <div className="flex max-w-md flex-col gap-5">
        <div>
          <p className="mb-1.5 font-medium">{t.theme}</p>
          <Segmented
            label={t.theme}
            value={theme}
            onChange={onTheme}
            options={[
              { value: 'system', label: strings.themeSystem, icon: 'monitor' },
              { value: 'light', label: strings.themeLight, icon: 'sun' },
              { value: 'dark', label: strings.themeDark, icon: 'moon' },
            ]}
          />
          <p className="mt-1.5 text-xs text-text-3">{t.themeHelp}</p>
        </div>
        <Field label={t.language} help={t.languageHelp}>
          {(ids) => (
            <SelectInput
              {...ids}
              value={language}
              onChange={onLanguage}
              options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_LABEL[value] }))}
            />
          )}
        </Field>
      </div>
    </Card>
  );
}
