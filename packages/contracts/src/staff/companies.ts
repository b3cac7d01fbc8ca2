import { z } from 'zod';
import { CompanyId, ContactId } from '../common/ids.ts';
import { Cursor, PageLimit, pageOf, SortDirection } from '../common/paging.ts';
import { DisplayName, EmailAddress, multiLine, SearchText, singleLine, Timestamp } from '../common/text.ts';
import { COMPANY_SORTS } from './choices.ts';

/** A client company as everyone meets it who sees one of its projects. */
export const CompanyRef = z.strictObject({
  id: CompanyId,
  name: z.string(),
  hasLogo: z.boolean(),
});
export type CompanyRef = z.infer<typeof CompanyRef>;

export const CompanyRow = z.strictObject({
  ...CompanyRef.shape,
  /** Projects of the company that the viewer sees. */
  projectCount: z.number().int(),
  openProjectCount: z.number().int(),
  /** Null where the viewer may not read customers. */
  customerCount: z.number().int().nullable(),
  createdAt: Timestamp,
});
export type CompanyRow = z.infer<typeof CompanyRow>;

export const CompanySort = z.enum(COMPANY_SORTS);
export const ListCompaniesInput = z.strictObject({
  search: SearchText,
  /** U8: those that were put away, instead of those in use. */
  isArchived: z.boolean().default(false),
  sort: z
    .strictObject({ field: CompanySort, direction: SortDirection })
    .default({ field: 'name', direction: 'asc' }),
  cursor: Cursor.optional(),
  limit: PageLimit,
});
export const CompanyPage = pageOf(CompanyRow);

export const CompanyContact = z.strictObject({
  id: ContactId,
  name: z.string(),
  role: z.string(),
  email: z.string(),
  phone: z.string(),
  isEmergency: z.boolean(),
});
export type CompanyContact = z.infer<typeof CompanyContact>;

export const CompanyProfile = z.strictObject({
  legalName: z.string(),
  address: z.string(),
  website: z.string(),
  notes: z.string(),
  contacts: z.array(CompanyContact),
});
export type CompanyProfile = z.infer<typeof CompanyProfile>;

export const CompanyDetail = z.strictObject({
  ...CompanyRow.shape,
  /** U8: since when it is put away; null while it is in use. */
  archivedAt: Timestamp.nullable(),
  version: z.number().int(),
  /** Null where the viewer reads name and logo alone. */
  profile: CompanyProfile.nullable(),
  abilities: z.strictObject({
    canEdit: z.boolean(),
    canInviteCustomers: z.boolean(),
    canReadCustomers: z.boolean(),
    canCreateProject: z.boolean(),
  }),
});
export type CompanyDetail = z.infer<typeof CompanyDetail>;

const Website = z
  .string()
  .trim()
  .max(300)
  .refine((text) => text === '' || /^https?:\/\/[^\s\p{Cc}]+$/u.test(text), {
    error: 'Write an address such as https://client.example.',
  });

const CompanyFields = z.strictObject({
  name: DisplayName,
  legalName: singleLine(160, 0).default(''),
  address: multiLine(400).default(''),
  website: Website.default(''),
  notes: multiLine(4000).default(''),
});

export const ContactInput = z.strictObject({
  name: DisplayName,
  role: singleLine(80, 0).default(''),
  email: z.union([z.literal(''), EmailAddress]).default(''),
  phone: singleLine(40, 0).default(''),
  isEmergency: z.boolean().default(false),
});

export const CreateCompanyInput = z.strictObject({
  ...CompanyFields.shape,
  contacts: z.array(ContactInput).max(50).default([]),
});
/** Saves the whole profile; the contacts given replace those that are there. */
export const UpdateCompanyInput = z.strictObject({
  ...CompanyFields.shape,
  contacts: z.array(ContactInput).max(50),
  version: z.number().int(),
});
export const CreatedCompany = z.strictObject({ id: CompanyId });
export const RemoveLogoInput = z.strictObject({ version: z.number().int() });
