import { audit } from './audit.ts';
import { auth } from './auth.ts';
import { common } from './common.ts';
import { groups } from './groups.ts';
import { home } from './home.ts';
import { profile } from './profile.ts';
import { shell } from './shell.ts';
import { users } from './users.ts';

export const english = { audit, auth, common, groups, home, profile, shell, users } as const;
