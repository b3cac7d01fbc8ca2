export { DataFolderInUse, EmbeddedStartError } from './errors.ts';
export { type EmbeddedOptions, type EmbeddedPostgres, startEmbedded } from './start-embedded.ts';
