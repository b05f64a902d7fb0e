import {
  type LaterStage,
  type Refusal,
  readAnswers,
  refused,
  stageQuestions,
  type WithFaults,
} from '@rightplace/domain';
import { addProfileAddition } from '@rightplace/store';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { auditOfProfile, holding } from './approve-profile.ts';
import type { ProfileRefusal } from './show-profile.ts';

export interface WordsForStage {
  readonly id: number;
  readonly stage: LaterStage;
  /** Of the form, so that the same one sent twice is one revision. */
  readonly key: string;
  /** The revision that was on the page; 0 where nothing was. */
  readonly basedOn: number;
  readonly typed: Readonly<Record<string, unknown>>;
}

export type WriteForStageRefusal =
  | ProfileRefusal
  | Refusal<'not-now' | 'read-again'>
  | WithFaults<Refusal<'not-said'>>;

const READ_AGAIN = refused(
  'read-again',
  'Somebody else has written here since you opened this page. Read what they wrote, then write again.',
);

/** Keeps what the placements team writes for a later stage besides the request. Each time it is saved is a revision of its own. */
export const writeForStage = (
  world: World,
  signedIn: SignedIn,
  { id, stage, key, basedOn, typed }: WordsForStage,
): Promise<{ readonly kind: 'stage-written' } | WriteForStageRefusal> =>
  holding(world, signedIn, { id, stage, isApproving: false }, async (held) => {
    const { tx, found, made } = held;
    if ((made.added?.revision ?? 0) !== basedOn) return READ_AGAIN;
    const { answers, faults } = readAnswers(stageQuestions(stage), typed, found.loaded.today);
    if (faults.length > 0)
      return { ...refused('not-said', 'Something that a home has to have is missing.'), faults };
    await addProfileAddition(tx, id, {
      stage,
      answers,
      savedBy: signedIn.person.id,
      savedAt: found.at,
      key,
    });
    await auditOfProfile(held, signedIn, {
      action: 'profile-written',
      detail: { questions: Object.keys(answers) },
    });
    return { kind: 'stage-written' } as const;
  });
