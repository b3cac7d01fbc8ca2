import type { Action, Principal } from '@sallyport/access';
import { ErrorCode } from '@sallyport/contracts/common';
import type { PortalPermission } from '@sallyport/contracts/portal';
import type { Permission } from '@sallyport/contracts/staff';
import type { Grant, StoreName, Tx } from '@sallyport/db';
import type { z } from 'zod';
import type { OpenFile } from '../files/file-store.ts';
import type { GuardedDeclaration, ObjectKind } from './access-declaration.ts';
import type { Call } from './call.ts';
import type { RequestContext } from './context.ts';
import { AppError } from './errors.ts';
import { type Admitted, admit, type CallTrace, isUuid } from './guard.ts';
import { objectKey } from './object-key.ts';
import { outputParser } from './output.ts';
import { withOutcome } from './record-outcome.ts';
import { runCall } from './transaction.ts';
import { type ByteSource, Upload } from './upload.ts';

/** Values of the `:names` in a route's URL. */
export type RouteParams = Readonly<Record<string, string>>;

type Proven<On extends ObjectKind | null> = On extends ObjectKind ? Grant<On> : null;

interface RouteCall<On extends ObjectKind | null> {
  tx: Tx;
  call: Call;
  /** The object, proved visible to the caller. */
  grant: Proven<On>;
  params: RouteParams;
}

interface RouteAccess<On extends ObjectKind | null, P> {
  /** As `/upload/evidence/:findingId`; the object's id under its key, unless `locate` finds it. */
  url: string;
  permission: P | readonly P[] | null;
  on?: On;
  action: Action;
  /** For what is addressed by an id of its own and inherits from its parent: the parent's id, or null when there is none. */
  locate?: (tx: Tx, params: RouteParams) => Promise<string | null>;
}

interface UploadRoute<On extends ObjectKind | null, P, Out extends z.ZodType, Prepared>
  extends RouteAccess<On, P> {
  maxBytes: number;
  output: Out;
  /** After the gates, before the transaction: the only time to take the bytes. What it staged is removed on refusal. */
  prepare: (call: {
    upload: Upload;
    request: RequestContext;
    principal: Principal;
    params: RouteParams;
  }) => Promise<Prepared>;
  handle: (call: RouteCall<On> & { prepared: Prepared }) => Promise<z.input<Out>>;
}

interface DownloadRoute<On extends ObjectKind | null, P> extends RouteAccess<On, P> {
  /** Says which file; its bytes are sent after the transaction, out of the door's own store. */
  handle: (call: RouteCall<On>) => Promise<FileAnswer>;
}

/** Which file to send, and whether a browser may show it in place (pictures alone) or saves it. */
export interface FileAnswer {
  fileId: string;
  disposition: 'inline' | 'attachment';
  /** Default: the name it was stored under. */
  name?: string;
  /** Default: the door's own. Staff read there what a customer brought. */
  store?: StoreName;
}

/** A file on its way out. */
export interface Download {
  answer: FileAnswer;
  open: OpenFile;
}

interface RouteBase {
  readonly url: string;
  readonly declaration: GuardedDeclaration;
}
export interface GuardedUpload extends RouteBase {
  readonly method: 'POST';
  readonly maxBytes: number;
  readonly run: (request: RequestContext, params: RouteParams, body: ByteSource) => Promise<unknown>;
}
export interface GuardedDownload extends RouteBase {
  readonly method: 'GET';
  readonly run: (request: RequestContext, params: RouteParams) => Promise<Download>;
}

/** A route that passes the same gates as a procedure. Only this file makes one. */
export type GuardedRoute = GuardedUpload | GuardedDownload;

const made = new WeakSet<GuardedRoute>();

/** Whether a route was made here, and so has its gates. */
export function isGuardedRoute(route: GuardedRoute): boolean {
  return made.has(route);
}

export const staffRoute = routesOf<Permission>('staff');
export const portalRoute = routesOf<PortalPermission>('portal');
export const toolsRoute = routesOf<Permission>('tools');

