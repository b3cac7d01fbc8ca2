import {
  ErrorCode,
  type FieldProblem,
  type Severity,
  type SeveritySource,
} from '@sallyport/contracts/common';
import { AppError } from '../../trpc/errors.ts';
import { readCvss } from './cvss.service.ts';

interface RatingInput {
  severitySource: SeveritySource;
  severity: Severity;
  cvss31Vector: string;
  cvss40Vector: string;
}

/** A rating as it is stored: canonical vectors with the server's scores, and the severity that follows from them. */
export interface Rating {
  severitySource: SeveritySource;
  severity: Severity;
  cvss31Vector: string | null;
  cvss31Score: number | null;
  cvss40Vector: string | null;
  cvss40Score: number | null;
}

const NEEDS_VECTOR = 'Give the vector that the severity rests on, or choose another rating.';
const NOT_FROM_TOOL = 'No tool rated this finding. Choose a vector or a severity by hand.';

/**
 * Scores the vectors. Where one of them is the rating, its severity counts; else the severity is taken as given.
 * @throws AppError INVALID_INPUT naming the field, when a vector does not parse or the rating has none
 */
export function ratingOf(input: RatingInput, isImported: boolean): Rating {
  const { severitySource } = input;
  const problems: FieldProblem[] = [];
  const score = (path: 'cvss31Vector' | 'cvss40Vector', version: '3.1' | '4.0') => {
    if (input[path] === '') return null;
    const reading = readCvss(input[path]);
    if (reading.ok && reading.score.version === version) return reading.score;
    const message = reading.ok ? `This field takes a CVSS ${version} vector.` : reading.message;
    problems.push({ path, message });
    return null;
  };
  const cvss31 = score('cvss31Vector', '3.1');
  const cvss40 = score('cvss40Vector', '4.0');
  if (severitySource === 'CVSS31' && input.cvss31Vector === '') {
    problems.push({ path: 'cvss31Vector', message: NEEDS_VECTOR });
  }
  if (severitySource === 'CVSS40' && input.cvss40Vector === '') {
    problems.push({ path: 'cvss40Vector', message: NEEDS_VECTOR });
  }
  if (severitySource === 'TOOL' && !isImported) {
    problems.push({ path: 'severitySource', message: NOT_FROM_TOOL });
  }
  if (problems.length > 0) throw new AppError(ErrorCode.InvalidInput, { fields: problems });
  const counting = severitySource === 'CVSS31' ? cvss31 : severitySource === 'CVSS40' ? cvss40 : null;
  return {
    severitySource,
    severity: counting?.severity ?? input.severity,
    cvss31Vector: cvss31?.vector ?? null,
    cvss31Score: cvss31?.score ?? null,
    cvss40Vector: cvss40?.vector ?? null,
    cvss40Score: cvss40?.score ?? null,
  };
}
