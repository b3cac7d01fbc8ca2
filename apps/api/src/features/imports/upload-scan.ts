import { ErrorCode } from '@sallyport/contracts/common';
import { Permission, UploadedImport } from '@sallyport/contracts/staff';
import { announce, createImport, enqueue, type Grant, type Tx } from '@sallyport/db';
import { IMPORT_FORMATS, IMPORT_LIMITS, recogniseFormat } from '@sallyport/importers';
import { writeAudit } from '../../audit/write-audit.ts';
import type { StagedFile } from '../../files/file-store.ts';
import type { Call } from '../../trpc/call.ts';
import { AppError } from '../../trpc/errors.ts';
import { staffRoute, toolsRoute } from '../../trpc/guarded-route.ts';
import type { Upload } from '../../trpc/upload.ts';
import { withHead } from './with-head.ts';

interface Scan {
  staged: StagedFile;
  name: string;
  format: string;
}

/** Puts the file into quarantine on its way in, encrypted, and looks at how it begins. */
async function prepare({ upload }: { upload: Upload }): Promise<Scan> {
  const head = withHead();
  const staged = await upload.stage(head.watch);
  const format = recogniseFormat(head.bytes());
  if (!format) {
    const known = IMPORT_FORMATS.map(({ name }) => name).join(', ');
    throw new AppError(ErrorCode.InvalidInput, {
      userMessage: `This file is of no kind that can be imported. Choose one of: ${known}.`,
    });
  }
  return { staged, name: upload.name, format: format.key };
}

interface UploadCall {
  tx: Tx;
  call: Call;
  grant: Grant<'project'>;
  prepared: Scan;
}

/** Notes the file with the project and asks the worker to read it. */
async function handle({ tx, call, grant, prepared }: UploadCall): Promise<{ id: string }> {
  call.authorize({ action: 'project.write', project: grant.facts });
  const createdById = call.principal.account.id;
  const { fileId, bytes } = await call.request.door.files.put(
    tx,
    {
      companyId: grant.row.companyId,
      projectId: grant.id,
      kind: 'SCAN',
      name: prepared.name,
      mediaType: 'application/octet-stream',
      createdById,
    },
    prepared.staged,
  );
  const { format, name: fileName } = prepared;
  const id = await createImport(tx, grant, { format, fileId, fileName, bytes, createdById });
  await enqueue(tx, 'import-scan', { importId: id, actorId: createdById }, `import-${id}`);
  await writeAudit(call, {
    action: 'import.uploaded',
    objectType: 'import',
    objectId: id,
    after: { projectId: grant.id, format, bytes },
  });
  await announce(tx, { kind: 'import', id, projectId: grant.id });
  return { id };
}

const declared = {
  permission: Permission.ManageProjects,
  on: 'project',
  action: 'project.write',
  maxBytes: IMPORT_LIMITS.maxBytes,
  output: UploadedImport,
  prepare,
  handle,
} as const;

/** A scanner's file for a project, as its raw bytes. */
export const uploadScan = staffRoute.upload({ url: '/upload/imports/:projectId', ...declared });
export const toolsUploadScan = toolsRoute.upload({ url: '/tools/imports/:projectId', ...declared });
