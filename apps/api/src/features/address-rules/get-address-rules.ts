import { AddressRules, GetAddressRulesInput } from '@sallyport/contracts/staff';
import { procedure } from '../../trpc/procedure.ts';
import { addressRulesView } from './address-rules-view.ts';
import { ruleSubject } from './rule-subject.ts';

/** S9: from which networks one may come, at one of the five levels. */
export const getAddressRules = procedure
  .staff({ permission: null, action: 'addressRules.read' })
  .input(GetAddressRulesInput)
  .output(AddressRules)
  .query(async ({ call, input: { place } }) => {
    const subject = await ruleSubject(call, place);
    call.authorize({ action: 'addressRules.read', networks: subject.facts });
    return addressRulesView(call, subject);
  });
