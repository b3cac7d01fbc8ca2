export { createClient, type InputOf, type OutputOf, type SallyportClient } from './create-client.ts';
export { SallyportError } from './sallyport-error.ts';
export type { ToolsApi } from './tools-api.ts';
export type { Connection } from './transport.ts';
export type { Scan } from './upload-scan.ts';
export type { WaitOptions } from './wait-for-import.ts';
