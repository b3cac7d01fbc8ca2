import { createFileRoute } from '@tanstack/react-router';
import { PreferencesPage } from '../../features/profile/preferences-page.tsx';

export const Route = createFileRoute('/_staff/profile_/preferences')({ component: PreferencesPage });
