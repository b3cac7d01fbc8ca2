import { ErrorCode } from '@sallyport/contracts/common';
import { ChartSignInsInput, Permission, SignInChart } from '@sallyport/contracts/staff';
import { visibleSignIns } from '@sallyport/db';
import { countSignIns } from '@sallyport/db/identity';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';
import { iso } from '../wire.ts';
import { signInFilter } from './sign-in-filter.ts';

const DAY_MS = 86_400_000;
/** About thirty columns, whatever time is looked at: hours up to two days, then quarters of a day, then days. */
const STEPS = [
  { upToDays: 2, stepHours: 1 },
  { upToDays: 10, stepHours: 6 },
] as const;
const LONGEST_DAYS = 92;

/** S4: attempts over time, so that a wave is seen. */
export const chartSignIns = procedure
  .staff({ permission: [Permission.ManageUsers, Permission.ManageCustomers], action: 'signIn.list' })
  .input(ChartSignInsInput)
  .output(SignInChart)
  .query(async ({ tx, call, input }) => {
    call.authorize({ action: 'signIn.list' });
    const until = input.until ?? iso(call.principal.now);
    const days = (Date.parse(until) - Date.parse(input.since)) / DAY_MS;
    if (days < 0 || days > LONGEST_DAYS) {
      const message = `Choose a time of at most ${LONGEST_DAYS} days.`;
      throw new AppError(ErrorCode.InvalidInput, { fields: [{ path: 'since', message }] });
    }
    const stepHours = STEPS.find(({ upToDays }) => days <= upToDays)?.stepHours ?? 24;
    const visible = visibleSignIns(call.principal);
    const rows = await countSignIns(tx, { ...signInFilter(input), until, stepHours }, visible);
    return { stepHours, rows: rows.map((row) => ({ ...row, at: iso(row.at) })) };
  });
