import { useSuspenseQuery } from '@tanstack/react-query';
import { type Outputs, trpc } from './trpc.ts';

export type CurrentCustomer = Outputs['auth']['getCurrent'];

/** Who is signed in; asked for again when a minute old, so that a changed permission shows. */
export const currentCustomerOptions = trpc.auth.getCurrent.queryOptions(undefined, { staleTime: 60_000 });

/** Who is signed in, on every screen behind the door. */
export function useCurrentCustomer(): CurrentCustomer {
  return useSuspenseQuery(currentCustomerOptions).data;
}
