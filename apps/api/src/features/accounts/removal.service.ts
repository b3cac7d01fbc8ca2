import { Audience, ErrorCode, type FieldProblem } from '@sallyport/contracts/common';
import type { RemovalPreview } from '@sallyport/contracts/staff';
import {
  endLinksMadeBy,
  type Grant,
  isOnOpenProjects,
  listHeldProjects,
  visibleProjects,
} from '@sallyport/db';
import {
  anonymiseAccount,
  countOwned,
  countTraces,
  deleteAccount,
  replacePhoto,
} from '@sallyport/db/identity';
import type { z } from 'zod';
import { writeAudit } from '../../audit/write-audit.ts';
import type { Call } from '../../trpc/call.ts';
import { AppError } from '../../trpc/errors.ts';
import { tracesByKind } from './trace-kinds.ts';

type Target = Grant<'user'> | Grant<'customer'>;
type Preview = z.input<typeof RemovalPreview>;

/** U4: what stands in the way of deleting an account, and of anonymising it. */
export async function previewRemoval({ tx, principal }: Call, grant: Target): Promise<Preview> {
  const owned = await listHeldProjects(tx, grant, visibleProjects(principal));
  const all = await countOwned(tx, grant);
  const traces = tracesByKind(await countTraces(tx, grant));
  const { account } = principal;
  const seesAll = account.audience === Audience.Staff && account.isAdmin;
  return {
    canDelete: all.length === 0 && traces.length === 0,
    canAnonymise: !(await isOnOpenProjects(tx, grant)),
    owned: owned.map(({ id, name, role, isOpen }) => ({ id, name, role, isOpen })),
    ownsUnseen: all.reduce((sum, { count }) => sum + count, 0) > owned.length,
    // A16: how much there is might tell of a restricted project.
    traces: traces.map(({ kind, count }) => ({ kind, count: seesAll ? count : null })),
  };
}

/** U4: removes an account that owns nothing and left no trace. @throws AppError CONFLICT with the list of what stands in the way */
export async function removeAccount(call: Call, grant: Target, reason: string): Promise<void> {
  const preview = await previewRemoval(call, grant);
  if (!preview.canDelete) {
    const message =
      'This account has a past, so it is not deleted. Anonymise it instead, once its work is handed over.';
    throw new AppError(ErrorCode.Conflict, {
      userMessage: message,
      fields: obstacles(preview),
      reason: { gate: 'G9', rule: 'U4', message },
    });
  }
  await removePhoto(call, grant);
  await deleteAccount(call.tx, grant);
  await writeAudit(call, {
    action: 'account.deleted',
    objectType: 'account',
    objectId: grant.id,
    reason,
    before: { status: grant.row.status },
  });
}

/** U1, U4: nothing of the person is left but what they did. @throws AppError CONFLICT while they lead or work on open projects */
export async function anonymise(call: Call, grant: Target, reason: string): Promise<void> {
  const { tx } = call;
  if (await isOnOpenProjects(tx, grant)) {
    const message = 'This person is on open projects still. Hand them over first.';
    throw new AppError(ErrorCode.Conflict, {
      userMessage: message,
      reason: { gate: 'G9', rule: 'U4', message },
    });
  }
  await removePhoto(call, grant);
  const isStaff = grant.facts.audience === Audience.Staff;
  await endLinksMadeBy(tx, grant);
  await anonymiseAccount(tx, grant, isStaff ? 'Former colleague' : 'Former customer');
  await writeAudit(call, {
    action: 'account.anonymised',
    objectType: 'account',
    objectId: grant.id,
    reason,
    before: { status: grant.row.status },
    after: { status: 'ANONYMISED' },
  });
}

/** Row and file go with the person; the file once all is committed. */
async function removePhoto({ tx, request }: Call, { id }: Target): Promise<void> {
  const photo = await replacePhoto(tx, id, null);
  if (photo !== null) await request.door.files.remove(tx, photo);
}

const TRACE_WORDS: Readonly<Record<Preview['traces'][number]['kind'], string>> = {
  actions: 'Entries in the audit log',
  people: 'People invited or suspended',
  groups: 'Groups made or given',
  companies: 'Companies made',
  projects: 'Projects made, completed or staffed',
  files: 'Files added',
  findings: 'Findings and evidence written',
  imports: 'Scans imported',
  reports: 'Reports generated or released',
  alerts: 'Alerts closed',
};

/** The list of a 409: per kind how many, and where to go. */
function obstacles({ owned, ownsUnseen, traces }: Preview): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (owned.length > 0) {
    problems.push({ path: 'owned', message: `Projects: ${owned.length}. Hand them over by offboarding.` });
  }
  if (ownsUnseen) {
    problems.push({ path: 'ownsUnseen', message: 'Work that is not shared with you. Ask its lead.' });
  }
  for (const { kind, count } of traces) {
    const amount = count === null ? 'some' : String(count);
    problems.push({ path: `traces.${kind}`, message: `${TRACE_WORDS[kind]}: ${amount}. These stay.` });
  }
  return problems;
}
