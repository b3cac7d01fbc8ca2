import { createRouter } from '../../trpc/procedure.ts';
import { chartSignIns } from './chart-sign-ins.ts';
import { clearSignIns } from './clear-sign-ins.ts';
import { listSignIns } from './list-sign-ins.ts';

export const signInActivityRouter = createRouter({
  list: listSignIns,
  chart: chartSignIns,
  clear: clearSignIns,
});
