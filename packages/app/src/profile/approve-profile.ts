import {
  type AnswerRefusal,
  type ChildRefusal,
  mayAnswer,
  missingAt,
  type ProfileStage,
  type Refusal,
  refused,
} from '@rightplace/domain';
import {
  addProfileAnswer,
  addProfileVersion,
  appendAudit,
  asTenant,
  holdCase,
  type Tx,
} from '@rightplace/store';
import type { FoundCase } from '../cases/find-case.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { mayWithProfile, type ProfileOfCase } from './profile-of-case.ts';
import { findProfileFor, type ProfileRefusal } from './show-profile.ts';
import { whyNotNow } from './stage-of-case.ts';

export interface FindingsToAnswer {
  readonly id: number;
  /** The first, unless it is said. */
  readonly stage?: ProfileStage;
  /** Of the form, so that the same one sent twice is one answer. */
  readonly key: string;
  readonly findings: readonly string[];
  readonly why: string;
}

export interface ProfileToApprove {
  readonly id: number;
  /** The first, unless it is said. */
  readonly stage?: ProfileStage;
  readonly key: string;
  /** The revision of the request that was read. */
  readonly basedOn: number;
  /** The revision of what was written for the stage that was read; 0 where nothing was. */
  readonly addedOn?: number;
}

export type ApproveRefusal =
  | ProfileRefusal
  | Refusal<'not-now' | 'in-the-way' | 'read-again' | 'not-written'>;

export interface Held {
  readonly kind: 'held';
  readonly tx: Tx;
  readonly found: FoundCase;
  readonly made: ProfileOfCase;
}

/** Whatever is written of a stage is written by whoever approves it, while nobody else writes in the case. */
export const holding = <T>(
  world: World,
  signedIn: SignedIn,
  { id, stage, isApproving = true }: { id: number; stage: ProfileStage; isApproving?: boolean },
  work: (held: Held) => Promise<T>,
): Promise<T | ProfileRefusal | ChildRefusal | Refusal<'not-now'>> =>
  asTenant(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, async (tx) => {
    await holdCase(tx, id);
    const profile = await findProfileFor(tx, world, signedIn, { id, stage });
    if (profile.kind === 'refused') return profile;
    const { found, made } = profile;
    const may = await mayWithProfile(tx, signedIn, found, 'approve-profile');
    if (may.kind === 'refused') return may;
    const notNow = whyNotNow(found, isApproving ? stage : 'profile');
    return notNow === undefined ? work({ kind: 'held', tx, found, made }) : refused('not-now', notNow);
  });

export const auditOfProfile = (
  { tx, found, made: { stage } }: Pick<Held, 'tx' | 'found' | 'made'>,
  signedIn: SignedIn,
  { action, detail }: { readonly action: string; readonly detail: Readonly<Record<string, unknown>> },
): Promise<unknown> =>
  appendAudit(tx, {
    at: found.at,
    actor: String(signedIn.person.id),
    action,
    subject: { kind: 'child', id: found.child.id },
    detail: { case: found.id, ...(stage === 'profile' ? {} : { stage }), ...detail },
  });

/** Records that words which may tell who a child is do not, with who said so, when and why. */
export const answerFindings = (
  world: World,
  signedIn: SignedIn,
  { id, stage = 'profile', key, findings: keys, why }: FindingsToAnswer,
): Promise<
  | { readonly kind: 'findings-answered'; readonly count: number }
  | AnswerRefusal
  | ProfileRefusal
  | Refusal<'not-now'>
> =>
  holding(world, signedIn, { id, stage, isApproving: false }, async (held) => {
    const { tx, found, made } = held;
    const chosen = mayAnswer(made.findings, keys, why);
    if ('kind' in chosen) return chosen;
    for (const { question, kind, weight, words, text } of chosen)
      if (weight !== 'never')
        await addProfileAnswer(tx, id, {
          stage,
          question,
          kind,
          weight,
          words,
          text,
          why: why.trim(),
          answeredBy: signedIn.person.id,
          answeredAt: found.at,
          key,
        });
    await auditOfProfile(held, signedIn, {
      action: 'profile-words-answered',
      detail: { words: chosen.map(({ words }) => words), why: why.trim() },
    });
    return { kind: 'findings-answered', count: chosen.length } as const;
  });

const IN_THE_WAY = refused(
  'in-the-way',
  'Words that may tell who the child is are still in it. Have them taken out, or say why they tell nobody apart.',
);
const READ_AGAIN = refused(
  'read-again',
  'The request was changed after you opened this page. Read the profile again before you approve it.',
);

/** Approves the profile as it was read: its text is kept, and nothing else goes out. */
export const approveProfile = (
  world: World,
  signedIn: SignedIn,
  { id, stage = 'profile', key, basedOn, addedOn = 0 }: ProfileToApprove,
): Promise<{ readonly kind: 'profile-approved' } | ApproveRefusal> =>
  holding(world, signedIn, { id, stage }, async (held) => {
    const { tx, found, made } = held;
    const revision = found.evidence?.revision;
    const addedRevision = made.added?.revision ?? 0;
    if (revision === undefined || revision !== basedOn || addedRevision !== addedOn) return READ_AGAIN;
    const [missing] = missingAt(stage, made.added?.answers ?? {});
    if (missing !== undefined)
      return refused('not-written', `Write what is asked first: “${missing.label}”.`);
    if (made.inTheWay.length > 0) return IN_THE_WAY;
    if (made.versions[0]?.content !== made.content) {
      await addProfileVersion(tx, id, {
        stage,
        revision,
        addedRevision: made.added?.revision ?? null,
        content: made.content,
        approvedBy: signedIn.person.id,
        approvedAt: found.at,
        key,
      });
      await auditOfProfile(held, signedIn, { action: 'profile-approved', detail: { revision } });
    }
    return { kind: 'profile-approved' } as const;
  });
