import {
  type Answers,
  answerOf,
  type ChildRefusal,
  type Finding,
  findingKey,
  findNotAgreed,
  isLaterStage,
  type LeftOut,
  leftOutAt,
  type Moment,
  missingAt,
  type Profile,
  type ProfileStage,
  qualityOf,
  type Refusal,
  type RequestQuality,
  refused,
  suggestWords,
  typedAnswersOf,
  type WordSuggestion,
} from '@rightplace/domain';
import { appendAudit, asTenantLooking, type ProfileVersion, type Tx } from '@rightplace/store';
import { type CaseChild, caseChild, type FoundCase, findCaseFor } from '../cases/find-case.ts';
import { groundsOf } from '../cases/grounds.ts';
import { partToWrite } from '../search/write-search-entry.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { hasProfile, loadProfile, mayWithProfile, type ProfileOfCase } from './profile-of-case.ts';
import { type Recipient, recipientsOf, type SentStage, sentOf, whyNotNow } from './stage-of-case.ts';

/** Words that may tell who the child is, and what was said of them. */
export interface ShownFinding extends Finding {
  readonly key: string;
  readonly answer: { readonly by: string; readonly at: Moment; readonly why: string } | undefined;
}

export interface ApprovedProfile {
  readonly version: number;
  readonly by: string;
  readonly at: Moment;
  readonly profile: Profile;
}

export interface ProfileView {
  readonly kind: 'profile';
  readonly stage: ProfileStage;
  readonly caseId: number;
  readonly title: string;
  readonly child: CaseChild;
  readonly authority: string;
  readonly demonstration: boolean;
  readonly at: Moment;
  readonly profile: Profile;
  readonly leftOut: readonly LeftOut[];
  readonly findings: readonly ShownFinding[];
  readonly isInTheWay: boolean;
  /** The last first. */
  readonly approved: readonly ApprovedProfile[];
  /** Of the request that it is made from; 0 while nothing is saved. */
  readonly revision: number;
  /** Whether the last that was approved is what would be sent now; undefined while none was. */
  readonly isCurrent: boolean | undefined;
  /** Parts that the last approved says otherwise. */
  readonly changed: readonly string[];
  readonly quality: RequestQuality;
  /** What of the request does not agree with itself, for whoever writes it and whoever searches. */
  readonly notAgreed: string | undefined;
  readonly suggestions: readonly WordSuggestion[];
  readonly mayApprove: boolean;
  /** Why it cannot be approved where the request is now. */
  readonly notNow: string | undefined;
  /** What was written for this stage besides the request. */
  readonly added: AddedWords;
  /** Whoever may be sent this stage now; nobody for the first, which goes with approaches. */
  readonly recipients: readonly Recipient[];
  /** What was sent of this stage, the last first. */
  readonly sent: readonly SentStage[];
  readonly maySend: boolean;
}

export interface AddedWords {
  readonly answers: Answers;
  /** 0 while nothing was saved. */
  readonly revision: number;
  readonly by: string | undefined;
  readonly at: Moment | undefined;
  /** What has to be written before it can be approved, as it is asked. */
  readonly missing: readonly string[];
}

export type ProfileRefusal = ChildRefusal | Refusal<'no-profile'>;

const NO_PROFILE = refused('no-profile', 'Only a request for a home has a profile for providers.');

/** What a version says. It was written by us and never changes. */
const readProfile = ({ content }: ProfileVersion): Profile => JSON.parse(content) as Profile;

const parts = ({ child, facts, sections }: Profile): ReadonlyMap<string, string> =>
  new Map([
    ...facts.map(({ title, text }) => [title, text] as const),
    ...[child, ...sections].flatMap(({ told }) =>
      told.map(({ label, paragraphs }) => [label, paragraphs.join('\n')] as const),
    ),
  ]);

const changedBetween = (before: Profile, now: Profile): readonly string[] => {
  const [old, fresh] = [parts(before), parts(now)];
  return [...new Set([...old.keys(), ...fresh.keys()])].filter(
    (title) => old.get(title) !== fresh.get(title),
  );
};

const addedWords = (
  found: FoundCase,
  { stage, added }: Pick<ProfileOfCase, 'stage' | 'added'>,
): AddedWords => ({
  answers: added?.answers ?? {},
  revision: added?.revision ?? 0,
  by: added && groundsOf(found).nameOf(String(added.savedBy)),
  at: added?.savedAt,
  missing: missingAt(stage, added?.answers ?? {}).map(({ label }) => label),
});

