import { auth } from './auth.ts';
import { common } from './common.ts';
import { home } from './home.ts';
import { profile } from './profile.ts';
import { shell } from './shell.ts';

export const english = { auth, common, home, profile, shell } as const;
