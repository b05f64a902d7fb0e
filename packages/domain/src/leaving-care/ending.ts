import { birthdayAt } from '../calendar/age.ts';
import type { Day } from '../calendar/day.ts';
import { isZeroLength, type Period } from '../calendar/period.ts';
import { dayInWords } from '../calendar/words.ts';
import { codeTitle } from '../child/code-list.ts';
import { REASONS_CEASED } from '../child/reason-ceased.ts';
import type { ChildRecord, LegalStatus, PeriodOfCare, Placement } from '../child/record.ts';
import type { Fault } from '../form/read-answers.ts';
import { isFosterCare, isPlacedForAdoption, isTemporary } from '../placement/placement-type.ts';

/** Under which names a step asks for the day on which care ended, and why. */
export const LEFT_ON = 'left-on';
export const LEFT_WHY = 'left-why';
/** The answer to why that names another reason in the next question, and what is asked then. */
export const ANOTHER_REASON = 'another';
export const LEFT_OTHER = 'left-why-other';
export const LEFT_INSTEAD = 'left-why-instead';

/** That a child ceased to be looked after: on which day, and for which of the return's reasons (REC). */
export interface Ending {
  readonly on: Day;
  readonly reason: string;
}

/** What ends with care: the time in care itself, and whatever runs in it. */
export interface EndsWithCare {
  readonly period: PeriodOfCare;
  readonly placement: Placement | undefined;
  readonly legalStatus: LegalStatus | undefined;
}

const openOf = <S extends Period>(stretches: readonly S[]): S | undefined =>
  stretches.findLast(({ ends }) => ends === null);

/** What would end with care; undefined for a child who is not looked after. */
export const findEndsWithCare = (record: ChildRecord): EndsWithCare | undefined => {
  const period = openOf(record.periodsOfCare);
  return period === undefined
    ? undefined
    : {
        period,
        placement: openOf(record.placements),
        legalStatus: openOf(record.legalStatuses),
      };
};

/** Whether the record says already that care ended on that day for that reason: sent on by two ways, it is one ending. */
export const hasEndedSo = (record: ChildRecord, { on, reason }: Ending): boolean =>
  record.periodsOfCare.some(({ ends, endReason }) => ends === on && endReason === reason);

/** From and before which birthday a reason can be: what the return's rules 386, 387, 389, 407 and 460 take for granted. */
const AGES: Readonly<Record<string, { readonly from?: number; readonly before?: number }>> = {
  E11: { before: 18 },
  E12: { before: 18 },
  E41: { before: 18 },
  E45: { before: 18 },
  E46: { before: 18 },
  E47: { before: 18 },
  E48: { before: 18 },
  E5: { from: 14 },
  E6: { from: 14 },
  E7: { from: 16 },
  E17: { from: 18 },
};

const ADOPTED: readonly string[] = ['E11', 'E12'];
const GUARDIAN_HAD_FOSTERED: readonly string[] = ['E45', 'E46'];
/** Placed under a placement order, and not by the parents' consent. */
const UNDER_ORDER: readonly string[] = ['A5', 'A6'];
const PLACEMENT_ORDER = 'E1';
export const DIED = 'E2';
const REMAND_ENDED = 'E14';
const ON_REMAND = 'J1';

const title = (reason: string): string => codeTitle(REASONS_CEASED, reason);

const ageFault = (born: Day | undefined, { on, reason }: Ending): string | undefined => {
  const { from, before } = AGES[reason] ?? {};
  if (born === undefined) return undefined;
  if (from !== undefined && on < birthdayAt(born, from))
    return `“${title(reason)}” cannot be before the ${from}th birthday, which is on ${dayInWords(birthdayAt(born, from))}`;
  if (before !== undefined && on >= birthdayAt(born, before))
    return `“${title(reason)}” cannot be on or after the ${before}th birthday, which is on ${dayInWords(birthdayAt(born, before))}`;
  return undefined;
};

