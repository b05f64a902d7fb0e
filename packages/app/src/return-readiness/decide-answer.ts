import { type Refusal, refused } from '@rightplace/domain';
import { type Answer, appendAudit, asTenant, decideAnswer, findAnswer } from '@rightplace/store';
import { findFindingFor } from './find-finding.ts';
import type { DecideAnswer } from './use-cases.ts';

export const LONGEST_NOTE = 1000;

/** Why an answer is not for this person to decide; the database refuses the same person again. */
export const findDecisionRefusal = (
  answer: Answer | undefined,
  personId: number,
):
  | Refusal<'no-such-answer' | 'same-person' | 'already-decided' | 'answer-lapsed' | 'answer-withdrawn'>
  | undefined => {
  if (answer === undefined) return refused('no-such-answer', 'There is no answer to agree or refuse.');
  if (answer.lapsedAt !== undefined)
    return refused(
      'answer-lapsed',
      'The rows have changed since this answer was given, so it no longer counts.',
    );
  if (answer.withdrawn !== undefined)
    return refused('answer-withdrawn', 'This answer was withdrawn, so there is nothing to decide.');
  if (answer.decision !== undefined)
    return refused('already-decided', `This answer was already ${answer.decision.how}.`);
  return answer.by === personId
    ? refused('same-person', 'You gave this answer, so somebody else has to agree or refuse it.')
    : undefined;
};

const decide =
  (how: 'agreed' | 'refused'): DecideAnswer =>
  (world, signedIn, { answer: id, note }) => {
    const tenant = { authorityId: signedIn.authority.id, personId: signedIn.person.id };
    return asTenant(world.db, tenant, async (tx) => {
      const answer = await findAnswer(tx, id);
      const found = await findFindingFor(
        tx,
        { world, signedIn },
        { id: answer?.finding ?? 0, action: 'agree-answer' },
      );
      if (found.kind === 'refused') return found;
      const by = signedIn.person.id;
      const refusal = findDecisionRefusal(answer, by);
      if (refusal !== undefined) return refusal;
      const said = note.trim();
      if (how === 'refused' && said === '')
        return refused('note-needed', 'Say why you refuse it, for whoever gave the answer.');
      if (said.length > LONGEST_NOTE)
        return refused('note-too-long', `Your note must be ${LONGEST_NOTE} characters or fewer.`);
      const at = world.now();
      if (!(await decideAnswer(tx, id, { how, by, at, note: said })))
        return refused('already-decided', 'Somebody decided this answer a moment ago.');
      const { held, record } = found;
      await appendAudit(tx, {
        at,
        actor: String(by),
        action: `finding-answer-${how}`,
        subject: { kind: 'child', id: record?.id ?? held.child },
        ...(said === '' ? {} : { why: said }),
        detail: { finding: held.id, answer: id, rule: held.rule },
      });
      return { kind: 'decided', finding: held.id };
    });
  };

/** A second person agrees that a finding stands: it is answered. */
export const agreeAnswer: DecideAnswer = decide('agreed');
/** A second person does not: the finding is open again. */
export const refuseAnswer: DecideAnswer = decide('refused');
