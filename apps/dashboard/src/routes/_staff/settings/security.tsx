import { createFileRoute } from '@tanstack/react-router';
import { SecurityPolicyPage } from '../../../features/settings/security-policy-page.tsx';

export const Route = createFileRoute('/_staff/settings/security')({ component: SecurityPolicyPage });
