import {
  type Answers,
  type ChildRefusal,
  type Fault,
  goneByAsTyped,
  mergeAnswers,
  type Refusal,
  readAnswers,
  refused,
  sameAnswers,
} from '@rightplace/domain';
import { addEvidence, appendAudit, asTenant, findEvidence, holdCase, type Tx } from '@rightplace/store';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { mayWriteEvidence } from './case-steps.ts';
import { type FoundCase, findCaseFor } from './find-case.ts';
import { loadWrittenOver } from './written-over.ts';

export const EVIDENCE_SAVED = 'case-evidence-saved';

export interface EvidenceToSave {
  readonly id: number;
  readonly section: string;
  /** The revision the page showed; 0 when nothing had been saved. */
  readonly basedOn: number;
  readonly typed: Readonly<Record<string, unknown>>;
}

export interface EvidenceSaved {
  readonly kind: 'evidence-saved';
  readonly revision: number;
  /** What the section still needs. What was typed is saved all the same. */
  readonly missing: readonly Fault[];
}

export type EvidenceRefusal =
  | Refusal<'not-found' | 'not-written-now'>
  | (Refusal<'written-meanwhile'> & {
      /** Questions that somebody else has answered differently since, who, and what they wrote. */
      readonly questions: readonly string[];
      readonly theirs: Answers;
      readonly revision: number;
    });

/**
 * Saves a part of the request as far as it is: an answer that is missing does not keep the others from being saved. Two who
 * write at the same time are put together question by question; where both answered one, the second is shown the first's.
 */
export const saveEvidence = async (
  world: World,
  signedIn: SignedIn,
  asked: EvidenceToSave,
): Promise<EvidenceSaved | ChildRefusal | EvidenceRefusal> => {
  const attempt = () => trySave(world, signedIn, asked);
  return (
    (await attempt()) ?? (await attempt()) ?? Promise.reject(new Error(`Case ${asked.id} is never at rest`))
  );
};

const trySave = (
  world: World,
  signedIn: SignedIn,
  asked: EvidenceToSave,
): Promise<EvidenceSaved | ChildRefusal | EvidenceRefusal | undefined> =>
  asTenant(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, async (tx) => {
    const { id } = asked;
    // Nothing is written into a request at the moment at which it is sent on.
    await holdCase(tx, id);
    const found = await findCaseFor(tx, { world, signedIn }, { id, to: 'take' });
    if (found.kind === 'refused') return found;
    const section = found.workflow.evidence.sections.find((one) => one.id === asked.section);
    if (section === undefined) return refused('not-found', 'There is no such part of the request.');
    if (!mayWriteEvidence(found))
      return refused(
        'not-written-now',
        'The request cannot be changed where it is now, or not by you. It can once it is returned to the social worker.',
      );
    const names = section.questions.map(({ name }) => name);
    const { today } = found.loaded;
    const { answers, faults } = readAnswers(section.questions, asked.typed, today);
    const began = (await answersAt(tx, id, asked.basedOn)) ?? {};
    const theirs = found.evidence?.answers ?? {};
    const mine: Answers = { ...without(began, names), ...answers };
    const merged = mergeAnswers(began, theirs, mine);
    const against =
      found.workflow.besideRecord?.(merged.answers, { born: found.child.details.dateOfBirth, today }) ?? [];
    const missing = [
      ...faults,
      ...goneByAsTyped(section.questions, answers, today),
      ...against.filter(({ question }) => names.includes(question)),
    ];
    const revision = found.evidence?.revision ?? 0;
    if (merged.both.length > 0) return writtenMeanwhile(found, merged.both, revision);
    // Saved as it stands it is nothing new, unless somebody says by it that they have seen what a colleague made of theirs.
    if (sameAnswers(merged.answers, theirs) && !(await isSeenBySaving(tx, found, { signedIn, asked })))
      return { kind: 'evidence-saved', revision, missing };
    const at = world.now();
    const saved = {
      revision: revision + 1,
      answers: merged.answers,
      savedBy: signedIn.person.id,
      savedAt: at,
      section: section.id,
    };
    if (!(await addEvidence(tx, id, saved))) return undefined;
    await appendAudit(tx, {
      at,
      actor: String(signedIn.person.id),
      action: EVIDENCE_SAVED,
      subject: { kind: 'child', id: found.child.id },
      detail: { case: id, revision: saved.revision, section: section.id },
    });
    return { kind: 'evidence-saved', revision: saved.revision, missing };
  });

/** Whether a colleague has written over something of theirs in this part, and the page that they send had it so. */
const isSeenBySaving = async (
  tx: Tx,
  found: FoundCase,
  { signedIn, asked }: { readonly signedIn: SignedIn; readonly asked: EvidenceToSave },
): Promise<boolean> =>
  asked.basedOn === found.evidence?.revision &&
  (await loadWrittenOver(tx, found, signedIn.person.id)).some(({ section }) => section === asked.section);

const without = (answers: Answers, names: readonly string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => !names.includes(name)));

const answersAt = async (tx: Tx, id: number, revision: number): Promise<Answers | undefined> =>
  revision === 0 ? undefined : (await findEvidence(tx, id, revision))?.answers;

const writtenMeanwhile = (
  { evidence, loaded }: FoundCase,
  questions: readonly string[],
  revision: number,
): EvidenceRefusal => {
  const who = evidence === undefined ? undefined : loaded.access.staff.members.get(evidence.savedBy)?.name;
  return {
    ...refused(
      'written-meanwhile',
      `${who ?? 'Somebody'} has answered the same since you opened this page. What you typed is still here and not saved: put the two together, then save again.`,
    ),
    questions,
    theirs: evidence?.answers ?? {},
    revision,
  };
};
