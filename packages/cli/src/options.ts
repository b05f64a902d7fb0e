/** Reading the values that several commands take, each with a sentence when it cannot be read. */

import { resolve } from 'node:path';
import { type Day, parseCollectionYear, parseDay } from '@rightplace/domain';
import { type Invocation, type Terminal, textOption, UsageError } from './command.ts';

export const dayOption = (invocation: Invocation, name: string): Day | undefined => {
  const text = textOption(invocation, name);
  if (text === undefined) return undefined;
  const day = parseDay(text);
  if (day === undefined) {
    throw new UsageError(
      `--${name} takes a day written YYYY-MM-DD, such as 2026-03-31; this is not one: ${text}`,
    );
  }
  return day;
};

export const wholeNumberOption = (
  invocation: Invocation,
  name: string,
  { least, most }: { readonly least: number; readonly most: number },
): number | undefined => {
  const text = textOption(invocation, name);
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new UsageError(`--${name} takes a whole number from ${least} to ${most}; this is not one: ${text}`);
  }
  return value;
};

/** The end year of a collection year written 2026-27, 2026/27 or 2027. */
export const collectionYearOption = (
  invocation: Invocation,
  name = 'collection-year',
): number | undefined => {
  const text = textOption(invocation, name);
  if (text === undefined) return undefined;
  const end = /^\d{4}$/.test(text) ? Number(text) : parseCollectionYear(text);
  if (end === undefined) {
    throw new UsageError(`--${name} takes a collection year such as 2026-27; this is not one: ${text}`);
  }
  return end;
};

export const pathFrom = (terminal: Terminal, path: string): string => resolve(terminal.cwd, path);

/** A nine-character code of official statistics, in capitals. */
export const authorityCodeOption = (invocation: Invocation): string | undefined => {
  const code = textOption(invocation, 'authority')?.toUpperCase();
  if (code !== undefined && !/^[A-Z]\d{8}$/.test(code)) {
    throw new UsageError(
      `--authority takes the nine-character code of official statistics, such as E10000016; this is not one: ${code}`,
    );
  }
  return code;
};
