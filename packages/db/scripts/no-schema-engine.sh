#!/bin/sh
echo "Sallyport has no Prisma schema engine: migrations are the SQL files in packages/db/migrations (see src/migrate.ts)." >&2
exit 1
