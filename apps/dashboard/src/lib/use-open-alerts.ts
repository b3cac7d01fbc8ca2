import { useQuery } from '@tanstack/react-query';
import { canSeeSignIns } from './abilities.ts';
import { inBackground } from './background.ts';
import { useCurrentUser } from './current-user.ts';
import { client, trpc } from './trpc.ts';

const EVERY_MS = 60_000;

/** How many access alerts are open for the viewer; 0 for who sees none. Looked up by the page itself, which keeps no session alive (S6). */
export function useOpenAlerts(): number {
  const viewer = useCurrentUser();
  const alerts = useQuery({
    queryKey: [...trpc.securityAlerts.list.queryKey(), 'count'],
    queryFn: () => inBackground(() => client.securityAlerts.list.query({ limit: 1 })),
    enabled: canSeeSignIns(viewer),
    refetchInterval: EVERY_MS,
  });
  return alerts.data?.total.count ?? 0;
}
