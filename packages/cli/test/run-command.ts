import { Readable } from 'node:stream';
import { moment } from '@rightplace/domain';
import type { Terminal } from '../src/command.ts';
import { COMMANDS } from '../src/commands.ts';
import { run } from '../src/run.ts';

/** How a command ended, and what it wrote. */
export interface Ran {
  readonly code: number;
  /** Standard output. */
  readonly out: string;
  /** Standard error. */
  readonly notes: string;
}

/** Runs commands in a folder without a process. */
export const commandLine =
  (folder: () => string, input: readonly string[] = [], at?: string) =>
  async (...args: readonly string[]): Promise<Ran> => {
    const [out, notes]: [string[], string[]] = [[], []];
    const terminal: Terminal = {
      print: (text) => out.push(text),
      note: (text) => notes.push(text),
      input: Readable.from(input.map((line) => `${line}\n`)),
      env: {},
      cwd: folder(),
      stopped: Promise.resolve(),
      ...(at === undefined ? {} : { now: () => moment(at) }),
    };
    const code = await run(COMMANDS, args, terminal);
    return { code, out: out.join('\n'), notes: notes.join('\n') };
  };
