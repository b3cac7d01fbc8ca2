import { staffWordsInPortal } from '../checks/portal-bundle.mjs';
import { ensureBuilt } from '../support/bootstrap.mjs';
import { Failure } from '../support/failure.mjs';
import { ROOT } from '../support/paths.mjs';

/** Builds what changed, and looks into the portal as its customers will download it. */
export async function built() {
  await ensureBuilt();
  const found = staffWordsInPortal(ROOT);
  if (found.length === 0) return;
  throw new Failure('The built portal names permissions of staff.', {
    output: found.map(({ file, message }) => `  ${file}  ${message}`).join('\n'),
    mend: 'Something the portal imports leads to @sallyport/contracts/staff. Import the portal’s own part, or split the file in between.',
  });
}
