import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import { expectTypeOf, test } from 'vitest';
import type { PortalRouter } from './portal.router.ts';
import type { StaffRouter } from './staff.router.ts';

type Inputs = inferRouterInputs<StaffRouter>;
type Outputs = inferRouterOutputs<StaffRouter>;

test('clients see the input they must send: the id beside the fields, and nothing where there is none', () => {
  expectTypeOf<Inputs['auth']['getCurrent']>().toEqualTypeOf<void | Record<string, never>>();
  expectTypeOf<Inputs['users']['getUser']>().toEqualTypeOf<{ userId: string }>();
  expectTypeOf<Inputs['users']['updateUser']['userId']>().toEqualTypeOf<string>();
  expectTypeOf<Inputs['users']['updateUser']['version']>().toEqualTypeOf<number>();
  expectTypeOf<Inputs['groups']['updateGroup']['groupId']>().toEqualTypeOf<string>();
  expectTypeOf<Outputs['auth']['signIn']>().toEqualTypeOf<{ done: true }>();
  expectTypeOf<inferRouterInputs<PortalRouter>['profile']['getProfile']>().toEqualTypeOf<void | Record<
    string,
    never
  >>();
});
