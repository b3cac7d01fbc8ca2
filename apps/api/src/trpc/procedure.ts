import type { Action, Principal } from '@sallyport/access';
import { ErrorCode } from '@sallyport/contracts/common';
import type { PortalPermission } from '@sallyport/contracts/portal';
import type { Permission } from '@sallyport/contracts/staff';
import type { Grant, Tx } from '@sallyport/db';
import {
  type AnyProcedure,
  initTRPC,
  type TRPCMutationProcedure,
  type TRPCQueryProcedure,
  type TRPCSubscriptionProcedure,
} from '@trpc/server';
import type { z } from 'zod';
import type { LiveNotice } from '../live/live-hub.ts';
import {
  type AccessDeclaration,
  declarationOf,
  type GuardedDeclaration,
  type ObjectKind,
  type PublicDeclaration,
  recordDeclaration,
} from './access-declaration.ts';
import type { Call } from './call.ts';
import type { RequestContext } from './context.ts';
import { AppError, toErrorData } from './errors.ts';
import { type Admitted, admit } from './guard.ts';
import { ID_SCHEMAS, type ObjectKey, objectKey } from './object-key.ts';
import { outputParser } from './output.ts';
import { withOutcome } from './record-outcome.ts';
import { streamEvents } from './stream.ts';
import { type AccessLock, runCall } from './transaction.ts';

// The one and only instance. It never leaves this file: outside there is no other way to make a procedure.
const t = initTRPC.context<RequestContext>().create({
  errorFormatter: ({ error, shape, ctx }) => {
    const data = toErrorData(error, ctx?.requestId ?? 'unknown');
    return { code: shape.code, message: data.userMessage, data };
  },
  // Proxies and browsers give up on what is silent for a minute; the client knows after 45 s that nobody is there.
  sse: { ping: { enabled: true, intervalMs: 15_000 }, client: { reconnectAfterInactivityMs: 45_000 } },
});

/** Assembles procedures and routers. No lazy routers: they hide from the enumeration of the matrix test. */
export const createRouter = t.router;

type InputSchema = z.ZodObject;
type IdInput<On extends ObjectKind | null> = On extends ObjectKind ? Record<ObjectKey<On>, string> : unknown;
// z.strictObject({}) reads as Record<string, never>, which would turn the id beside it into `never`.
type ClientFields<In extends InputSchema> = string extends keyof z.input<In> ? unknown : z.input<In>;
type ClientInput<In extends InputSchema, On extends ObjectKind | null> = keyof (ClientFields<In> &
  IdInput<On>) extends never
  ? void | Record<string, never>
  : ClientFields<In> & IdInput<On>;
type ProvenGrant<On extends ObjectKind | null> = On extends ObjectKind ? Grant<On> : null;

/** What a handler gets. */
export interface HandlerCall<On extends ObjectKind | null, In extends InputSchema, Prepared> {
  tx: Tx;
  call: Call;
  /** The object, proved visible to the caller; repositories ask for it instead of an id. */
  grant: ProvenGrant<On>;
  input: z.output<In>;
  prepared: Prepared;
}

/** Before the transaction: parse, hash, decode. Nothing is locked and nothing written. */
export interface PrepareCall<In extends InputSchema> {
  input: z.output<In>;
  request: RequestContext;
  /** Null in public procedures. */
  principal: Principal | null;
}

interface Ready<On extends ObjectKind | null, In extends InputSchema, Out extends z.ZodType, Prepared> {
  /** Slow work that needs no lock. Runs after the gates, before the transaction, which passes the gates again. */
  prepare<P>(work: (call: PrepareCall<In>) => Promise<P>): Ready<On, In, Out, P>;
  query(
    handler: (call: HandlerCall<On, In, Prepared>) => Promise<z.input<Out>>,
  ): TRPCQueryProcedure<{ input: ClientInput<In, On>; output: z.output<Out>; meta: unknown }>;
  mutation(
    handler: (call: HandlerCall<On, In, Prepared>) => Promise<z.input<Out>>,
  ): TRPCMutationProcedure<{ input: ClientInput<In, On>; output: z.output<Out>; meta: unknown }>;
  /** Server-sent events: asked for every notice, after all gates were passed again; null = not for this caller. */
  stream(
    handler: (call: HandlerCall<On, In, null> & { notice: LiveNotice }) => Promise<z.input<Out> | null>,
  ): TRPCSubscriptionProcedure<{
    input: ClientInput<In, On>;
    output: AsyncIterable<z.output<Out>, void>;
    meta: unknown;
  }>;
}

