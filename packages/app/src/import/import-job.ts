import type { World } from '../world.ts';
import { type ApplyRefusal, applyImport } from './apply-import.ts';
import { type GivenFile, sortIntoReturns } from './given-files.ts';
import type { Importer } from './importer.ts';
import { previewAgain } from './preview-again.ts';
import { previewImport } from './preview-import.ts';

/** The work of an import that takes seconds: plain data, so that it can be handed to another thread. */
export type ImportJob = { readonly importer: Importer } & (
  | {
      readonly kind: 'preview';
      readonly files: readonly GivenFile[];
      readonly collectionYear?: number | undefined;
    }
  | {
      readonly kind: 'preview-again';
      readonly importId: number;
      readonly collectionYear?: number | undefined;
    }
  | { readonly kind: 'apply'; readonly importId: number }
);

/** Which import it was, or why nothing was done. What is in it is read from the record, where it was kept. */
export type ImportJobOutcome = { readonly kind: 'done'; readonly importId: number } | JobRefusal;
type JobRefusal =
  | ApplyRefusal
  | { readonly kind: 'refused'; readonly name: 'too-large'; readonly sentence: string };

export const doImportJob = async (
  world: Pick<World, 'db' | 'now'>,
  job: ImportJob,
): Promise<ImportJobOutcome> => {
  const outcome = await carryOut(world, job);
  return outcome.kind === 'refused' ? outcome : { kind: 'done', importId: outcome.importId };
};

const carryOut = async (world: Pick<World, 'db' | 'now'>, job: ImportJob) => {
  const { importer } = job;
  switch (job.kind) {
    case 'preview':
      return previewImport(world, importer, await sortIntoReturns(job.files, job.collectionYear));
    case 'preview-again':
      return previewAgain(world, importer, job.importId, job.collectionYear);
    case 'apply':
      return applyImport(world, importer, job.importId);
  }
};
