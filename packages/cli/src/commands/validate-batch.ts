import { createInterface } from 'node:readline';
import { UnusableInput, type ValidateInput, validate } from '@rightplace/ssda903';
import type { Terminal } from '../command.ts';

const answerTo = (line: string): { readonly text: string; readonly isUsable: boolean } => {
  let input: unknown;
  try {
    input = JSON.parse(line);
  } catch (error) {
    return { text: JSON.stringify({ error: `Not JSON: ${(error as Error).message}` }), isUsable: false };
  }
  try {
    return { text: JSON.stringify(validate(input as ValidateInput)), isUsable: true };
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    return { text: JSON.stringify({ error: error.message }), isUsable: false };
  }
};

/**
 * One input a line in, one result a line out, in order. A line that cannot be used is answered with `{error}` and the
 * rest go on; the exit code then is 2, otherwise 0: what was found is for the reader of the results.
 */
export const validateBatch = async (terminal: Terminal): Promise<number> => {
  let code = 0;
  for await (const line of createInterface({ input: terminal.input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    const { text, isUsable } = answerTo(line);
    if (!isUsable) code = 2;
    terminal.print(text);
  }
  return code;
};
