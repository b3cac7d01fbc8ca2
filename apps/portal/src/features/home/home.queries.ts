import { type Outputs, trpc } from '../../lib/trpc.ts';

export type Home = Outputs['home']['getHome'];

export function homeOptions() {
  return trpc.home.getHome.queryOptions();
}
