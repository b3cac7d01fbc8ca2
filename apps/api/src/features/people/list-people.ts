import { ListPeopleInput, PeoplePage } from '@sallyport/contracts/staff';
import { visiblePeople } from '@sallyport/db';
import { listPeople as readPeople } from '@sallyport/db/identity';
import { procedure } from '../../trpc/procedure.ts';

/** The staff directory: name and title, for every staff user. */
export const listPeople = procedure
  .staff({ permission: null, action: 'people.list' })
  .input(ListPeopleInput)
  .output(PeoplePage)
  .query(({ tx, call, input }) => {
    call.authorize({ action: 'people.list' });
    return readPeople(tx, input, visiblePeople(call.principal));
  });
