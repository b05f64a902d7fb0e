import { ageOn } from '../calendar/age.ts';
import type { Day } from '../calendar/day.ts';
import { dayInWords } from '../calendar/words.ts';
import type { Answers } from '../form/form.ts';
import type { Fault } from '../form/read-answers.ts';
import { INADEQUATE_WHY } from '../placement-request/choice-steps.ts';
import { MOVED_BEFORE_WHY } from '../placement-request/move-steps.ts';
import type { SettingInRegister } from '../register/setting.ts';
import type { CaseNow } from '../workflow/case.ts';
import { lastApproval } from './approval.ts';
import { faultsOfChecks } from './checks.ts';
import { gateMeaning, gatesBefore } from './gates.ts';
import { DAYS_OF_MOVE, dayOfMoveIn, isUnexplained } from './moved-before.ts';
import { isOpenToChoose, type Offer } from './offer.ts';
import { gateFactsOf, isJudgedLowest } from './standing.ts';

/** An approved home, with whom it is for. */
export interface ApprovedHome {
  readonly events: CaseNow['events'];
  readonly chosen: Offer;
  /** As the register has it; undefined for one that it does not know. */
  readonly home: SettingInRegister | undefined;
  readonly request: Answers;
  readonly dateOfBirth: Day | undefined;
}

/** Whether whoever approved it last knew that it is Inadequate, and said why all the same. */
const isApprovedAllTheSame = ({ events }: Pick<CaseNow, 'events'>): boolean =>
  lastApproval(events)?.said[INADEQUATE_WHY] !== undefined;

/** What on a day keeps a child from a home that was approved, in sentences: what was so when it was approved is no answer. */
export const whatShutsOn = (approved: ApprovedHome, on: Day): readonly string[] => {
  const { chosen, home, request, dateOfBirth } = approved;
  const age = dateOfBirth === undefined ? undefined : ageOn(dateOfBirth, on);
  const shut = gatesBefore(gateFactsOf(chosen, { request, age, home, on }), chosen.gates, on).filter(
    ({ isShut }) => isShut,
  );
  return [
    ...shut.map(({ id }) => gateMeaning(id).sentence),
    ...(isJudgedLowest(chosen, home, on) && !isApprovedAllTheSame(approved)
      ? ['Ofsted judges this home Inadequate, and nobody has approved it knowing that.']
      : []),
  ];
};

/** Besides the gates, what a move is not to be planned on: an offer that is withdrawn, checks that no longer hold. */
const whatUnsettles = ({ chosen }: ApprovedHome, on: Day): readonly string[] => [
  ...(isOpenToChoose(chosen) ? [] : [`${chosen.key} was withdrawn by the provider.`]),
  ...faultsOfChecks(chosen.checks, on).map((fault) => `${fault}.`),
];

/**
 * Why a child cannot move on the day that is said with a step, though the home was approved: the law is looked at as it is on that
 * day, however long ago the approval was and whenever the move is recorded.
 */
export const findMoveFault = (step: string, said: Answers, approved: ApprovedHome): Fault | undefined => {
  const asked = DAYS_OF_MOVE[step];
  const on = dayOfMoveIn({ step, said });
  if (asked === undefined || on === undefined) return undefined;
  const why = [
    ...whatShutsOn(approved, on),
    ...(asked.isPlanned === true ? whatUnsettles(approved, on) : []),
  ];
  if (why.length === 0)
    return isUnexplained(approved.events, on, said)
      ? {
          question: MOVED_BEFORE_WHY,
          sentence: `Say why the child moved on ${dayInWords(on)}, before the home was approved, or enter another day`,
        }
      : undefined;
  return {
    question: asked.question,
    sentence: `The home was approved, and on ${dayInWords(on)} this stands in the way. ${why.join(' ')} Record what puts it right, have the home put before the director again, or look on`,
  };
};
