import { ErrorCode } from '@sallyport/contracts/common';
import { AddressRules, ChangeAddressRulesInput } from '@sallyport/contracts/staff';
import { readAddressRules, replaceAddressRules } from '@sallyport/db/identity';
import { writeAudit } from '../../audit/write-audit.ts';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';
import { addressRulesView } from './address-rules-view.ts';
import { isInside } from './network.service.ts';
import { readLines } from './read-lines.service.ts';
import { ruleSubject } from './rule-subject.ts';

/** S9: puts these networks in the place of those that are there; no line means that everybody passes this level. */
export const updateAddressRules = procedure
  .staff({ permission: null, action: 'addressRules.update', changesAccess: true })
  .input(ChangeAddressRulesInput)
  .output(AddressRules)
  .mutation(async ({ tx, call, input: { place, rules } }) => {
    const subject = await ruleSubject(call, place);
    call.authorize({ action: 'addressRules.update', networks: subject.facts });
    const { lines, networks } = readLines(rules.map(({ network }) => network));
    const fields = lines.flatMap(({ problem }, index) =>
      problem === null ? [] : [{ path: `rules.${index}.network`, message: problem }],
    );
    if (fields.length > 0) throw new AppError(ErrorCode.InvalidInput, { fields });
    const { address } = call.request;
    if (subject.bindsCaller && networks.length > 0 && !isInside(address, networks)) {
      throw new AppError(ErrorCode.InvalidInput, {
        userMessage: `This would exclude you: you come from ${address}, which is in none of these networks. Add it, or save from a network that is listed.`,
        reason: { gate: 'G7', rule: 'S9', message: 'A list that excludes its author is refused.' },
      });
    }
    const before = await readAddressRules(tx, subject.place);
    const after = networks.map(({ text }, index) => ({ network: text, note: rules[index]?.note ?? '' }));
    await replaceAddressRules(tx, subject.place, after);
    await writeAudit(call, {
      action: 'networks.updated',
      objectType: objectTypeOf(place.level),
      objectId: subject.place.subjectId,
      before: { level: place.level, networks: before.map(({ network }) => network) },
      after: { level: place.level, networks: after.map(({ network }) => network) },
    });
    return addressRulesView(call, subject);
  });

function objectTypeOf(level: 'STAFF' | 'CUSTOMERS' | 'COMPANY' | 'ACCOUNT' | 'TOKEN') {
  switch (level) {
    case 'COMPANY':
      return 'company';
    case 'ACCOUNT':
      return 'account';
    case 'TOKEN':
      return 'token';
    default:
      return 'networks';
  }
}
