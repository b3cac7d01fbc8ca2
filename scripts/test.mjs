// npm test: every check of the house in order, from the cheapest to the dearest; the first that fails ends the run.
//   npm test                      everything
//   npm test -- packages/access   only the test files whose path holds these words (a partial run)
//   npm test -- --deep            everything, with the long searches of property and fuzz tests
import { demandNode } from './support/node-version.mjs';

demandNode();
const { main } = await import('./stages/main.mjs');
process.exitCode = await main(process.argv.slice(2));
