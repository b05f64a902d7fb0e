/** The `rightplace` command: `npm run rightplace -- COMMAND …`. `npm start` is `rightplace serve`. */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { COMMANDS } from './commands.ts';
import { run } from './run.ts';

// What a command reads of our own code is kept compiled: it halves the time to start. Without a place to keep it, it is not.
enableCompileCache(join(import.meta.dirname, '../../../node_modules/.cache/rightplace'));

// Kept for as long as we run: Ctrl-C arrives twice, from the terminal and from whoever started us, and the second must not
// end us while the database is being stopped.
const stopped = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
});

// A reader that has seen enough (`| head`) is not a fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await run(COMMANDS, process.argv.slice(2), {
  print: (text) => process.stdout.write(`${text}\n`),
  note: (text) => process.stderr.write(`${text}\n`),
  input: process.stdin,
  env: process.env,
  cwd: process.cwd(),
  stopped,
});
