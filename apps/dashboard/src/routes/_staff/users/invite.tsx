import { createFileRoute } from '@tanstack/react-router';
import { InvitePage } from '../../../features/users/invite-page.tsx';

export const Route = createFileRoute('/_staff/users/invite')({ component: InvitePage });