/** What was approved, whether the last of it is what the request says now, and whether words in that are in the way. */
export const approvedOf = (
  found: FoundCase,
  made: Pick<ProfileOfCase, 'versions' | 'content' | 'inTheWay'>,
): Pick<ProfileView, 'approved' | 'isCurrent' | 'isInTheWay'> => {
  const { nameOf } = groundsOf(found);
  const [last] = made.versions;
  return {
    approved: made.versions.map((version) => ({
      version: version.version,
      by: nameOf(String(version.approvedBy)),
      at: version.approvedAt,
      profile: readProfile(version),
    })),
    isCurrent: last && last.content === made.content,
    isInTheWay: made.inTheWay.length > 0,
  };
};

const viewOf = (
  found: FoundCase,
  made: ProfileOfCase,
  { signedIn, mayApprove }: { readonly signedIn: SignedIn; readonly mayApprove: boolean },
): ProfileView => {
  const { stage } = made;
  const { nameOf } = groundsOf(found);
  const { approved, isCurrent, isInTheWay } = approvedOf(found, made);
  const [last] = approved;
  const { evidence } = found.workflow;
  const answers = found.evidence?.answers ?? {};
  return {
    kind: 'profile',
    stage,
    caseId: found.id,
    title: found.workflow.title,
    child: caseChild(found.child, found.loaded.today),
    authority: signedIn.authority.name,
    demonstration: signedIn.authority.demonstration,
    at: found.at,
    profile: made.profile,
    leftOut: leftOutAt(stage),
    findings: made.findings.map((finding) => {
      const answer = answerOf(finding, made.answers);
      return {
        ...finding,
        key: findingKey(finding),
        answer:
          answer === undefined
            ? undefined
            : { by: nameOf(String(answer.answeredBy)), at: answer.answeredAt, why: answer.why },
      };
    }),
    revision: found.evidence?.revision ?? 0,
    isInTheWay,
    approved,
    isCurrent,
    changed: last === undefined ? [] : changedBetween(last.profile, made.profile),
    quality: qualityOf(evidence, answers, found.loaded.today),
    notAgreed: findNotAgreed(answers, found.loaded.today),
    suggestions: suggestWords(typedAnswersOf(evidence, answers)),
    mayApprove,
    notNow: whyNotNow(found, stage),
    added: addedWords(found, made),
    recipients: isLaterStage(stage) ? recipientsOf(found, stage) : [],
    sent: isLaterStage(stage) ? sentOf(found, stage).toReversed() : [],
    maySend: isLaterStage(stage) && partToWrite(found, 'disclosed') !== undefined,
  };
};

/** Finds a profile for somebody who may see it, or says why not. */
export const findProfileFor = async (
  tx: Tx,
  world: World,
  signedIn: SignedIn,
  { id, stage }: { readonly id: number; readonly stage: ProfileStage },
): Promise<{ readonly kind: 'found-profile'; found: FoundCase; made: ProfileOfCase } | ProfileRefusal> => {
  const found = await findCaseFor(tx, { world, signedIn }, { id, to: 'see' });
  if (found.kind === 'refused') return found;
  if (!hasProfile(found)) return NO_PROFILE;
  const may = await mayWithProfile(tx, signedIn, found, 'see-profile');
  if (may.kind === 'refused') return may;
  return { kind: 'found-profile', found, made: await loadProfile(tx, signedIn, found, stage) };
};

/** The profile of a request, as whoever sees the request reads it. Each opening is recorded. */
export const showProfile = (
  world: World,
  signedIn: SignedIn,
  id: number,
  stage: ProfileStage = 'profile',
): Promise<ProfileView | ProfileRefusal> =>
  asTenantLooking(
    world.db,
    { authorityId: signedIn.authority.id, personId: signedIn.person.id },
    async (tx) => {
      const profile = await findProfileFor(tx, world, signedIn, { id, stage });
      if (profile.kind === 'refused') return profile;
      const { found, made } = profile;
      const mayApprove = (await mayWithProfile(tx, signedIn, found, 'approve-profile')).kind === 'may';
      await appendAudit(tx, {
        at: found.at,
        actor: String(signedIn.person.id),
        action: 'profile-viewed',
        subject: { kind: 'child', id: found.child.id },
        detail: { case: id, ...(stage === 'profile' ? {} : { stage }) },
      });
      return viewOf(found, made, { signedIn, mayApprove });
    },
  );
