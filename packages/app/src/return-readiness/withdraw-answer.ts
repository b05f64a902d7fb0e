import { type Refusal, refused } from '@rightplace/domain';
import {
  type Answer,
  appendAudit,
  asTenant,
  findAnswer,
  withdrawAnswer as saveWithdrawal,
} from '@rightplace/store';
import { findFindingFor } from './find-finding.ts';
import { LONGEST_ANSWER, standingOf } from './propose-answer.ts';
import type { WithdrawAnswer } from './use-cases.ts';

/** Why an answer is not for this person to withdraw. One that waits can be refused by a second person instead. */
export const findWithdrawalRefusal = (
  answer: Answer | undefined,
  { personId, mayAgree }: { readonly personId: number; readonly mayAgree: boolean },
): Refusal<'no-such-answer' | 'not-standing' | 'not-agreed-yet' | 'not-yours'> | undefined => {
  if (answer === undefined) return refused('no-such-answer', 'There is no answer to withdraw.');
  if (standingOf([answer]) === undefined)
    return refused('not-standing', 'This answer does not stand any more, so there is nothing to withdraw.');
  if (answer.by === personId) return undefined;
  if (!mayAgree)
    return refused(
      'not-yours',
      'An answer is withdrawn by whoever gave it, or by somebody who may agree to answers.',
    );
  return answer.decision === undefined
    ? refused('not-agreed-yet', 'This answer waits for a second person: refuse it instead.')
    : undefined;
};

/** Takes back why a finding stands: it is open again. Everything that was said of it is kept. */
export const withdrawAnswer: WithdrawAnswer = (world, signedIn, { answer: id, reason }) => {
  const tenant = { authorityId: signedIn.authority.id, personId: signedIn.person.id };
  return asTenant(world.db, tenant, async (tx) => {
    const answer = await findAnswer(tx, id);
    const asked = { world, signedIn };
    const finding = { id: answer?.finding ?? 0 };
    const found = await findFindingFor(tx, asked, { ...finding, action: 'withdraw-answer' });
    if (found.kind === 'refused') return found;
    const mayAgree =
      (await findFindingFor(tx, asked, { ...finding, action: 'agree-answer' })).kind === 'found';
    const by = signedIn.person.id;
    const refusal = findWithdrawalRefusal(answer, { personId: by, mayAgree });
    if (refusal !== undefined) return refusal;
    const why = reason.trim();
    if (why === '') return refused('reason-needed', 'Say why the answer no longer holds.');
    if (why.length > LONGEST_ANSWER)
      return refused('reason-too-long', `Your reason must be ${LONGEST_ANSWER} characters or fewer.`);
    const at = world.now();
    if (!(await saveWithdrawal(tx, id, { by, at, why })))
      return refused('not-standing', 'Somebody withdrew this answer a moment ago, or it has lapsed.');
    const { held, record } = found;
    await appendAudit(tx, {
      at,
      actor: String(by),
      action: 'finding-answer-withdrawn',
      subject: { kind: 'child', id: record?.id ?? held.child },
      why,
      detail: { finding: held.id, answer: id, rule: held.rule },
    });
    return { kind: 'withdrawn', finding: held.id };
  });
};
