import { decide } from '@sallyport/access';
import type { AddressRules } from '@sallyport/contracts/staff';
import { readAddressRules } from '@sallyport/db/identity';
import type { z } from 'zod';
import type { Call } from '../../trpc/call.ts';
import { isOpen } from '../decision-hints.ts';
import { iso } from '../wire.ts';
import type { RuleSubject } from './rule-subject.ts';

/** The list as it is now. */
export async function addressRulesView(
  call: Call,
  { place, facts, bindsCaller }: RuleSubject,
): Promise<z.input<typeof AddressRules>> {
  const rules = await readAddressRules(call.tx, place);
  return {
    rules: rules.map(({ createdAt, ...rule }) => ({ ...rule, createdAt: iso(createdAt) })),
    ownAddress: call.request.address,
    bindsViewer: bindsCaller,
    canChange: isOpen(decide(call.principal, { action: 'addressRules.update', networks: facts })),
  };
}
