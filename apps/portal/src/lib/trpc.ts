import type { PortalRouter } from '@sallyport/api/portal-router';
import { createTRPCClient, httpBatchLink } from '@trpc/client';
import type { inferRouterOutputs } from '@trpc/server';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { backgroundHeaders, backgroundLink } from './background.ts';
import { confirmIdentityLink } from './confirm-identity-link.ts';
import { fetchWithTime } from './fetch-with-time.ts';
import { queryClient } from './query-client.ts';

/** The door's procedures, typed by its router. The wire is plain JSON. */
export const client = createTRPCClient<PortalRouter>({
  links: [
    confirmIdentityLink(),
    backgroundLink(),
    httpBatchLink({
      url: '/trpc',
      maxItems: 10,
      headers: ({ opList }) => backgroundHeaders(opList),
      fetch: fetchWithTime,
    }),
  ],
});

/** Query and mutation options per procedure. */
export const trpc = createTRPCOptionsProxy<PortalRouter>({ client, queryClient });

export type Outputs = inferRouterOutputs<PortalRouter>;
