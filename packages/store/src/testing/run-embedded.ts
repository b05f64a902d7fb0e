import { startEmbedded } from '../embedded/start-embedded.ts';

/**
 * A Rightplace process for the supervisor's tests: `node run-embedded.ts DATA server|command`. Says in one line how it
 * went, works until it is sent SIGTERM, then leaves.
 */
const [dataDir = '', part = ''] = process.argv.slice(2);
const say = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);

try {
  const embedded = await startEmbedded({ dataDir, part: part === 'server' ? 'server' : 'command' });
  const alive = setInterval(() => {}, 60_000);
  process.once('SIGTERM', () => {
    clearInterval(alive);
    void embedded.stop().then(() => say({ stopped: true }));
  });
  say({ socketFolder: embedded.socketFolder, postgres: embedded.pid() });
} catch (error) {
  say({ refused: error instanceof Error ? error.message : String(error) });
}
