import { type AnswerRefusal, type ChildRefusal, mayAnswer, type Refusal, refused } from '@rightplace/domain';
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
import { findProfileFor, type ProfileRefusal, whyNotNow } from './show-profile.ts';

export interface FindingsToAnswer {
  readonly id: number;
  /** Of the form, so that the same one sent twice is one answer. */
  readonly key: string;
  readonly findings: readonly string[];
  readonly why: string;
}

export interface ProfileToApprove {
  readonly id: number;
  readonly key: string;
  /** The revision of the request that was read. */
  readonly basedOn: number;
}

export type ApproveRefusal = ProfileRefusal | Refusal<'not-now' | 'in-the-way' | 'read-again'>;

interface Held {
  readonly kind: 'held';
  readonly tx: Tx;
  readonly found: FoundCase;
  readonly made: ProfileOfCase;
}

const holding = <T>(
  world: World,
  signedIn: SignedIn,
  id: number,
  work: (held: Held) => Promise<T>,
): Promise<T | ProfileRefusal | ChildRefusal | Refusal<'not-now'>> =>
  asTenant(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, async (tx) => {
    await holdCase(tx, id);
    const profile = await findProfileFor(tx, world, signedIn, id);
    if (profile.kind === 'refused') return profile;
    const { found, made } = profile;
    const may = await mayWithProfile(tx, signedIn, found, 'approve-profile');
    if (may.kind === 'refused') return may;
    const notNow = whyNotNow(found);
    return notNow === undefined ? work({ kind: 'held', tx, found, made }) : refused('not-now', notNow);
  });

const audit = (
  { tx, found }: Held,
  signedIn: SignedIn,
  { action, detail }: { readonly action: string; readonly detail: Readonly<Record<string, unknown>> },
): Promise<unknown> =>
  appendAudit(tx, {
    at: found.at,
    actor: String(signedIn.person.id),
    action,
    subject: { kind: 'child', id: found.child.id },
    detail: { case: found.id, ...detail },
  });

/** Records that words which may tell who a child is do not, with who said so, when and why. */
export const answerFindings = (
  world: World,
  signedIn: SignedIn,
  { id, key, findings: keys, why }: FindingsToAnswer,
): Promise<
  | { readonly kind: 'findings-answered'; readonly count: number }
  | AnswerRefusal
  | ProfileRefusal
  | Refusal<'not-now'>
> =>
  holding(world, signedIn, id, async (held) => {
    const { tx, found, made } = held;
    const chosen = mayAnswer(made.findings, keys, why);
    if ('kind' in chosen) return chosen;
    for (const { question, kind, weight, words, text } of chosen)
      if (weight !== 'never')
        await addProfileAnswer(tx, id, {
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
    await audit(held, signedIn, {
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
  { id, key, basedOn }: ProfileToApprove,
): Promise<{ readonly kind: 'profile-approved' } | ApproveRefusal> =>
  holding(world, signedIn, id, async (held) => {
    const { tx, found, made } = held;
    const revision = found.evidence?.revision;
    if (revision === undefined || revision !== basedOn) return READ_AGAIN;
    if (made.inTheWay.length > 0) return IN_THE_WAY;
    if (made.versions[0]?.content !== made.content) {
      await addProfileVersion(tx, id, {
        revision,
        content: made.content,
        approvedBy: signedIn.person.id,
        approvedAt: found.at,
        key,
      });
      await audit(held, signedIn, { action: 'profile-approved', detail: { revision } });
    }
    return { kind: 'profile-approved' } as const;
  });