/** Exactly one input, then exactly one output: each step exists once. */
interface Declared<On extends ObjectKind | null> {
  input<In extends InputSchema>(
    schema: In,
  ): { output<Out extends z.ZodType>(schema: Out): Ready<On, In, Out, null> };
}

function declare<On extends ObjectKind | null>(declaration: AccessDeclaration, on: On): Declared<On> {
  return {
    input: (input) => ({
      output: (output) => ready(declaration, on, input, output, undefined),
    }),
  };
}

function ready<On extends ObjectKind | null, In extends InputSchema, Out extends z.ZodType, Prepared>(
  declaration: AccessDeclaration,
  on: On,
  input: In,
  output: Out,
  prepare: ((call: PrepareCall<In>) => Promise<Prepared>) | undefined,
): Ready<On, In, Out, Prepared> {
  const schema = on === null ? input : input.extend({ [objectKey(on)]: ID_SCHEMAS[on] });
  const checkOutput: (value: unknown) => unknown = outputParser(output);
  const parseInput = (raw: unknown) => schema.parse(raw ?? {}) as z.output<In>;

  function build(access: AccessDeclaration, lock: AccessLock) {
    const gated = t.procedure.use(inSlot);
    if (!prepare) return gated.use(guarded(access, lock)).input(parseInput);
    // Cheap gates first, so that nobody without rights can make the server hash; then again under the lock.
    return gated.use(entry(access)).input(parseInput).use(preparing(prepare)).use(guarded(access, lock));
  }

  const callOf = ({ call, grant }: Admitted, parsed: unknown) => ({
    tx: call.tx,
    call,
    grant: grant as ProvenGrant<On>,
    input: parsed as z.output<In>,
  });
  const handle =
    (handler: (call: HandlerCall<On, In, Prepared>) => Promise<z.input<Out>>) =>
    ({ ctx, input: parsed }: { ctx: object; input: unknown }) => {
      const admitted = ctx as Admitted & { prepared: Prepared };
      return handler({ ...callOf(admitted, parsed), prepared: admitted.prepared });
    };

  return {
    prepare: (work) => ready(declaration, on, input, output, work),
    query: (handler) =>
      sealed(declaration, (access) => build(access, 'none').output(checkOutput).query(handle(handler))),
    mutation: (handler) =>
      sealed(declaration, (access) =>
        build(access, lockOf(access)).output(checkOutput).mutation(handle(handler)),
      ),
    stream: (handler) =>
      sealed(declaration, (access) => {
        if (access.kind === 'public') throw new TypeError('a stream is for whoever is signed in');
        return t.procedure
          .use(inBackground)
          .use(entry(access))
          .input(parseInput)
          .subscription(({ ctx, input: parsed, path, signal }) =>
            streamEvents({
              request: ctx,
              path,
              declaration: access,
              rawInput: ctx.rawInput,
              signal,
              handle: async (admitted, notice) => {
                const event = await handler({ ...callOf(admitted, parsed), prepared: null, notice });
                return event === null ? null : checkOutput(event);
              },
            }),
          );
      }),
  };
}

type Recipe = (access: AccessDeclaration) => AnyProcedure;
const recipes = new WeakMap<AnyProcedure, Recipe>();

// The one cast between tRPC's types and ours: client input and output are said by our interface above.
function sealed<Procedure>(declaration: AccessDeclaration, recipe: Recipe): Procedure {
  const procedure = recipe(declaration);
  recordDeclaration(procedure, declaration);
  recipes.set(procedure, recipe);
  return procedure as Procedure;
}

/** The same input, output and handler behind another door, declared a second time. */
function again<Procedure extends AnyProcedure>(
  original: Procedure,
  declaration: GuardedDeclaration,
): Procedure {
  const recipe = recipes.get(original);
  const known = declarationOf(original);
  if (!recipe || known?.kind !== 'staff') throw new TypeError('only a staff procedure can serve tools too');
  if (known.on !== declaration.on || known.action !== declaration.action) {
    throw new TypeError(`${known.action} is declared for tools as ${declaration.action}`);
  }
  return sealed<Procedure>(declaration, recipe);
}

