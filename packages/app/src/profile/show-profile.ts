import {
  answerOf,
  type ChildRefusal,
  type Finding,
  findingKey,
  type LeftOut,
  type Moment,
  type Profile,
  qualityOf,
  type Refusal,
  type RequestQuality,
  refused,
  stateMeaning,
  suggestWords,
  typedAnswersOf,
  type WordSuggestion,
} from '@rightplace/domain';
import { appendAudit, asTenant, type ProfileVersion, type Tx } from '@rightplace/store';
import { type CaseChild, caseChild, type FoundCase, findCaseFor } from '../cases/find-case.ts';
import { groundsOf } from '../cases/grounds.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { hasProfile, LEFT_OUT, loadProfile, mayWithProfile, type ProfileOfCase } from './profile-of-case.ts';

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
  readonly suggestions: readonly WordSuggestion[];
  readonly mayApprove: boolean;
  /** Why it cannot be approved where the request is now. */
  readonly notNow: string | undefined;
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

/** Whatever is still being written is not sent, and what is over is not either. */
export const whyNotNow = ({ workflow, now }: FoundCase): string | undefined => {
  if (workflow.writing.in.includes(now.state))
    return 'The request is still being written. It can be approved once it is with the placements team.';
  return stateMeaning(workflow, now.state).ended === true
    ? 'The search is over, so nothing more goes out about this child.'
    : undefined;
};

/** What was approved, and whether the last of it is what the request says now. */
export const approvedOf = (
  found: FoundCase,
  made: Pick<ProfileOfCase, 'versions' | 'content'>,
): Pick<ProfileView, 'approved' | 'isCurrent'> => {
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
  };
};

const viewOf = (
  found: FoundCase,
  made: ProfileOfCase,
  { signedIn, mayApprove }: { readonly signedIn: SignedIn; readonly mayApprove: boolean },
): ProfileView => {
  const { nameOf } = groundsOf(found);
  const { approved, isCurrent } = approvedOf(found, made);
  const [last] = approved;
  const { evidence } = found.workflow;
  const answers = found.evidence?.answers ?? {};
  return {
    kind: 'profile',
    caseId: found.id,
    title: found.workflow.title,
    child: caseChild(found.child, found.loaded.today),
    authority: signedIn.authority.name,
    demonstration: signedIn.authority.demonstration,
    at: found.at,
    profile: made.profile,
    leftOut: LEFT_OUT,
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
    isInTheWay: made.inTheWay.length > 0,
    approved,
    isCurrent,
    changed: last === undefined ? [] : changedBetween(last.profile, made.profile),
    quality: qualityOf(evidence, answers, found.loaded.today),
    suggestions: suggestWords(typedAnswersOf(evidence, answers)),
    mayApprove,
    notNow: whyNotNow(found),
  };
};

/** Finds a profile for somebody who may see it, or says why not. */
export const findProfileFor = async (
  tx: Tx,
  world: World,
  signedIn: SignedIn,
  id: number,
): Promise<{ readonly kind: 'found-profile'; found: FoundCase; made: ProfileOfCase } | ProfileRefusal> => {
  const found = await findCaseFor(tx, { world, signedIn }, { id, to: 'see' });
  if (found.kind === 'refused') return found;
  if (!hasProfile(found)) return NO_PROFILE;
  const may = await mayWithProfile(tx, signedIn, found, 'see-profile');
  if (may.kind === 'refused') return may;
  return { kind: 'found-profile', found, made: await loadProfile(tx, signedIn, found) };
};

/** The profile of a request, as whoever sees the request reads it. Each opening is recorded. */
export const showProfile = (
  world: World,
  signedIn: SignedIn,
  id: number,
): Promise<ProfileView | ProfileRefusal> =>
  asTenant(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, async (tx) => {
    const profile = await findProfileFor(tx, world, signedIn, id);
    if (profile.kind === 'refused') return profile;
    const { found, made } = profile;
    const mayApprove = (await mayWithProfile(tx, signedIn, found, 'approve-profile')).kind === 'may';
    await appendAudit(tx, {
      at: found.at,
      actor: String(signedIn.person.id),
      action: 'profile-viewed',
      subject: { kind: 'child', id: found.child.id },
      detail: { case: id },
    });
    return viewOf(found, made, { signedIn, mayApprove });
  });
