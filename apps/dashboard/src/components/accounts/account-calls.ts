import { client } from '../../lib/trpc.ts';

export interface Switches {
  mayUseTokens: boolean;
  isPasskeyOnly: boolean;
  mayDownload: boolean;
  mayComment: boolean;
}

/** What can be done to an account; the same for staff and for customers, each through its own procedures. */
export interface AccountCalls {
  suspend: (reason: string) => Promise<unknown>;
  lift: (reason: string) => Promise<unknown>;
  deactivate: (reason: string, leavesProjects: boolean) => Promise<unknown>;
  reactivate: (reason: string) => Promise<unknown>;
  setExpiry: (input: { expiresAt: string | null; reason: string }) => Promise<unknown>;
  setSwitches: (input: Switches & { reason: string }) => Promise<unknown>;
  requirePasswordChange: (reason: string) => Promise<unknown>;
  resetFactors: (reason: string) => Promise<unknown>;
  sendReset: (reason: string) => Promise<unknown>;
  changeEmail: (input: { newEmail: string; reason: string }) => Promise<{ state: 'waiting' | 'changed' }>;
  anonymise: (reason: string) => Promise<unknown>;
  remove: (reason: string) => Promise<unknown>;
  endSessions: (sessionId?: string) => Promise<unknown>;
}

export function userCalls(userId: string): AccountCalls {
  const { users } = client;
  return {
    suspend: (reason) => users.suspendUser.mutate({ userId, reason }),
    lift: (reason) => users.liftSuspension.mutate({ userId, reason }),
    deactivate: (reason, leavesProjects) => users.deactivateUser.mutate({ userId, reason, leavesProjects }),
    reactivate: (reason) => users.reactivateUser.mutate({ userId, reason }),
    setExpiry: (input) => users.setExpiry.mutate({ userId, ...input }),
    setSwitches: (input) => users.setSwitches.mutate({ userId, ...input }),
    requirePasswordChange: (reason) => users.requirePasswordChange.mutate({ userId, reason }),
    resetFactors: (reason) => users.resetFactors.mutate({ userId, reason }),
    sendReset: (reason) => users.sendReset.mutate({ userId, reason }),
    changeEmail: (input) => users.changeUserEmail.mutate({ userId, ...input }),
    anonymise: (reason) => users.anonymiseUser.mutate({ userId, reason }),
    remove: (reason) => users.deleteUser.mutate({ userId, reason }),
    endSessions: (sessionId) => users.endSessions.mutate({ userId, sessionId }),
  };
}

export function customerCalls(customerId: string): AccountCalls {
  const { customers } = client;
  return {
    suspend: (reason) => customers.suspendCustomer.mutate({ customerId, reason }),
    lift: (reason) => customers.liftCustomerSuspension.mutate({ customerId, reason }),
    deactivate: (reason) => customers.deactivateCustomer.mutate({ customerId, reason }),
    reactivate: (reason) => customers.reactivateCustomer.mutate({ customerId, reason }),
    setExpiry: (input) => customers.setCustomerExpiry.mutate({ customerId, ...input }),
    setSwitches: (input) => customers.setCustomerSwitches.mutate({ customerId, ...input }),
    requirePasswordChange: (reason) => customers.requireCustomerPasswordChange.mutate({ customerId, reason }),
    resetFactors: (reason) => customers.resetCustomerFactors.mutate({ customerId, reason }),
    sendReset: (reason) => customers.sendCustomerReset.mutate({ customerId, reason }),
    changeEmail: (input) => customers.changeCustomerEmail.mutate({ customerId, ...input }),
    anonymise: (reason) => customers.anonymiseCustomer.mutate({ customerId, reason }),
    remove: (reason) => customers.deleteCustomer.mutate({ customerId, reason }),
    endSessions: (sessionId) => customers.endCustomerSessions.mutate({ customerId, sessionId }),
  };
}