function routesOf<P extends Permission | PortalPermission>(kind: GuardedDeclaration['kind']) {
  return {
    upload<Out extends z.ZodType, Prepared, On extends ObjectKind | null = null>(
      route: UploadRoute<On, P, Out, Prepared>,
    ): GuardedUpload {
      const declaration = declarationOf(kind, route);
      const checkOutput = outputParser(route.output);
      return seal({
        method: 'POST',
        url: route.url,
        maxBytes: route.maxBytes,
        declaration,
        run: (request, params, body) =>
          withOutcome(request, `POST ${route.url}`, declaration, async (trace) => {
            const principal = await runCall(request, 'none', async (tx) => {
              const { call } = await pass(tx, request, declaration, route, params, trace);
              return call.principal;
            });
            const upload = new Upload(body, request.door.files, route.maxBytes);
            try {
              const prepared = await route.prepare({ upload, request, principal, params });
              return await act(request, declaration, route, params, trace, 'shared', async (admitted) =>
                checkOutput(await route.handle({ ...routeCall<On>(admitted, params), prepared })),
              );
            } finally {
              await upload.discard();
            }
          }),
      });
    },

    download<On extends ObjectKind | null = null>(route: DownloadRoute<On, P>): GuardedDownload {
      const declaration = declarationOf(kind, route);
      const store = kind === 'portal' ? 'PORTAL' : 'INSIDE';
      return seal({
        method: 'GET',
        url: route.url,
        declaration,
        run: (request, params) =>
          withOutcome(request, `GET ${route.url}`, declaration, (trace) =>
            act(request, declaration, route, params, trace, 'none', async (admitted) => {
              const answer = await route.handle(routeCall<On>(admitted, params));
              return {
                answer,
                open: await request.door.files.open(admitted.call.tx, answer.fileId, answer.store ?? store),
              };
            }),
          ),
      });
    },
  };
}

function seal<Route extends GuardedRoute>(route: Route): Route {
  made.add(route);
  return Object.freeze(route);
}

function declarationOf<On extends ObjectKind | null>(
  kind: GuardedDeclaration['kind'],
  { permission, on, action }: RouteAccess<On, Permission | PortalPermission>,
): GuardedDeclaration {
  return Object.freeze({ kind, permission, on: on ?? null, action, changesAccess: false });
}

function routeCall<On extends ObjectKind | null>(admitted: Admitted, params: RouteParams): RouteCall<On> {
  const { call, grant } = admitted;
  return { tx: call.tx, call, grant: grant as Proven<On>, params };
}

/** Gates and handler in one transaction; what it announces follows the commit. */
async function act<Result>(
  request: RequestContext,
  declaration: GuardedDeclaration,
  route: RouteAccess<ObjectKind | null, unknown>,
  params: RouteParams,
  trace: CallTrace,
  lock: 'none' | 'shared',
  work: (admitted: Admitted) => Promise<Result>,
): Promise<Result> {
  let announce = async () => {};
  const result = await runCall(request, lock, async (tx) => {
    const admitted = await pass(tx, request, declaration, route, params, trace);
    const worked = await work(admitted);
    admitted.call.assertAccountable(lock === 'shared');
    announce = () => admitted.call.announce();
    return worked;
  });
  await announce();
  return result;
}

async function pass(
  tx: Tx,
  request: RequestContext,
  declaration: GuardedDeclaration,
  { locate }: RouteAccess<ObjectKind | null, unknown>,
  params: RouteParams,
  trace: CallTrace,
): Promise<Admitted> {
  const input = async () => {
    const { on } = declaration;
    if (!locate || on === null) return params;
    for (const [path, value] of Object.entries(params)) {
      if (isUuid(value)) continue;
      throw new AppError(ErrorCode.InvalidInput, { fields: [{ path, message: 'Give the id as a UUID.' }] });
    }
    const found = await locate(tx, params);
    if (found === null) throw new AppError(ErrorCode.NotFound, { log: `${on} not found by its part` });
    return { [objectKey(on)]: found };
  };
  return admit(tx, request, declaration, input, trace);
}
