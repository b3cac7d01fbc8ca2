import { decideEntry } from '@sallyport/access';
import { ErrorCode } from '@sallyport/contracts/common';
import { findVisible, type Grant, type Tx } from '@sallyport/db';
import type { AccessDeclaration, GuardedDeclaration, ObjectKind } from './access-declaration.ts';
import { Call, refuseUnless } from './call.ts';
import type { RequestContext } from './context.ts';
import { AppError } from './errors.ts';
import { objectKey } from './object-key.ts';

/** What is known of a call when it is refused half-way: filled in as the gates are passed. */
export interface CallTrace {
  actorId: string | null;
  sessionId: string | null;
  objectId: string | null;
}

/** A call that has passed its gates, and the object it proved, if it is about one. */
export interface Admitted {
  call: Call;
  grant: Grant<ObjectKind> | null;
}

/**
 * The gates that need no input but the object's id, in order: signed in (401), entry gates up to the permission (403),
 * object visible (404). Only then is the input parsed (400). Then the handler asks the rest of the decision.
 */
export async function admit(
  tx: Tx,
  request: RequestContext,
  declaration: AccessDeclaration,
  rawInput: () => Promise<unknown>,
  trace: CallTrace,
): Promise<Admitted> {
  if (declaration.kind === 'public') return { call: new Call(tx, request, null, null), grant: null };
  if (request.secret === null) throw new AppError(ErrorCode.Unauthenticated);
  const authentication = await request.door.sessions.authenticate(tx, request.secret, request);
  if (!authentication) throw new AppError(ErrorCode.Unauthenticated);

  trace.actorId = authentication.principal.account.id;
  trace.sessionId = authentication.sessionId;

  const call = new Call(tx, request, authentication, declaration.action);
  refuseUnless(decideEntry(authentication.principal, declaration.action));
  const grant = await proveObject(call, declaration, rawInput, trace);
  if (authentication.isTouchDue && !request.isBackground)
    await request.door.sessions.touch(tx, request.secret);
  return { call, grant };
}

async function proveObject(
  call: Call,
  declaration: GuardedDeclaration,
  rawInput: () => Promise<unknown>,
  trace: CallTrace,
): Promise<Grant<ObjectKind> | null> {
  if (declaration.on === null) return null;
  const id = readId(await rawInput(), objectKey(declaration.on));
  trace.objectId = id;
  const grant = await findVisible(call.tx, call.principal, declaration.on, id);
  if (!grant) throw new AppError(ErrorCode.NotFound, { log: `${declaration.on} not visible` });
  return grant;
}

export function isUuid(text: string): boolean {
  return UUID.test(text);
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function readId(input: unknown, key: string): string {
  const value = typeof input === 'object' && input !== null ? Reflect.get(input, key) : undefined;
  if (typeof value === 'string' && isUuid(value)) return value.toLowerCase();
  throw new AppError(ErrorCode.InvalidInput, { fields: [{ path: key, message: 'Give the id as a UUID.' }] });
}
