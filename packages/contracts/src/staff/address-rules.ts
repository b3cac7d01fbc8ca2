import { z } from 'zod';
import { AccountId, AddressRuleId, CompanyId, TokenId } from '../common/ids.ts';
import { singleLine, Timestamp } from '../common/text.ts';

/** S9: the levels at which networks may be listed; all that apply must pass. */
export const AddressLevel = z.enum(['STAFF', 'CUSTOMERS', 'COMPANY', 'ACCOUNT', 'TOKEN']);
export type AddressLevel = z.infer<typeof AddressLevel>;

export const ADDRESS_RULES_AT_MOST = 100;

const Places = [
  z.strictObject({ level: z.enum(['STAFF', 'CUSTOMERS']) }),
  z.strictObject({ level: z.literal('COMPANY'), subjectId: CompanyId }),
  z.strictObject({ level: z.literal('ACCOUNT'), subjectId: AccountId }),
  z.strictObject({ level: z.literal('TOKEN'), subjectId: TokenId }),
] as const;

/** Where a list hangs: at a door, or at a company, an account or a token. */
export const AddressRulePlace = z.discriminatedUnion('level', Places);
export type AddressRulePlace = z.infer<typeof AddressRulePlace>;

/** One line as typed: an address or a network, and what it is. Read by the server, which says what is wrong with it. */
const AddressRuleLine = z.strictObject({
  network: z.string().trim().max(60, { error: 'That is too long for a network.' }),
  note: singleLine(120, 0).default(''),
});
const Lines = z
  .array(AddressRuleLine)
  .max(ADDRESS_RULES_AT_MOST, { error: `At most ${ADDRESS_RULES_AT_MOST} networks.` });

export const GetAddressRulesInput = z.strictObject({ place: AddressRulePlace });
export const ChangeAddressRulesInput = z.strictObject({ place: AddressRulePlace, rules: Lines });

export const AddressRules = z.strictObject({
  rules: z.array(
    z.strictObject({
      id: AddressRuleId,
      network: z.string(),
      note: z.string(),
      createdAt: Timestamp,
    }),
  ),
  /** From where the viewer came. */
  ownAddress: z.string(),
  /** Whether the list also binds the viewer. */
  bindsViewer: z.boolean(),
  canChange: z.boolean(),
});
export type AddressRules = z.infer<typeof AddressRules>;

/** What the server makes of the lines, and whom saving would cut off. */
export const AddressRulesPreview = z.strictObject({
  lines: z.array(
    z.strictObject({
      /** As it would be stored; null when it cannot be read. */
      network: z.string().nullable(),
      /** Why it is refused. */
      problem: z.string().nullable(),
      /** What it would have to be instead, where that is clear. */
      suggestion: z.string().nullable(),
      /** What is worth knowing: it lies inside another. */
      remark: z.string().nullable(),
      /** How many addresses it holds, in words. */
      size: z.string().nullable(),
    }),
  ),
  /** The viewer would be shut out. */
  excludesYou: z.boolean(),
  /** Live sessions that came from elsewhere, and whose they are. */
  cutOff: z.strictObject({ sessions: z.number().int(), people: z.number().int() }),
});
export type AddressRulesPreview = z.infer<typeof AddressRulesPreview>;
