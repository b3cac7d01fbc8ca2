import type { CustomerInvitationLink } from '@sallyport/contracts/staff';
import type { z } from 'zod';
import type { Call } from '../../trpc/call.ts';
import { servicesOf } from '../services.ts';
import { newInvitationLink } from '../users/invitation-link.service.ts';

/** U5: the link for a new customer; it leads to the portal. */
export async function customerInvitation(
  call: Call,
  customerId: string,
): Promise<z.input<typeof CustomerInvitationLink>> {
  const { otherDoorUrl } = servicesOf(call.request);
  return { customerId, ...(await newInvitationLink(call, customerId, otherDoorUrl)) };
}
