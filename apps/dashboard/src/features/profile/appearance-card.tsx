import { Card, ThemeToggle } from '@sallyport/ui';
import { strings } from '../../strings/strings.ts';

const t = strings.profile;

export function AppearanceCard() {
  return (
    <Card title={t.appearance} padded>
      <ThemeToggle />
      <p className="mt-2 text-xs text-text-3">{t.themeNote}</p>
    </Card>
  );
}
