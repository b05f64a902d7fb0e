import { type Refusal, refused } from '@rightplace/domain';
import {
  type Answer,
  appendAudit,
  asTenant,
  cellsOfAll,
  type HeldFinding,
  listAnswers,
  saveAnswer,
} from '@rightplace/store';
import { findFindingFor } from './find-finding.ts';
import { isAsFound } from './rows-of-finding.ts';
import type { ProposeAnswer } from './use-cases.ts';

export const LONGEST_ANSWER = 1000;

const ALREADY_ANSWERED = refused(
  'already-answered',
  'Somebody has answered this finding already. It can be answered again if their answer is refused or withdrawn.',
);

/** Why a finding takes no answer as it is now, whoever gives it. */
export const findAnswerRefusal = (
  { clearedCheck }: HeldFinding,
  standing: Answer | undefined,
): Refusal<'already-cleared' | 'already-answered'> | undefined => {
  if (clearedCheck !== undefined)
    return refused('already-cleared', 'This finding is cleared, so it needs no answer.');
  return standing === undefined ? undefined : ALREADY_ANSWERED;
};

/** The answer that stands: neither refused nor lapsed nor withdrawn. */
export const standingOf = (answers: readonly Answer[]): Answer | undefined =>
  answers.find(
    ({ decision, lapsedAt, withdrawn }) =>
      lapsedAt === undefined && withdrawn === undefined && decision?.how !== 'refused',
  );

/** What is wrong with a reason: asked by itself where the rest of the answer is missing too. */
export const problemWithReason = (
  reason: string,
): Refusal<'reason-needed' | 'reason-too-long'> | undefined => {
  const { length } = reason.trim();
  if (length === 0) return refused('reason-needed', 'Say why this stands, for whoever reads it next year.');
  return length > LONGEST_ANSWER
    ? refused('reason-too-long', `Your reason must be ${LONGEST_ANSWER} characters or fewer.`)
    : undefined;
};

/** Says why a finding stands. It counts once a second person agrees, and as long as the rows stay as they are. */
export const proposeAnswer: ProposeAnswer = (world, signedIn, { finding, answer, reason }) => {
  const tenant = { authorityId: signedIn.authority.id, personId: signedIn.person.id };
  return asTenant(world.db, tenant, async (tx) => {
    const found = await findFindingFor(tx, { world, signedIn }, { id: finding, action: 'answer-finding' });
    if (found.kind === 'refused') return found;
    const { held, record } = found;
    const said = reason.trim();
    const problem = problemWithReason(said);
    if (problem !== undefined) return problem;
    const refusal = findAnswerRefusal(held, standingOf(await listAnswers(tx, finding)));
    if (refusal !== undefined) return refusal;
    if (!(await isAsFound(tx, held, record)))
      return refused(
        'finding-has-changed',
        'The rows have changed since this was found. The return is being checked again: look in a moment.',
      );
    const at = world.now();
    const by = signedIn.person.id;
    const id = await saveAnswer(tx, { finding, kind: answer, reason: said, cells: cellsOfAll(held), by, at });
    // Two at the same time: the database lets one stand.
    if (id === undefined) return ALREADY_ANSWERED;
    await appendAudit(tx, {
      at,
      actor: String(by),
      action: 'finding-answer-proposed',
      subject: { kind: 'child', id: record?.id ?? held.child },
      why: said,
      detail: { finding, answer: id, kind: answer, rule: held.rule },
    });
    return { kind: 'proposed', id };
  });
};
