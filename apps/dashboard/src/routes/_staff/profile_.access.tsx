import { createFileRoute } from '@tanstack/react-router';
import { AccessPage } from '../../features/profile/access-page.tsx';

export const Route = createFileRoute('/_staff/profile_/access')({ component: AccessPage });
