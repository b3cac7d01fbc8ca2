import type { CompanyRow } from '@sallyport/contracts/staff';
import type { CompanyRowRecord } from '@sallyport/db';
import type { z } from 'zod';
import { iso } from '../wire.ts';

/** A company as lists show it. */
export function companyRow({ createdAt, ...row }: CompanyRowRecord): z.input<typeof CompanyRow> {
  return { ...row, createdAt: iso(createdAt) };
}
