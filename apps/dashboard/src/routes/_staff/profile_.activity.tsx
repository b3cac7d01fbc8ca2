import { createFileRoute } from '@tanstack/react-router';
import { ActivityPage } from '../../features/profile/activity-page.tsx';

export const Route = createFileRoute('/_staff/profile_/activity')({ component: ActivityPage });