/** What the reason needs of where the child lives and under which legal status. */
const reasonFault = ({ placement, legalStatus }: EndsWithCare, { reason }: Ending): string | undefined => {
  const lives = placement?.type ?? '';
  if (ADOPTED.includes(reason) && !isPlacedForAdoption(lives))
    return 'The record does not say that the child is placed for adoption. Record that first';
  if (ADOPTED.includes(reason) && UNDER_ORDER.includes(lives) && legalStatus?.status !== PLACEMENT_ORDER)
    return 'The child is placed for adoption under an order, and the record has no placement order. Record that first';
  if (GUARDIAN_HAD_FOSTERED.includes(reason) && !isFosterCare(lives))
    return 'The child does not live in foster care, so the guardian had not fostered them. Choose one who had not';
  if (reason === REMAND_ENDED && legalStatus?.status !== ON_REMAND)
    return 'The record does not say that the child is on remand. Choose why care ended';
  return undefined;
};

const lastBegun = ({ period, placement, legalStatus }: EndsWithCare) => {
  const [begun] = [
    { what: 'in care', starts: period.starts },
    { what: 'in this placement', starts: placement?.starts ?? period.starts },
    { what: 'under this legal status', starts: legalStatus?.starts ?? period.starts },
  ].toSorted((a, b) => (a.starts < b.starts ? 1 : a.starts > b.starts ? -1 : 0));
  return begun ?? { what: 'in care', starts: period.starts };
};

const dayFault = (with_: EndsWithCare, { on }: Ending, today: Day): string | undefined => {
  if (on > today) return 'Enter a day that has been: the record says what happened';
  const { what, starts } = lastBegun(with_);
  if (on < starts)
    return `The child has been ${what} since ${dayInWords(starts)}. Enter a later day, or correct that first`;
  // A change on the very day of the ending would be a stretch that no return has.
  return on === starts && starts !== with_.period.starts
    ? `The child has been ${what} since that same day. Enter a later day, or correct that first`
    : undefined;
};

/**
 * Why the record cannot say that care ended so, said at the question it is about; undefined when it can. What the return
 * finds besides stands in nobody's way: it is told in return readiness.
 */
export const findEndingFault = (record: ChildRecord, ending: Ending, today: Day): Fault | undefined => {
  const atDay = (sentence: string): Fault => ({ question: LEFT_ON, sentence });
  const atReason = (sentence: string): Fault => ({ question: LEFT_WHY, sentence });
  const with_ = findEndsWithCare(record);
  if (with_ === undefined) return atDay('The record does not say that the child is looked after');
  const day = dayFault(with_, ending, today);
  if (day !== undefined) return atDay(day);
  if (isTemporary(with_.placement?.type ?? '') && ending.reason !== DIED)
    return atDay(
      'The child is away from where they live for a time. Record where they went from there, then that care ended',
    );
  const reason = ageFault(record.details.dateOfBirth, ending) ?? reasonFault(with_, ending);
  return reason === undefined ? undefined : atReason(reason);
};

/** Whether care could have ended so on any day up to today, by the child's age and what the record says. */
export const canEndFor = (record: ChildRecord, reason: string, today: Day): boolean => {
  const with_ = findEndsWithCare(record);
  if (with_ === undefined) return true;
  const days = [lastBegun(with_).starts, today];
  return (
    days.some((on) => ageFault(record.details.dateOfBirth, { on, reason }) === undefined) &&
    reasonFault(with_, { on: today, reason }) === undefined
  );
};

/** Ends whatever is open. A stretch that has no length stays as it is: it ended when it began. */
const ended = <S extends Period>(stretches: readonly S[], on: Day, more: Partial<S> = {}): readonly S[] =>
  stretches.map((stretch) =>
    stretch.ends !== null || isZeroLength(stretch) ? stretch : { ...stretch, ends: on, ...more },
  );

/**
 * The record of a child who has left care: the time in care ended, and with it the placement, the legal status and the need.
 * Whoever works with the child stays on record, as what follows is theirs to do. `findEndingFault` was asked before.
 */
export const endCare = (record: ChildRecord, { on, reason }: Ending): ChildRecord => ({
  ...record,
  periodsOfCare: ended(record.periodsOfCare, on, { endReason: reason }),
  placements: ended(record.placements, on),
  legalStatuses: ended(record.legalStatuses, on),
  needs: ended(record.needs, on),
});
