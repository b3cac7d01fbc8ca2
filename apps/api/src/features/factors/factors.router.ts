import { createRouter } from '../../trpc/procedure.ts';
import { confirmTotp } from './confirm-totp.ts';
import { finishPasskey } from './finish-passkey.ts';
import { getFactors } from './get-factors.ts';
import { portalConfirmTotp } from './portal-confirm-totp.ts';
import { portalFinishPasskey } from './portal-finish-passkey.ts';
import { portalGetFactors } from './portal-get-factors.ts';
import { portalRemovePasskey } from './portal-remove-passkey.ts';
import { portalRemoveTotp } from './portal-remove-totp.ts';
import { portalRenamePasskey } from './portal-rename-passkey.ts';
import { portalRenewRecoveryCodes } from './portal-renew-recovery-codes.ts';
import { portalStartPasskey } from './portal-start-passkey.ts';
import { portalStartTotp } from './portal-start-totp.ts';
import { removePasskey } from './remove-passkey.ts';
import { removeTotp } from './remove-totp.ts';
import { renamePasskey } from './rename-passkey.ts';
import { renewRecoveryCodes } from './renew-recovery-codes.ts';
import { startPasskey } from './start-passkey.ts';
import { startTotp } from './start-totp.ts';

export const factorsRouter = createRouter({
  get: getFactors,
  startTotp,
  confirmTotp,
  removeTotp,
  startPasskey,
  finishPasskey,
  renamePasskey,
  removePasskey,
  renewRecoveryCodes,
});

export const portalFactorsRouter = createRouter({
  get: portalGetFactors,
  startTotp: portalStartTotp,
  confirmTotp: portalConfirmTotp,
  removeTotp: portalRemoveTotp,
  startPasskey: portalStartPasskey,
  finishPasskey: portalFinishPasskey,
  renamePasskey: portalRenamePasskey,
  removePasskey: portalRemovePasskey,
  renewRecoveryCodes: portalRenewRecoveryCodes,
});
