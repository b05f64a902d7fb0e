import { ADOPTION_DETAILS } from '../adoption-details.ts';
import type { ChildReturn } from '../child-return.ts';
import { ADOPTED, ADOPTION_PLACEMENT } from '../code-groups.ts';
import { isReversed, latestDecision } from '../decisions.ts';
import { isAd1Given } from '../given.ts';
import { earliest, latest } from '../in-order.ts';
import type { EpisodeRow, PlacedAdoptionRow } from '../rows.ts';
import { eachChild, type Flag, type Rule } from '../rule.ts';

const isPlacedForAdoption = ({ PLACE }: EpisodeRow): boolean => ADOPTION_PLACEMENT.has(PLACE);

const hasDecision = ({ rows }: ChildReturn): boolean =>
  rows.PlacedAdoption.some(({ rawDATE_PLACED }) => rawDATE_PLACED !== '');

/** 553, and 555 of the freeing orders before placement orders. */
const orderWithoutDecision =
  (order: string) =>
  (child: ChildReturn, flag: Flag): void => {
    const under = child.episodes.filter(({ LS }) => LS === order);
    if (!hasDecision(child)) for (const episode of under) flag(episode);
    if (under.some(({ rawDEC }) => rawDEC === ''))
      for (const row of child.rows.PlacedAdoption) if (isReversed(row)) flag(row);
  };

/** 557. A freeing order, while there were any, counted as a placement order does. */
const leftWithDecisionOpen =
  (...orders: readonly string[]) =>
  ({ rows }: ChildReturn, flag: Flag): void => {
    const open = rows.PlacedAdoption.filter(
      ({ rawDATE_PLACED_CEASED, REASON_PLACED_CEASED }) =>
        rawDATE_PLACED_CEASED === '' || REASON_PLACED_CEASED === '',
    );
    if (open.length === 0 && rows.PlacedAdoption.length > 0) return;
    for (const episode of rows.Episodes) {
      const { LS, REC } = episode;
      const hasLeftUnadopted = REC !== '' && REC !== 'X1' && !ADOPTED.has(REC);
      if (hasLeftUnadopted && (isPlacedForAdoption(episode) || orders.includes(LS)))
        // Each is flagged once, however many episodes it is flagged with.
        flag(episode, ...open.splice(0));
    }
  };

/** Placements for adoption as they began: such an episode that follows another goes on with it. */
const placementsForAdoption = ({ inOrder }: ChildReturn): readonly EpisodeRow[] =>
  inOrder.filter((episode, i) => {
    const before = inOrder[i - 1];
    return isPlacedForAdoption(episode) && (before === undefined || !isPlacedForAdoption(before));
  });

const isInForce = ({ DATE_PLACED, DATE_PLACED_CEASED }: PlacedAdoptionRow, day: number): boolean =>
  DATE_PLACED <= day && !(DATE_PLACED_CEASED < day);

/** The day of the first placement order in the period of care that this year's first one falls in. */
const firstOrderOfPeriod = ({ rows, last }: ChildReturn, first: EpisodeRow): number => {
  // Of an episode that both returns have, this year's row is the one to believe.
  const restated = new Set(rows.Episodes.map(({ DECOM }) => DECOM));
  const lastOnly = last.Episodes.filter(({ DECOM }) => !restated.has(DECOM));
  const known = [...lastOnly, ...rows.Episodes].filter(({ DECOM }) => DECOM <= first.DECOM);
  const start = latest(
    known.filter(({ RNE }) => RNE === 'S'),
    ({ DECOM }) => DECOM,
  );
  const ofPeriod = known.filter(({ LS, DECOM }) => LS === 'E1' && !(DECOM < (start?.DECOM ?? Number.NaN)));
  return earliest(ofPeriod, ({ DECOM }) => DECOM)?.DECOM ?? first.DECOM;
};

