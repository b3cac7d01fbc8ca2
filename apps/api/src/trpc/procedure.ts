import type { Action, Principal } from '@sallyport/access';
import { AccountId, ErrorCode, GroupId } from '@sallyport/contracts/common';
import type { PortalPermission } from '@sallyport/contracts/portal';
import type { Permission } from '@sallyport/contracts/staff';
import type { Grant, Tx } from '@sallyport/db';
import {
  type AnyProcedure,
  initTRPC,
  TRPCError,
  type TRPCMutationProcedure,
  type TRPCQueryProcedure,
} from '@trpc/server';
import type { z } from 'zod';
import {
  type AccessDeclaration,
  type GuardedDeclaration,
  type ObjectKind,
  type PublicDeclaration,
  recordDeclaration,
} from './access-declaration.ts';
import type { Call } from './call.ts';
import type { RequestContext } from './context.ts';
import { AppError, toErrorData } from './errors.ts';
import { type Admitted, admit, type CallTrace, type ObjectKey, objectKey } from './guard.ts';
import { outputParser } from './output.ts';
import { recordOutcome } from './record-outcome.ts';
import { type AccessLock, runCall } from './transaction.ts';

// The one and only instance. It never leaves this file: outside there is no other way to make a procedure.
const t = initTRPC.context<RequestContext>().create({
  errorFormatter: ({ error, shape, ctx }) => {
    const data = toErrorData(error, ctx?.requestId ?? 'unknown');
    return { code: shape.code, message: data.userMessage, data };
  },
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
}

/** Exactly one input, then exactly one output: each step exists once. */
interface Declared<On extends ObjectKind | null> {
  input<In extends InputSchema>(
    schema: In,
  ): { output<Out extends z.ZodType>(schema: Out): Ready<On, In, Out, null> };
}

const ID_SCHEMAS = { user: AccountId, group: GroupId } as const satisfies Record<ObjectKind, z.ZodType>;

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

  function build(lock: AccessLock) {
    const gated = t.procedure.use(inSlot);
    if (!prepare) return gated.use(guarded(declaration, lock)).input(parseInput);
    // Cheap gates first, so that nobody without rights can make the server hash; then again under the lock.
    return gated
      .use(entry(declaration))
      .input(parseInput)
      .use(preparing(prepare))
      .use(guarded(declaration, lock));
  }

  const handle =
    (handler: (call: HandlerCall<On, In, Prepared>) => Promise<z.input<Out>>) =>
    ({ ctx, input: parsed }: { ctx: object; input: unknown }) => {
      const { call, grant, prepared } = ctx as Admitted & { prepared: Prepared };
      return handler({
        tx: call.tx,
        call,
        grant: grant as ProvenGrant<On>,
        input: parsed as z.output<In>,
        prepared,
      });
    };

  return {
    prepare: (work) => ready(declaration, on, input, output, work),
    query: (handler) => sealed(build('none').output(checkOutput).query(handle(handler)), declaration),
    mutation: (handler) =>
      sealed(build(lockOf(declaration)).output(checkOutput).mutation(handle(handler)), declaration),
  };
}

// The one cast between tRPC's types and ours: client input and output are said by our interface above.
function sealed<Procedure>(procedure: AnyProcedure, declaration: AccessDeclaration): Procedure {
  recordDeclaration(procedure, declaration);
  return procedure as Procedure;
}

function lockOf(declaration: AccessDeclaration): AccessLock {
  if (declaration.kind === 'public') return 'none';
  return declaration.changesAccess ? 'exclusive' : 'shared';
}

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

/** Records how a call ended when it did not end well, and gives the error the form that goes over the wire. */
async function withOutcome<Result>(
  ctx: RequestContext,
  path: string,
  declaration: AccessDeclaration,
  work: (trace: CallTrace) => Promise<Result>,
): Promise<Result> {
  const trace: CallTrace = { actorId: null, sessionId: null, objectId: null };
  try {
    return await work(trace);
  } catch (error) {
    if (error instanceof TRPCError && error.cause instanceof AppError && error.cause.isRecorded) throw error;
    throw await recordOutcome(ctx, path, declaration, trace, error);
  }
}

/** Where a procedure begins: it must say who may call it. */
export const procedure = {
  /** For whoever stands before the door; `why` says why that is right. `exists` is asked before the input, with `prepare`. */
  public: (why: string, exists?: PublicDeclaration['exists']) =>
    declare({ kind: 'public', why, exists }, null),
  staff: <On extends ObjectKind | null = null>(access: Access<On, Permission>) => guardedBy('staff', access),
  portal: <On extends ObjectKind | null = null>(access: Access<On, PortalPermission>) =>
    guardedBy('portal', access),
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
  { permission, on, action, changesAccess = false }: Access<On, Permission | PortalPermission>,
): Declared<On> {
  const object = (on ?? null) as On;
  return declare({ kind, permission, on: object, action, changesAccess }, object);
}
