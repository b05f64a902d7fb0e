import { findRule } from '@rightplace/ssda903';
import {
  type Answer,
  appendAudit,
  asTenant,
  findLastCheck,
  listAnswers,
  listCheckMoments,
  listFindings,
  listStandingAnswers,
} from '@rightplace/store';
import type { Staff } from '../child/scope.ts';
import { findDecisionRefusal } from './decide-answer.ts';
import { describeFinding, type FindingWords, momentsOf, upToOf } from './describe-finding.ts';
import { findFindingFor } from './find-finding.ts';
import { findAnswerRefusal } from './propose-answer.ts';
import { loadFindingReach } from './reach.ts';
import { isAsFound, tablesOfFinding } from './rows-of-finding.ts';
import type { ViewFinding } from './use-cases.ts';
import type { AnswerTold } from './views.ts';
import { findWithdrawalRefusal } from './withdraw-answer.ts';

/** One finding with the child's rows that it is about. That it was seen is recorded with the child. */
export const viewFinding: ViewFinding = (world, signedIn, { id }) => {
  const tenant = { authorityId: signedIn.authority.id, personId: signedIn.person.id };
  return asTenant(world.db, tenant, async (tx) => {
    const found = await findFindingFor(tx, { world, signedIn }, { id, action: 'view-finding' });
    if (found.kind === 'refused') return found;
    const { held, record } = found;
    const reach = await loadFindingReach(tx, world, signedIn);
    if ('kind' in reach) return reach;
    const { collectionYear } = held;
    const standing = await listStandingAnswers(tx, collectionYear);
    const lastCheck = await findLastCheck(tx, collectionYear);
    const words: FindingWords = {
      collectionYear,
      reach,
      moments: momentsOf(await listCheckMoments(tx, collectionYear)),
      standing: new Map(standing.map((answer) => [answer.finding, answer])),
      lastYear: lastCheck?.lastYear ?? 'nothing',
      upTo: upToOf(lastCheck),
    };
    const finding = describeFinding(held, words);
    const others = (await listFindings(tx, collectionYear)).filter(
      (other) => other.child === held.child && other.id !== held.id,
    );
    const asked = { world, signedIn };
    const may = async (action: 'correct-row' | 'answer-finding' | 'agree-answer' | 'withdraw-answer') => {
      const answer = await findFindingFor(tx, asked, { id, action });
      return answer.kind === 'refused' ? answer : undefined;
    };
    const answers = await listAnswers(tx, held.id);
    const standingAnswer = words.standing.get(held.id);
    const mayAgree = await may('agree-answer');
    const view = {
      kind: 'finding',
      collectionYear,
      finding,
      fields: held.fields,
      departs: findRule(held.rule, collectionYear)?.departs,
      tables: await tablesOfFinding(tx, held, record),
      isBehind: held.clearedCheck === undefined && !(await isAsFound(tx, held, record)),
      answers: answers.map((answer) => tell(answer, reach.loaded.access.staff)),
      may: {
        correct: finding.correct !== undefined && (await may('correct-row')) === undefined,
        answer: (await may('answer-finding')) ?? findAnswerRefusal(held, standingAnswer),
        agree: mayAgree ?? findDecisionRefusal(standingAnswer, signedIn.person.id),
        withdraw:
          (await may('withdraw-answer')) ??
          findWithdrawalRefusal(standingAnswer, {
            personId: signedIn.person.id,
            mayAgree: mayAgree === undefined,
          }),
      },
      others: others
        .map((other) => describeFinding(other, words))
        .filter(({ state }) => state === 'open' || state === 'waiting'),
    } as const;
    await appendAudit(tx, {
      at: world.now(),
      actor: String(signedIn.person.id),
      action: 'finding-viewed',
      subject: { kind: 'child', id: finding.child },
      detail: { finding: id, rule: held.rule },
    });
    return view;
  });
};

const tell = (answer: Answer, staff: Staff): AnswerTold => {
  const nameOf = (person: number): string => staff.members.get(person)?.name ?? `Person ${person}`;
  const { id, kind, reason, by, at, decision, lapsedAt, withdrawn } = answer;
  return {
    id,
    kind,
    reason,
    by: nameOf(by),
    at,
    decided: decision && { ...decision, by: nameOf(decision.by) },
    lapsedAt,
    withdrawn: withdrawn && { ...withdrawn, by: nameOf(withdrawn.by) },
  };
};
