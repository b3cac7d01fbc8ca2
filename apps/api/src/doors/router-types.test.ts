import type { ToolsApi } from '@sallyport/contracts/tools';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import { expectTypeOf, test } from 'vitest';
import type { PortalRouter } from './portal.router.ts';
import type { StaffRouter } from './staff.router.ts';
import type { ToolsRouter } from './tools.router.ts';

type Inputs = inferRouterInputs<StaffRouter>;
type Outputs = inferRouterOutputs<StaffRouter>;

test('clients see the input they must send: the id beside the fields, and nothing where there is none', () => {
  expectTypeOf<Inputs['auth']['getCurrent']>().toEqualTypeOf<void | Record<string, never>>();
  expectTypeOf<Inputs['users']['getUser']>().toEqualTypeOf<{ userId: string }>();
  expectTypeOf<Inputs['users']['updateUser']['userId']>().toEqualTypeOf<string>();
  expectTypeOf<Inputs['users']['updateUser']['version']>().toEqualTypeOf<number>();
  expectTypeOf<Inputs['groups']['updateGroup']['groupId']>().toEqualTypeOf<string>();
  expectTypeOf<Outputs['auth']['signOut']>().toEqualTypeOf<{ done: true }>();
  expectTypeOf<inferRouterInputs<PortalRouter>['profile']['getProfile']>().toEqualTypeOf<void | Record<
    string,
    never
  >>();
});

/** The tools router as ToolsApi tells it: path → input and output. */
type ByPath<Record_> = {
  [Noun in keyof Record_ & string as `${Noun}.${keyof Record_[Noun] & string}`]: Record_[Noun];
};
type At<Record_, Path extends string> = Path extends `${infer Noun}.${infer Verb}`
  ? Noun extends keyof Record_
    ? Verb extends keyof Record_[Noun]
      ? Record_[Noun][Verb]
      : never
    : never
  : never;

test('T1 the tools router is what the published client is told, path by path', () => {
  expectTypeOf<keyof ByPath<inferRouterInputs<ToolsRouter>>>().toEqualTypeOf<keyof ToolsApi>();
  type Told<Part extends 'input' | 'output'> = { [Path in keyof ToolsApi]: ToolsApi[Path][Part] };
  type Taken = { [Path in keyof ToolsApi]: At<inferRouterInputs<ToolsRouter>, Path> };
  type Given = { [Path in keyof ToolsApi]: At<inferRouterOutputs<ToolsRouter>, Path> };
  expectTypeOf<Told<'input'>>().toExtend<Taken>();
  expectTypeOf<Given>().toExtend<Told<'output'>>();
});
