import type { StaffRouter } from '@sallyport/api/staff-router';
import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink } from '@trpc/client';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { backgroundHeaders, backgroundLink } from './background.ts';
import { confirmIdentityLink } from './confirm-identity-link.ts';
import { fetchWithTime } from './fetch-with-time.ts';
import { queryClient } from './query-client.ts';

/** The door's procedures, typed by its router. The wire is plain JSON. */
export const client = createTRPCClient<StaffRouter>({
  links: [
    confirmIdentityLink(),
    backgroundLink(),
    splitLink({
      condition: ({ type }) => type === 'subscription',
      true: httpSubscriptionLink({ url: '/trpc' }),
      // POST also for queries: a preview carries a whole change, which an address could not hold.
      false: httpBatchLink({
        url: '/trpc',
        maxItems: 10,
        methodOverride: 'POST',
        headers: ({ opList }) => backgroundHeaders(opList),
        fetch: fetchWithTime,
      }),
    }),
  ],
});

/** Query and mutation options per procedure. */
export const trpc = createTRPCOptionsProxy<StaffRouter>({ client, queryClient });

export type Inputs = inferRouterInputs<StaffRouter>;
export type Outputs = inferRouterOutputs<StaffRouter>;
