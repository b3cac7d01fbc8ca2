import { createFileRoute } from '@tanstack/react-router';
import { MailSettingsPage } from '../../../features/mail/mail-settings-page.tsx';

export const Route = createFileRoute('/_staff/settings/mail')({ component: MailSettingsPage });
