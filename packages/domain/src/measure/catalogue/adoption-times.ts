import { type Adoption, adoptionsIn } from '../../adoption/adoptions.ts';
import { addMonths, type Day, daysBetween } from '../../calendar/day.ts';
import type { AuthorityOnDay } from '../authority-on-day.ts';
import { caseOf } from '../case-of.ts';
import type { CaseMeasure, Verdict } from '../measure.ts';
import { sentenceCount } from '../words.ts';
import { asMeanDays, asShareOfCases } from './kinds.ts';

type Over = 'three-years' | 'twelve-months';
type Said = Pick<
  CaseMeasure,
  'id' | 'title' | 'definition' | 'source' | 'certainty' | 'polarity' | 'fields' | 'numerator'
>;

const OVER_WORDS = {
  'three-years': 'the three years to the day',
  'twelve-months': 'the twelve months to the day',
};

/** The same over three years and, beside it, over one: three years hide what has become quicker of late. */
const bothWays = (said: Said, make: (said: Said, over: Over) => CaseMeasure): readonly CaseMeasure[] => {
  const over = (text: string, time: Over): string => text.replaceAll('{time}', OVER_WORDS[time]);
  const in3 = { ...said, definition: over(said.definition, 'three-years') };
  const in1 = {
    ...said,
    id: `${said.id}-1y`,
    title: `${said.title}, one year`,
    definition: over(said.definition, 'twelve-months'),
  };
  return [make(in3, 'three-years'), make(in1, 'twelve-months')];
};

const COMMON = {
  question: 'chances',
  denominator: 'Adopted in the time',
} as const;

/** The first day known of care is not always the start of it. */
const earliestKnown = (_: unknown, authority: AuthorityOnDay, over: Over): readonly string[] =>
  sentenceCount(adoptionsIn(authority, over).filter(({ order }) => !order.stage.startKnown).length, {
    one: 'For one child the start of care is only the earliest known: the record does not hold it.',
    many: (n) =>
      `For ${n} children the start of care is only the earliest known: the record does not hold it.`,
  });

const meanDays = (
  said: Said,
  {
    from,
    to,
  }: { readonly from: (a: Adoption) => Day | undefined; readonly to: (a: Adoption) => Day | undefined },
): readonly CaseMeasure[] =>
  bothWays(said, (text, over) => ({
    ...asMeanDays,
    ...COMMON,
    ...text,
    over,
    cases: (authority) =>
      adoptionsIn(authority, over).map((adoption) => {
        const [first, last] = [from(adoption), to(adoption)];
        return first === undefined || last === undefined
          ? caseOf(adoption.order, 'not-recorded')
          : caseOf(adoption.order, 'counts', daysBetween(first, last));
      }),
    remarks: (cases, authority) => earliestKnown(cases, authority, over),
  }));

const share = (said: Said, judge: (adoption: Adoption) => Verdict): readonly CaseMeasure[] =>
  bothWays(said, (text, over) => ({
    ...asShareOfCases,
    ...COMMON,
    ...text,
    over,
    cases: (authority) =>
      adoptionsIn(authority, over).map((adoption) => caseOf(adoption.order, judge(adoption))),
    remarks: (cases, authority) => earliestKnown(cases, authority, over),
  }));

const ADOPTED = 'children adopted (E11, E12) in {time}';
const PLACED =
  'Placed is the first day of an adoption code with the family who adopted them; with foster carers who adopt, the day the ' +
  'placement became adoptive.';
const SCORECARD = 'Adoption scorecards; Kent County Council, sufficiency progress report 2016, Measure 7';
const FIELDS = ['DECOM', 'DEC', 'RNE', 'REC', 'LS', 'PLACE'];

const entered = ({ entered: day }: Adoption): Day => day;
const placed = ({ placed: day }: Adoption): Day | undefined => day;
const ordered = ({ placementOrder }: Adoption): Day | undefined => placementOrder;

const waitedUnder14Months = ({ entered: from, placed: to }: Adoption): Verdict => {
  if (to === undefined) return 'not-recorded';
  return to < addMonths(from, 14) ? 'counts' : 'does-not-count';
};

