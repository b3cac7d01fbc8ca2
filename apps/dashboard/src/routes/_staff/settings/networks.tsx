import { createFileRoute } from '@tanstack/react-router';
import { NetworksPage } from '../../../features/settings/networks-page.tsx';

export const Route = createFileRoute('/_staff/settings/networks')({ component: NetworksPage });