/** What a return says of decisions to place for adoption, beside the child's orders, placements and adoption. */
export const ADOPTION_PLACEMENTS_RULES: readonly Rule[] = [
  eachChild(['PlacedAdoption', 'AD1'], {
    code: '523',
    title: 'Decided to place on another day than adoption was found best',
    fields: ['DATE_PLACED', 'DATE_INT'],
    wrong: 'DATE_PLACED and DATE_INT differ, though they are the day of one decision.',
    todo: 'Enter the same day in both.',
    departs:
      'It compares every decision to place with DATE_INT, so that a child with two always fails. We compare the latest, which is the one that led to the adoption.',
    fails: ({ rows }, flag) => {
      const decision = latestDecision(rows.PlacedAdoption);
      if (decision === undefined) return;
      for (const row of rows.AD1) if (Math.abs(row.DATE_INT - decision.DATE_PLACED) > 0) flag(decision, row);
    },
  }),
  eachChild(['PlacedAdoption', 'AD1'], {
    code: '525',
    title: 'Decision to place reversed, and adoption details given',
    fields: ['DATE_PLACED_CEASED', ...ADOPTION_DETAILS],
    wrong: 'The decision to place was reversed, but there are details of an adoption.',
    todo: 'Clear the day of reversal if the decision stood, or the details if the child was not adopted.',
    departs:
      'It finds fault with a decision that was reversed even where a newer one led to the adoption. We look at the latest decision only.',
    fails: ({ rows }, flag) => {
      const decision = latestDecision(rows.PlacedAdoption);
      if (decision === undefined || decision.rawDATE_PLACED_CEASED === '') return;
      for (const row of rows.AD1) if (isAd1Given(row)) flag(decision, row);
    },
  }),
  eachChild(['Episodes'], {
    code: '551',
    title: 'Placed for adoption, and no decision to place',
    fields: ['DATE_PLACED', 'PLACE'],
    needs: ['PlacedAdoption'],
    wrong: 'The child is placed for adoption (A3 to A6), but no day is given on which that was decided.',
    todo: 'Enter DATE_PLACED for the child, or correct the placement.',
    departs:
      'It finds fault as soon as one of the child’s decisions has no date, even where another has. We do so only when none has one.',
    fails: (child, flag) => {
      if (hasDecision(child)) return;
      for (const episode of child.episodes) if (isPlacedForAdoption(episode)) flag(episode);
    },
  }),
  eachChild(['Episodes', 'PlacedAdoption'], {
    code: '552',
    title: 'Placed for adoption before that was decided',
    fields: ['DATE_PLACED', 'DECOM'],
    wrong: 'The placement for adoption began before the decision to place the child.',
    todo: 'Correct DATE_PLACED, or the placement and the day it began.',
    departs:
      'It compares the child’s first placement for adoption with the latest decision, so that a second attempt always fails. We take each placement with the decision in force when it began, and find fault where there was none yet.',
    fails: (child, flag) => {
      const decisions = child.rows.PlacedAdoption;
      if (decisions.length === 0) return;
      for (const placement of placementsForAdoption(child)) {
        const { DECOM } = placement;
        if (decisions.some((decision) => isInForce(decision, DECOM))) continue;
        const afterwards = decisions.filter(({ DATE_PLACED }) => DATE_PLACED > DECOM);
        const decision = earliest(afterwards, ({ DATE_PLACED }) => DATE_PLACED);
        if (decision !== undefined) flag(placement, decision);
      }
    },
  }),
  eachChild(['Episodes', 'PlacedAdoption'], {
    code: '553',
    title: 'Placement order, and no decision to place that stands',
    fields: ['CHILD', 'DATE_PLACED', 'DATE_PLACED_CEASED', 'REASON_PLACED_CEASED'],
    wrong: 'There is a placement order (E1), but no decision to place the child, or one that was reversed.',
    todo: 'Enter DATE_PLACED, clear the reversal if the decision stands, or correct the legal status.',
    departs:
      'It is content with any row for the child, though DATE_PLACED be blank. We ask for a row that has it, as the rule is about that date.',
    fails: orderWithoutDecision('E1'),
  }),
  eachChild(['Episodes', 'PlacedAdoption'], {
    code: '554',
    title: 'Placement order before the decision to place',
    fields: ['DATE_PLACED', 'DECOM', 'LS'],
    wrong: 'The placement order (E1) was made before it was decided to place the child for adoption.',
    todo: 'Correct DATE_PLACED, or the day on which the legal status became E1.',
    departs:
      'It takes the first placement order of this year’s return. We take the first of the period of care, which last year’s return may have, if it was given.',
    fails: (child, flag) => {
      const decisions = child.rows.PlacedAdoption;
      if (decisions.length === 0) return;
      const first = earliest(
        child.episodes.filter(({ LS }) => LS === 'E1'),
        ({ DECOM }) => DECOM,
      );
      if (first === undefined) return;
      const made = firstOrderOfPeriod(child, first);
      for (const row of decisions) if (row.DATE_PLACED > made) flag(first, row);
    },
  }),
  eachChild(['Episodes', 'PlacedAdoption'], {
    code: '555',
    to: 2024,
    title: 'Freeing order, and no decision to place that stands',
    fields: ['CHILD', 'DATE_PLACED', 'DATE_PLACED_CEASED', 'REASON_PLACED_CEASED'],
    wrong: 'There is a freeing order (D1), but no decision to place the child, or one that was reversed.',
    todo: 'Enter DATE_PLACED, clear the reversal if the decision stands, or correct the legal status.',
    departs:
      'It is content with any row for the child, though DATE_PLACED be blank. We ask for a row that has it, as in rule 553.',
    fails: orderWithoutDecision('D1'),
  }),
  eachChild(['Episodes'], {
    code: '556',
    to: 2024,
    title: 'Freeing order before the decision to place',
    fields: ['DATE_PLACED', 'DECOM', 'LS'],
    needs: ['PlacedAdoption'],
    wrong: 'The freeing order (D1) was made before it was decided to place the child for adoption.',
    todo: 'Correct DATE_PLACED, or the day on which the legal status became D1.',
    fails: ({ rows }, flag) => {
      for (const episode of rows.Episodes)
        if (episode.LS === 'D1' && rows.PlacedAdoption.some(({ DATE_PLACED }) => DATE_PLACED > episode.DECOM))
          flag(episode);
    },
  }),
  ...[
    { to: 2024, order: 'a placement or freeing order (E1 or D1)', fails: leftWithDecisionOpen('E1', 'D1') },
    { from: 2025, order: 'a placement order (E1)', fails: leftWithDecisionOpen('E1') },
  ].map(({ order, ...version }) =>
    eachChild(['Episodes', 'PlacedAdoption'], {
      code: '557',
      ...version,
      title: 'Left care not adopted, and the decision to place not reversed',
      fields: ['DATE_PLACED_CEASED', 'REASON_PLACED_CEASED', 'PLACE', 'LS', 'REC'],
      wrong: `The child left care without being adopted, from a placement for adoption or under ${order}, and the reversal of the decision to place is not given in full.`,
      todo: 'Enter the day and the reason of the reversal, or correct why the child left care.',
    }),
  ),
  eachChild(['Episodes'], {
    code: '558',
    title: 'Adopted, and the decision to place reversed',
    fields: ['DATE_PLACED_CEASED', 'REC'],
    needs: ['PlacedAdoption'],
    wrong: 'The child was adopted, but the latest of the decisions to place them was reversed.',
    todo: 'Clear the reversal, add the decision that led to the adoption, or correct why the episode ended.',
    departs:
      'It takes a decision that was not reversed for the latest, whatever its day, and counts one decision twice where two episodes end in adoption. We order the decisions by day, look at the latest of several, and mark the latest such episode.',
    fails: ({ rows }, flag) => {
      if (rows.PlacedAdoption.length < 2) return;
      if (latestDecision(rows.PlacedAdoption)?.rawDATE_PLACED_CEASED === '') return;
      const adopted = rows.Episodes.filter(({ REC }) => ADOPTED.has(REC));
      const episode = latest(adopted, ({ DECOM }) => DECOM) ?? adopted[0];
      if (episode !== undefined) flag(episode);
    },
  }),
];
