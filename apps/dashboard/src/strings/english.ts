import { accounts } from './accounts.ts';
import { audit } from './audit.ts';
import { auth } from './auth.ts';
import { common } from './common.ts';
import { companies } from './companies.ts';
import { cvss } from './cvss.ts';
import { findings } from './findings.ts';
import { groups } from './groups.ts';
import { home } from './home.ts';
import { imports } from './imports.ts';
import { links } from './links.ts';
import { live } from './live.ts';
import { mail } from './mail.ts';
import { offboarding } from './offboarding.ts';
import { profile } from './profile.ts';
import { projects } from './projects.ts';
import { reports } from './reports.ts';
import { scope } from './scope.ts';
import { security } from './security.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { tokens } from './tokens.ts';
import { users } from './users.ts';

export const english = {
  accounts,
  audit,
  auth,
  common,
  companies,
  cvss,
  findings,
  groups,
  home,
  imports,
  links,
  live,
  mail,
  offboarding,
  profile,
  projects,
  reports,
  scope,
  security,
  settings,
  shell,
  tokens,
  users,
} as const;
