import { CvssScore, ErrorCode } from '@sallyport/contracts/common';
import { ScoreVectorInput } from '@sallyport/contracts/staff';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';
import { readCvss } from './cvss.service.ts';

/** What the calculator shows: the same scoring that saving uses. */
export const scoreVector = procedure
  .staff({ permission: null, action: 'project.list' })
  .input(ScoreVectorInput)
  .output(CvssScore)
  .query(async ({ call, input }) => {
    call.authorize({ action: 'project.list' });
    const reading = readCvss(input.vector);
    if (reading.ok) return reading.score;
    throw new AppError(ErrorCode.InvalidInput, { fields: [{ path: 'vector', message: reading.message }] });
  });
