import {
  type ExportAsked,
  type Exported,
  type ExportRefusal,
  exportReturn,
} from '../export/export-return.ts';
import { createLedgers } from '../ledger/ledgers.ts';
import {
  type FindingsFileAsked,
  type FindingsFileMade,
  makeFindingsFile,
} from '../return-readiness/make-findings-file.ts';
import {
  doReadinessJob,
  type ReadinessJob,
  type ReadinessOutcome,
} from '../return-readiness/readiness-job.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import {
  doUpstreamJob,
  isOfUpstream,
  type UpstreamJob,
  type UpstreamOutcome,
} from '../upstream/upstream-job.ts';
import type { World } from '../world.ts';
import { type ApplyRefusal, applyImport } from './apply-import.ts';
import { type GivenFile, sortIntoReturns } from './given-files.ts';
import type { Importer } from './importer.ts';
import { previewAgain } from './preview-again.ts';
import { previewImport } from './preview-import.ts';

/** The work on whole returns, which takes seconds: plain data, so that it can be handed to another thread. */
export type ReturnJob = { readonly importer: Importer } & (
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
  | { readonly kind: 'export'; readonly asked: ExportAsked }
);

/** Which import it was; what is in it is read from the record, where it was kept. Or the return, or why not. */
export type ReturnJobOutcome = { readonly kind: 'done'; readonly importId: number } | Exported | JobRefusal;

type JobRefusal =
  | ApplyRefusal
  | ExportRefusal
  | { readonly kind: 'refused'; readonly name: 'too-large'; readonly sentence: string };

/** A list of findings as a file, for somebody who takes it away. */
interface FileJob {
  readonly kind: 'findings-file';
  readonly signedIn: SignedIn;
  readonly asked: FindingsFileAsked;
}

type FileOutcome =
  | FindingsFileMade
  | { readonly kind: 'refused'; readonly name: 'too-large'; readonly sentence: string };

/** Everything that is done in the thread. */
export type ThreadJob = ReturnJob | ReadinessJob | FileJob | UpstreamJob;
export type OutcomeOf<Job> = Job extends ReturnJob
  ? ReturnJobOutcome
  : Job extends FileJob
    ? FileOutcome
    : Job extends UpstreamJob
      ? UpstreamOutcome
      : ReadinessOutcome;

type Reach = Pick<World, 'db' | 'now' | 'tell'>;

export const doThreadJob = (world: Reach, job: ThreadJob): Promise<OutcomeOf<ThreadJob>> => {
  if (job.kind === 'findings-file')
    return makeFindingsFile({ ...world, ledgers: createLedgers(world.now) }, job.signedIn, job.asked);
  if (isOfUpstream(job)) return doUpstreamJob(world, job);
  return isOfReadiness(job) ? doReadinessJob(world, job) : doReturnJob(world, job);
};

const isOfReadiness = (job: ReturnJob | ReadinessJob): job is ReadinessJob =>
  job.kind === 'check' || job.kind === 'freeze' || job.kind === 'past-nights';

export const doReturnJob = async (world: Reach, job: ReturnJob): Promise<ReturnJobOutcome> => {
  if (job.kind === 'export') return exportReturn(world, job.importer, job.asked);
  const outcome = await carryOut(world, job);
  return outcome.kind === 'refused' ? outcome : { kind: 'done', importId: outcome.importId };
};

const carryOut = async (world: Reach, job: Exclude<ReturnJob, { kind: 'export' }>) => {
  const { importer } = job;
  switch (job.kind) {
    case 'preview':
      world.tell?.({ words: 'Reading the files', share: 0 });
      return previewImport(world, importer, await sortIntoReturns(job.files, job.collectionYear));
    case 'preview-again':
      return previewAgain(world, importer, job.importId, job.collectionYear);
    case 'apply':
      return applyImport(world, importer, job.importId);
  }
};
