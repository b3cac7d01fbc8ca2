import { ErrorCode } from '@sallyport/contracts/common';
import { AppError } from '../../trpc/errors.ts';
import { isNetwork, parseNetwork } from '../address-rules/network.service.ts';

/** The filter as the repository takes it. @throws AppError INVALID_INPUT when the address is none */
export function signInFilter<Filter extends { address?: string | undefined }>({
  address,
  ...filter
}: Filter): Omit<Filter, 'address'> & { network: string | undefined } {
  if (address === undefined || address === '') return { ...filter, network: undefined };
  const read = parseNetwork(address);
  if (isNetwork(read)) return { ...filter, network: read.text };
  throw new AppError(ErrorCode.InvalidInput, { fields: [{ path: 'address', message: read.problem }] });
}
