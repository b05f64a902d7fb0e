import { type ChildRecord, type Day, type DayNumber, dayNumber } from '@rightplace/domain';
import { addMonthsTo, dayText, yearOf, yearStart } from '../calendar/days.ts';
import { ENGLAND_RATE_PER_10_000 } from '../england/england-mix.ts';
import { stream } from '../random/stream.ts';
import { tellBeforeCare } from './before-care.ts';
import { GROWTH_A_YEAR, REFERRALS_PER_CHILD, SEASON } from './demand-mix.ts';
import { inventDetails, type MonthAtDoor, tellMonth } from './front-door.ts';
import { type DemandFact, openTeller } from './told-facts.ts';

export type { DemandFact } from './told-facts.ts';

/** What comes before care, invented to go with an authority's children looked after. */
export interface DemandOptions {
  readonly seed: string | number;
  /** On its morning it is told: nothing happens on it. */
  readonly asOf: Day;
  /** The day it was told for the first time, where it goes on from there: what was told then is told again, and what came since. */
  readonly firstTold?: Day;
  /** Those who are, or were, looked after: most of them were in need, or on a plan, before. */
  readonly children: readonly ChildRecord[];
  /** Whole collection years before the one that is under way. */
  readonly years?: number;
}

export interface InventedDemand {
  readonly from: Day;
  readonly to: Day;
  readonly facts: readonly DemandFact[];
}

/** At the first day told of there are cases open that began long before. */
const YEARS_BEFORE_TOLD = 3;

export const inventDemand = ({
  seed,
  asOf: on,
  firstTold = on,
  children,
  years = 3,
}: DemandOptions): InventedDemand => {
  const [asOf, first] = [dayNumber(on), dayNumber(firstTold)];
  const from = yearStart(yearOf(first) - years);
  const teller = openTeller({ from, asOf });
  const through = (day: DayNumber): number => Math.min(1, Math.max(0, (day - from) / (first - from)));
  const name = `${seed}/${firstTold}`;
  for (const record of children)
    tellBeforeCare({ teller, through, next: stream(`${name}/demand/${record.id}`) }, record);

  const people =
    (children.filter((record) => isInCare(record, firstTold)).length / ENGLAND_RATE_PER_10_000) * 10_000;
  const details = new Map<string, DemandFact>();
  let last = 1_000_000;
  const door = {
    seed: name,
    teller,
    through,
    known: [],
    introduce: (child: string, next: () => number, day: DayNumber) => {
      if (!details.has(child))
        details.set(child, {
          kind: 'child',
          child,
          starts: null,
          ends: null,
          key: '',
          detail: inventDetails(next, day),
        });
    },
    nextNumber: () => {
      last += 1;
      return `NM${last}`;
    },
  };
  for (const month of monthsAtDoor({ from: addMonthsTo(from, -12 * YEARS_BEFORE_TOLD), asOf, first, people }))
    tellMonth(door, month);

  const facts = teller.facts();
  const told = new Set(facts.map(({ child }) => child));
  return {
    from: dayText(from),
    to: on,
    facts: [...facts, ...[...details.values()].filter(({ child }) => told.has(child))],
  };
};

const isInCare = ({ periodsOfCare }: ChildRecord, on: Day): boolean =>
  periodsOfCare.some(({ starts, ends }) => starts <= on && (ends === null || ends > on));

const monthsAtDoor = ({
  from,
  asOf,
  first,
  people,
}: {
  readonly from: DayNumber;
  readonly asOf: DayNumber;
  readonly first: DayNumber;
  readonly people: number;
}): readonly MonthAtDoor[] => {
  const months: MonthAtDoor[] = [];
  for (let starts = from; starts < asOf; starts = addMonthsTo(starts, 1)) {
    const name = dayText(starts).slice(0, 7);
    const month = Number(name.slice(5)) - 1;
    const growth = GROWTH_A_YEAR ** ((starts - first) / 365);
    const chanceOf = 0.96 + 0.08 * stream(`month/${name}`)();
    const referrals = (people * REFERRALS_PER_CHILD * growth * (SEASON[month] ?? 1) * chanceOf) / 12;
    months.push({
      name,
      starts,
      ends: addMonthsTo(starts, 1),
      isAugust: month === 7,
      referrals: Math.round(referrals),
    });
  }
  return months;
};
