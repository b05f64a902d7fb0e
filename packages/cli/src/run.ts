import { helpFor, parseInvocation, type Terminal, UsageError } from './command.ts';
import type { ListedCommand } from './commands.ts';

const listOf = (commands: readonly ListedCommand[]): string => {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    'rightplace COMMAND …',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'rightplace COMMAND --help shows how each is written, with an example.',
  ].join('\n');
};

/**
 * Runs a command line and answers with its exit code: 0 done, 1 done and found something, 2 cannot be done as written.
 * A sentence for the person goes to standard error; a stack trace only for a fault of ours.
 */
export const run = async (
  commands: readonly ListedCommand[],
  [name = '', ...args]: readonly string[],
  terminal: Terminal,
): Promise<number> => {
  if (name === '' || name === 'help' || name === '--help' || name === '-h') {
    terminal.note(listOf(commands));
    return name === '' ? 2 : 0;
  }
  const listed = commands.find((each) => each.name === name);
  if (listed === undefined) {
    terminal.note(`There is no command "${name}".\n\n${listOf(commands)}`);
    return 2;
  }
  const command = await listed.load();
  if (args.includes('--help') || args.includes('-h')) {
    terminal.note(helpFor(command));
    return 0;
  }
  try {
    return await command.run(parseInvocation(command, args), terminal);
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.note(error.message);
      return 2;
    }
    // Sentences that the edges throw on purpose (a database that cannot be opened, a folder in use) stand by themselves.
    const isPlain = error instanceof Error && !('code' in error) && error.name === 'Error';
    terminal.note(
      isPlain
        ? error.message
        : `Something went wrong in Rightplace itself:\n${String((error as Error).stack ?? error)}`,
    );
    return 2;
  }
};
