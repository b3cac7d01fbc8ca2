import { settleClients } from './clients.ts';
import type { House } from './house.ts';
import { fillProjects } from './projects.ts';
import { settleStaff } from './staff.ts';

/** Fills an empty installation with the sample, through the doors and as the people of the sample. */
export async function fill(house: House, setupLink: string, say: (words: string) => void): Promise<void> {
  say('People of the firm');
  await settleStaff(house, setupLink);
  say('Clients and their people');
  await settleClients(house);
  say('Engagements, findings and reports');
  await fillProjects(house);
}
