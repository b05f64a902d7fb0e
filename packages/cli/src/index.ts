/** The commands, for whoever runs them without a process of their own. */
export type { Command, Terminal } from './command.ts';
export { COMMANDS } from './commands.ts';
export { run } from './run.ts';
