import { AddressRulesPreview, ChangeAddressRulesInput } from '@sallyport/contracts/staff';
import { cutOffBy } from '@sallyport/db/identity';
import { procedure } from '../../trpc/procedure.ts';
import { isInside } from './network.service.ts';
import { readLines } from './read-lines.service.ts';
import { ruleSubject } from './rule-subject.ts';

/** A9, S9: what the lines mean and whom they would shut out, before they are saved. */
export const previewAddressRules = procedure
  .staff({ permission: null, action: 'addressRules.read' })
  .input(ChangeAddressRulesInput)
  .output(AddressRulesPreview)
  .query(async ({ tx, call, input: { place, rules } }) => {
    const subject = await ruleSubject(call, place);
    call.authorize({ action: 'addressRules.read', networks: subject.facts });
    const { lines, networks } = readLines(rules.map(({ network }) => network));
    const isUsable = networks.length > 0;
    return {
      lines,
      excludesYou: isUsable && subject.bindsCaller && !isInside(call.request.address, networks),
      cutOff: await cutOffBy(
        tx,
        subject.place,
        networks.map(({ text }) => text),
      ),
    };
  });
