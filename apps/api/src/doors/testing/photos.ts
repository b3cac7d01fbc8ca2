import { makeSession, type TestAccount } from '@sallyport/testing';
import { pngOf } from './evidence.ts';
import type { TestDoors } from './test-doors.ts';

/** Gives an account a photo, as its owner would at the own door. Returns its id. */
export async function givePhoto(doors: TestDoors, account: TestAccount): Promise<string> {
  const door = account.audience === 'STAFF' ? doors.staff : doors.portal;
  const as = await makeSession(doors.db, account);
  const answer = await door.send('/upload/photo', { as, body: await pngOf(640, 480), name: 'me.png' });
  return answer.data<{ photo: string }>().photo;
}
