import { type Refusal, refused } from '@rightplace/domain';
import { inThreadOrHere } from '../import/return-thread.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { type FindingsFileAsked, type FindingsFileMade, makeFindingsFile } from './make-findings-file.ts';

/** A workbook of every finding takes seconds to write, so that is done beside the pages; a CSV is written at once. */
export const downloadFindings = async (
  world: World,
  signedIn: SignedIn,
  asked: FindingsFileAsked,
): Promise<FindingsFileMade | Refusal<'too-large'>> => {
  if (asked.format === 'csv') return makeFindingsFile(world, signedIn, asked);
  const outcome = await inThreadOrHere(world, { kind: 'findings-file', signedIn, asked });
  return outcome.kind === 'refused' && outcome.name === 'too-large' ? TOO_LARGE : outcome;
};

const TOO_LARGE = refused(
  'too-large',
  'The list holds more than can be written as a workbook here. Take it as CSV, or narrow it first.',
);
