import { createRouter } from '../../trpc/procedure.ts';
import { addScope } from './add-scope.ts';
import { listScope } from './list-scope.ts';
import { removeScope } from './remove-scope.ts';
import { updateScopeItem } from './update-scope-item.ts';

export const scopeRouter = createRouter({ listScope, addScope, updateScopeItem, removeScope });
