import { startEmbedded } from '../embedded/start-embedded.ts';

// Keeps the data folder of its first argument until it is killed; says so on one line.
const [dataDir] = process.argv.slice(2);
if (dataDir === undefined) throw new Error('Which folder?');
const { ownerUrl, port } = await startEmbedded({ dataDir, isForTests: true });
process.stdout.write(`${JSON.stringify({ ownerUrl, port })}\n`);
