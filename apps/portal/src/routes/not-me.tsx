import { createFileRoute } from '@tanstack/react-router';
import { NotMePage } from '../features/session/not-me-page.tsx';

export const Route = createFileRoute('/not-me')({ component: NotMePage });
