import { createRouter } from '../../trpc/procedure.ts';
import { archiveCompany } from './archive-company.ts';
import { createCompany } from './create-company.ts';
import { getCompany } from './get-company.ts';
import { listCompanies } from './list-companies.ts';
import { removeLogo } from './remove-logo.ts';
import { restoreCompany } from './restore-company.ts';
import { updateCompany } from './update-company.ts';

export const companiesRouter = createRouter({
  listCompanies,
  getCompany,
  createCompany,
  updateCompany,
  removeLogo,
  archiveCompany,
  restoreCompany,
});
