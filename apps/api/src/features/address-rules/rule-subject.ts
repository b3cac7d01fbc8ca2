import type { AccessRequest } from '@sallyport/access';
import { Audience, ErrorCode } from '@sallyport/contracts/common';
import type { AddressRulePlace } from '@sallyport/contracts/staff';
import { findVisible } from '@sallyport/db';
import { type AddressRulePlace as DbPlace, isOwnToken } from '@sallyport/db/identity';
import type { Call } from '../../trpc/call.ts';
import { AppError } from '../../trpc/errors.ts';

type Facts = AccessRequest<'addressRules.update'>['networks'];

export interface RuleSubject {
  place: DbPlace;
  facts: Facts;
  /** Whether the list also binds the caller's own sessions. */
  bindsCaller: boolean;
}

/** The object of a list of networks, proved visible. @throws AppError NOT_FOUND when it is not */
export async function ruleSubject({ tx, principal }: Call, place: AddressRulePlace): Promise<RuleSubject> {
  if (!('subjectId' in place)) {
    const { level } = place;
    return { place: { level, subjectId: null }, facts: { level }, bindsCaller: level === 'STAFF' };
  }
  const { subjectId } = place;
  const found = { level: place.level, subjectId };
  if (place.level === 'COMPANY') {
    if (!(await findVisible(tx, principal, 'company', subjectId))) throw new AppError(ErrorCode.NotFound);
    return { place: found, facts: { level: place.level }, bindsCaller: false };
  }
  if (place.level === 'TOKEN') {
    if (!(await isOwnToken(tx, principal.account.id, subjectId))) throw new AppError(ErrorCode.NotFound);
    // A token is used from another machine: from where its owner sits says nothing about it.
    return { place: found, facts: { level: place.level }, bindsCaller: false };
  }
  const grant =
    (await findVisible(tx, principal, 'user', subjectId)) ??
    (await findVisible(tx, principal, 'customer', subjectId));
  if (!grant) throw new AppError(ErrorCode.NotFound);
  const bindsCaller = grant.facts.audience === Audience.Staff && grant.id === principal.account.id;
  return { place: found, facts: { level: place.level, target: grant.facts }, bindsCaller };
}
