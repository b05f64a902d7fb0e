/**
 * The published sample return, which nobody here made and which is not kept in this checkout: the folder that
 * RIGHTPLACE_SAMPLE_RETURN names, or the one beside the checkout; where there is neither, one made for the tests.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { STAND_IN } from './stand-in.ts';

const BESIDE = join(import.meta.dirname, '../../../../shared/data/903-sample');

export type SampleFiles = readonly { readonly name: string; readonly bytes: Uint8Array }[];

/** Where the sample is; undefined when the stand-in serves. A folder that was named and is not there is a mistake. */
export const sampleFolder = (
  named = process.env['RIGHTPLACE_SAMPLE_RETURN'],
  beside = BESIDE,
): string | undefined => {
  if (named !== undefined && named !== '') return named;
  return existsSync(beside) ? beside : undefined;
};

const isFileOfReturn = (name: string): boolean => /\.(csv|xml)$/.test(name);

export const sampleFrom = (folder: string | undefined): SampleFiles => {
  if (folder === undefined)
    return [...STAND_IN].map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) }));
  const files = readdirSync(folder)
    .filter(isFileOfReturn)
    .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
  if (files.length === 0) throw new Error(`There is no file of a return in ${folder}.`);
  return files;
};

const SAMPLE = sampleFrom(sampleFolder()).toSorted((a, b) => (a.name < b.name ? -1 : 1));

export const sampleFiles = (ending: '.csv' | '.xml'): SampleFiles =>
  SAMPLE.filter(({ name }) => name.endsWith(ending));