function lockOf(declaration: AccessDeclaration): AccessLock {
  if (declaration.kind === 'public') return 'none';
  return declaration.changesAccess ? 'exclusive' : 'shared';
}

/** S6: a stream never extends the session, however long it is open. */
const inBackground = t.middleware(({ getRawInput, next }) =>
  next({ ctx: { isBackground: true, rawInput: getRawInput } }),
);

const inSlot = t.middleware(({ ctx, next }) => ctx.slots.run(() => next()));

/** Passes the gates in a short transaction of its own, before a slow `prepare`. */
function entry(declaration: AccessDeclaration) {
  return t.middleware(({ ctx, getRawInput, next, path }) =>
    withOutcome(ctx, path, declaration, async (trace) => {
      if (declaration.kind === 'public' && declaration.exists && !(await declaration.exists(ctx))) {
        throw new AppError(ErrorCode.NotFound);
      }
      const entrant =
        declaration.kind === 'public'
          ? null
          : await runCall(ctx, 'none', async (tx) => {
              const { call } = await admit(tx, ctx, declaration, getRawInput, trace);
              return call.principal;
            });
      // Rethrown so that a refusal in `prepare` is recorded and mapped like one in the handler.
      const inner = await next({ ctx: { entrant } });
      if (!inner.ok) throw inner.error;
      return inner;
    }),
  );
}

function preparing<In extends InputSchema, Prepared>(prepare: (call: PrepareCall<In>) => Promise<Prepared>) {
  return t.middleware(async ({ ctx, input, next }) => {
    const { entrant } = ctx as RequestContext & { entrant: Principal | null };
    const prepared = await prepare({ input: input as z.output<In>, request: ctx, principal: entrant });
    return next({ ctx: { prepared } });
  });
}

/**
 * The permission middleware: gates, handler and answer in one transaction. `next()` never throws, it resolves
 * `{ ok: false }`; without the rethrow a refusal inside would be committed.
 */
function guarded(declaration: AccessDeclaration, lock: AccessLock) {
  return t.middleware(({ ctx, getRawInput, next, path, type }) =>
    withOutcome(ctx, path, declaration, async (trace) => {
      let announce = async () => {};
      const result = await runCall(ctx, lock, async (tx) => {
        const admitted = await admit(tx, ctx, declaration, getRawInput, trace);
        const inner = await next({ ctx: { ...admitted } });
        if (!inner.ok) throw inner.error;
        admitted.call.assertAccountable(type === 'mutation');
        announce = () => admitted.call.announce();
        return inner;
      });
      await announce();
      return result;
    }),
  );
}

/** Where a procedure begins: it must say who may call it. */
export const procedure = {
  /** For whoever stands before the door; `why` says why that is right. `exists` is asked before the input, with `prepare`. */
  public: (why: string, exists?: PublicDeclaration['exists']) =>
    declare({ kind: 'public', why, exists }, null),
  staff: <On extends ObjectKind | null = null>(access: Access<On, Permission>) => guardedBy('staff', access),
  portal: <On extends ObjectKind | null = null>(access: Access<On, PortalPermission>) =>
    guardedBy('portal', access),
  /** T1: a staff procedure for bearer tokens too. One handler, two declarations; kind of object and action must agree. */
  tools: <Procedure extends AnyProcedure, On extends ObjectKind | null = null>(
    original: Procedure,
    access: Access<On, Permission>,
  ) => again(original, declarationFor('tools', access)),
};

interface Access<On extends ObjectKind | null, P> {
  permission: P | readonly P[] | null;
  on?: On;
  action: Action;
  /** It changes who may do what; such calls run one after another. */
  changesAccess?: boolean;
}

function guardedBy<On extends ObjectKind | null>(
  kind: GuardedDeclaration['kind'],
  access: Access<On, Permission | PortalPermission>,
): Declared<On> {
  return declare(declarationFor(kind, access), (access.on ?? null) as On);
}

function declarationFor<On extends ObjectKind | null>(
  kind: GuardedDeclaration['kind'],
  { permission, on, action, changesAccess = false }: Access<On, Permission | PortalPermission>,
): GuardedDeclaration {
  return { kind, permission, on: on ?? null, action, changesAccess };
}
