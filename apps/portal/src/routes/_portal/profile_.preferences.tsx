import { createFileRoute } from '@tanstack/react-router';
import { PreferencesPage } from '../../features/profile/preferences-page.tsx';

export const Route = createFileRoute('/_portal/profile_/preferences')({ component: PreferencesPage });
