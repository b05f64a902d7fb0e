import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import type { Moment } from '@rightplace/domain';

/** What a command needs of the process, so that tests can run it without one. */
export interface Terminal {
  /** The answer, and nothing else: goes to standard output. */
  readonly print: (text: string) => void;
  /** Progress and notes: goes to standard error. */
  readonly note: (text: string) => void;
  /** Standard input. */
  readonly input: NodeJS.ReadableStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder that relative paths are relative to. */
  readonly cwd: string;
  /** Resolves when the person asks us to stop (Ctrl-C, SIGTERM). */
  readonly stopped: Promise<void>;
  /** Another clock than the machine's. */
  readonly now?: () => Moment;
}

export interface Invocation {
  readonly options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
  readonly positionals: readonly string[];
}

export interface Command {
  /** How it is written, without the leading `rightplace`. */
  readonly usage: string;
  readonly about: string;
  readonly examples: readonly string[];
  readonly options: ParseArgsOptionsConfig;
  readonly run: (invocation: Invocation, terminal: Terminal) => Promise<number>;
}

/** A sentence for the person who typed the command: what is wrong and what to do. Never a bug of ours. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Every command takes these. */
const sharedOptions = {
  data: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies ParseArgsOptionsConfig;

export const parseInvocation = (command: Command, args: readonly string[]): Invocation => {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...command.options, ...sharedOptions },
      allowPositionals: true,
      strict: true,
    });
    return { options: values, positionals };
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\nrightplace ${command.usage}`, {
      cause: error,
    });
  }
};

export const textOption = ({ options }: Invocation, name: string): string | undefined => {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
};

export const flag = ({ options }: Invocation, name: string): boolean => options[name] === true;

export const helpFor = (command: Command): string =>
  [
    `rightplace ${command.usage}`,
    '',
    command.about,
    '',
    'For example:',
    ...command.examples.map((example) => `  npm run rightplace -- ${example}`),
    '',
    '--data DIR names the data folder (default: RIGHTPLACE_DATA, or .data in the checkout).',
  ].join('\n');
