import { addDays, addMonths, type Day } from '../calendar/day.ts';
import type { ClosedPeriod } from '../calendar/period.ts';
import { type CollectionYear, collectionYearOf, rollingTwelveMonths } from '../calendar/reporting-year.ts';
import { type ChildOnDay, childInStage, type Stage } from '../child/care-history.ts';
import { followsOnInCare } from '../child/episode.ts';
import { findFactYear, readReturnDay } from '../child/fact-days.ts';
import { isShortBreaks } from '../child/legal-status.ts';
import { readOnce } from '../child/read-once.ts';
import { leftFor } from '../child/reason-ceased.ts';
import {
  type AuthorityOnDay,
  type CareEvent,
  eventsWithin,
  type PreparedLedger,
} from '../measure/authority-on-day.ts';
import { onceFor } from '../measure/once-for.ts';
import type { CountedPlacement } from '../placement/counted-placements.ts';
import { isFosterCare, isPlacedForAdoption } from '../placement/placement-type.ts';
import { samePostcode } from '../placement/postcode.ts';

/** A child adopted, with the days that led to it; those that the record does not hold are undefined. */
export interface Adoption {
  /** The ending of care by an adoption order. */
  readonly order: CareEvent;
  /** The start of the period of care, or the earliest known of it. */
  readonly entered: Day;
  /** Placed with the family for adoption: with foster carers who adopt, the day their placement became adoptive. */
  readonly placed: Day | undefined;
  /** Moved in with the family, as foster carers or as adopters. */
  readonly movedIn: Day | undefined;
  /** The placement order under which the child was adopted. */
  readonly placementOrder: Day | undefined;
  readonly matched: Day | undefined;
  /** Fostered by the adopters first, as carers who may adopt (U2, U5). */
  readonly earlyPermanence: boolean;
}

/** What the return asks of a child adopted in a year. */
interface AdoptionRow {
  readonly year: number;
  readonly matched: Day | undefined;
  readonly byFosterCarer: boolean;
}

export const adoptionRows = readOnce(
  'ad1',
  (fact): AdoptionRow | undefined => {
    const year = findFactYear(fact);
    if (year === undefined) return undefined;
    const { DATE_MATCH = '', FOSTER_CARE } = fact.fields;
    return { year, matched: readReturnDay(DATE_MATCH), byFosterCarer: FOSTER_CARE === '1' };
  },
  (a, b) => a.year - b.year,
);

const threeYearsTo = (asOf: Day): ClosedPeriod => ({
  starts: addDays(addMonths(asOf, -36), 1),
  ends: addDays(asOf, 1),
});

/** Children adopted in the three years, or the twelve months, to the day. */
export const adoptionsIn = (
  { ledger, asOf }: AuthorityOnDay,
  over: 'three-years' | 'twelve-months',
): readonly Adoption[] => {
  const time = over === 'three-years' ? threeYearsTo(asOf) : rollingTwelveMonths(asOf);
  const year = collectionYearOf(asOf);
  return eventsWithin(adoptionOrders(ledger), time).map((order) => {
    const byYear = adoptionsToldOf(order);
    const found = byYear.get(year) ?? adoptionAsToldIn(order, year);
    byYear.set(year, found);
    return found;
  });
};

/** Every ending of care by an adoption order, by day. */
export const adoptionOrders = onceFor(({ ends }: PreparedLedger): readonly CareEvent[] =>
  ends.filter(({ episode }) => leftFor(episode.rec) === 'adopted' && !isShortBreaks(episode.ls)),
);

/** By the year of the day it is told of: nothing in it is later than the adoption, but a later return may tell of it. */
const adoptionsToldOf = onceFor((_: CareEvent) => new Map<CollectionYear, Adoption>());

const adoptionAsToldIn = (order: CareEvent, year: CollectionYear): Adoption => {
  const { history, stage, on } = order;
  const { placement, placementBefore } = placementsAtEnd(order);
  const adoptive = placement?.episodes.find(({ place }) => isPlacedForAdoption(place));
  const row = rowOf(order, year);
  const matched = row?.matched !== undefined && row.matched <= on ? row.matched : undefined;
  const byFosterCarer = row?.byFosterCarer === true || adoptive?.place === 'A3' || adoptive?.place === 'A5';
  const fostered = byFosterCarer ? fosteredSince(placement, placementBefore) : undefined;
  const before = [...(placement?.episodes ?? []), ...(fostered?.placement.episodes ?? [])];
  return {
    order,
    entered: stage.inCareSince,
    placed: adoptive?.decom,
    movedIn: fostered?.since ?? adoptive?.decom,
    placementOrder: placementOrderOf(history.stages, stage),
    matched,
    earlyPermanence: before.some(({ place }) => place === 'U2' || place === 'U5'),
  };
};

/** What the return says of the adoption: that of its year, or else one whose match lies in the time in care it ended. */
const rowOf = ({ history, stage, on }: CareEvent, toldIn: CollectionYear): AdoptionRow | undefined => {
  const rows = adoptionRows(history.facts).filter(({ year }) => year <= toldIn);
  return (
    rows.findLast(({ year }) => year === collectionYearOf(on)) ??
    rows.findLast(({ matched }) => matched !== undefined && matched >= stage.inCareSince && matched <= on)
  );
};

/** The placement that the order ended, and the one before. Away on a temporary stay, it is where the child lived. */
const placementsAtEnd = ({
  history,
  stage,
  on,
}: CareEvent): Pick<ChildOnDay, 'placement' | 'placementBefore'> => {
  const { placements } = history;
  const at = placements.findIndex(({ episodes }) => episodes.includes(stage.episode));
  if (at === -1) return childInStage(history, stage, on);
  return { placement: placements[at], placementBefore: placements[at - 1] };
};

/** Since when the adopters had fostered the child: in the same placement, or one before at the same address. */
const fosteredSince = (
  placement: CountedPlacement | undefined,
  before: CountedPlacement | undefined,
): { readonly since: Day; readonly placement: CountedPlacement } | undefined => {
  if (placement === undefined) return undefined;
  const first = placement.episodes[0];
  if (!isPlacedForAdoption(first.place)) return { since: placement.starts, placement };
  const last = before?.episodes.at(-1);
  const sameCarer =
    before !== undefined &&
    last !== undefined &&
    before.ends === placement.starts &&
    isFosterCare(last.place) &&
    samePostcode(last.postcode, first.postcode);
  return sameCarer ? { since: before.starts, placement: before } : undefined;
};

/** The start of the last placement order in the time in care that the stage ended. */
const placementOrderOf = (stages: readonly Stage[], ended: Stage): Day | undefined => {
  let found: Day | undefined;
  for (let i = stages.indexOf(ended); i >= 0; i--) {
    const { episode } = stages[i] as Stage;
    if (episode.ls === 'E1') found = episode.decom;
    else if (found !== undefined) break;
    const before = stages[i - 1];
    if (before === undefined || !followsOnInCare(episode, before.episode)) break;
  }
  return found;
};
