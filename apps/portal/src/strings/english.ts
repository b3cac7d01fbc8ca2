import { auth } from './auth.ts';
import { common } from './common.ts';
import { cvss } from './cvss.ts';
import { findings } from './findings.ts';
import { home } from './home.ts';
import { links } from './links.ts';
import { profile } from './profile.ts';
import { projects } from './projects.ts';
import { reports } from './reports.ts';
import { security } from './security.ts';
import { shell } from './shell.ts';

export const english = {
  auth,
  common,
  cvss,
  findings,
  home,
  links,
  profile,
  projects,
  reports,
  security,
  shell,
} as const;
