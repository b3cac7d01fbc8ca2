import { createRouter } from '../../trpc/procedure.ts';
import { createToken } from './create-token.ts';
import { listTokens } from './list-tokens.ts';
import { revokeToken } from './revoke-token.ts';

export const tokensRouter = createRouter({ list: listTokens, create: createToken, revoke: revokeToken });
