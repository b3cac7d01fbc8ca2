import { CweList, SearchCweInput } from '@sallyport/contracts/staff';
import { procedure } from '../../trpc/procedure.ts';
import { findCwe } from './cwe.service.ts';

export const searchCwe = procedure
  .staff({ permission: null, action: 'project.list' })
  .input(SearchCweInput)
  .output(CweList)
  .query(async ({ call, input }) => {
    call.authorize({ action: 'project.list' });
    return { rows: findCwe(input.search) };
  });