export const ADOPTION_TIMES: readonly CaseMeasure[] = [
  ...meanDays(
    {
      id: 'adoption-a1',
      title: 'Entering care to moving in with adopters',
      definition: `The mean number of days from the start of the period of care to being placed with the adoptive family, for ${ADOPTED}. ${PLACED}`,
      source: SCORECARD,
      certainty: {
        mark: 'confirmed',
        says: 'Children adopted in the time are looked back on; those still waiting are not in it.',
      },
      polarity: 'lower is better',
      fields: FIELDS,
      numerator: 'Days from entering care',
    },
    { from: entered, to: placed },
  ),
  ...meanDays(
    {
      id: 'adoption-a10',
      title: 'Entering care to moving in, foster carers adjusted',
      definition: `The mean number of days from the start of the period of care to moving in with the family who adopted, for ${ADOPTED}. For a child adopted by their foster carers (FOSTER_CARE 1, or A3 or A5) the clock stops on the day they moved in with them to be fostered.`,
      source: 'Adoption and Special Guardianship Leadership Board, in place of A1 from 2021-22',
      certainty: {
        mark: 'confirmed',
        says: 'The foster placement that became adoptive is the same placement, or one before it at the same address.',
      },
      polarity: 'lower is better',
      fields: [...FIELDS, 'PL_POST', 'FOSTER_CARE'],
      numerator: 'Days from entering care',
    },
    { from: entered, to: ({ movedIn }) => movedIn },
  ),
  ...meanDays(
    {
      id: 'adoption-a2',
      title: 'Placement order to match',
      definition: `The mean number of days from the placement order (the start of E1) to the decision to match the child with a family (DATE_MATCH), for ${ADOPTED}.`,
      source: 'Adoption scorecards; West Sussex strategy 2018–2021, theme d',
      certainty: {
        mark: 'confirmed',
        says: 'The return holds no day of parents’ consent, so a child placed without an order is told apart as not recorded.',
      },
      polarity: 'lower is better',
      fields: ['DECOM', 'DEC', 'REC', 'LS', 'DATE_MATCH'],
      numerator: 'Days from placement order',
    },
    { from: ordered, to: ({ matched }) => matched },
  ),
  ...meanDays(
    {
      id: 'adoption-po-to-placed',
      title: 'Placement order to moving in with adopters',
      definition: `The mean number of days from the placement order (the start of E1) to being placed with the adoptive family, for ${ADOPTED}. ${PLACED}`,
      source: 'West Sussex strategy 2018–2021, theme d, as worded',
      certainty: { mark: 'stated', says: 'To the placement, where the scorecard measures to the match.' },
      polarity: 'lower is better',
      fields: FIELDS,
      numerator: 'Days from placement order',
    },
    { from: ordered, to: placed },
  ),
  ...meanDays(
    {
      id: 'adoption-entry-to-order',
      title: 'Entering care to adoption order',
      definition: `The mean number of days from the start of the period of care to the adoption order, for ${ADOPTED}.`,
      source: 'Kent County Council, sufficiency progress report 2016, Measure 7, as worded',
      certainty: {
        mark: 'stated',
        says: 'To the order, as the measure’s words say; the table beneath them in the paper draws the placement.',
      },
      polarity: 'lower is better',
      fields: ['DECOM', 'DEC', 'REC', 'LS'],
      numerator: 'Days from entering care',
    },
    { from: entered, to: ({ order }) => order.on },
  ),
  ...share(
    {
      id: 'adoption-a3',
      title: 'Moved in with adopters within 14 months',
      definition: `Of ${ADOPTED}, the share placed with the adoptive family less than 14 calendar months after entering care. ${PLACED}`,
      source: 'Adoption scorecards, A3',
      certainty: {
        mark: 'local',
        says: 'Read as the scorecard has it, children who still wait are counted too, which makes the share lower. Here it is of children adopted, so that A1 and it are of the same children. Under 14 months is by the calendar, and 14 months to the day is too long.',
      },
      polarity: 'higher is better',
      fields: FIELDS,
      numerator: 'Within 14 months',
    },
    waitedUnder14Months,
  ),
  ...share(
    {
      id: 'early-permanence-share',
      title: 'Fostered by their adopters first',
      definition: `Of ${ADOPTED}, the share whom the adopters had fostered before as carers who may adopt (U2 or U5): fostering for adoption and concurrent placements.`,
      source: 'West Sussex strategy 2018–2021; Kent County Council, 2016: fostering for adoption',
      certainty: {
        mark: 'uncertain',
        says: 'No paper says what the share is of: here of children adopted, by the codes of their placement.',
      },
      polarity: 'higher is better',
      fields: [...FIELDS, 'PL_POST', 'FOSTER_CARE'],
      numerator: 'Fostered by their adopters first',
    },
    ({ earlyPermanence }) => (earlyPermanence ? 'counts' : 'does-not-count'),
  ),
];
