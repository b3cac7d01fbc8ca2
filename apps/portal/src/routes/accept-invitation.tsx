import { createFileRoute } from '@tanstack/react-router';
import { AcceptInvitationPage } from '../features/session/accept-invitation-page.tsx';

export const Route = createFileRoute('/accept-invitation')({ component: AcceptInvitationPage });
