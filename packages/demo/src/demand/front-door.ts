import type { DayNumber } from '@rightplace/domain';
import { dayText, isWeekday } from '../calendar/days.ts';
import { ETHNICITY_OF_AREA } from '../people/heritage.ts';
import { between, chance, logNormalDays, pick, weighted } from '../random/draw.ts';
import { type Stream, stream } from '../random/stream.ts';
import {
  CONTACTS_WITHOUT_REFERRAL,
  OUTCOMES_WITHOUT_REFERRAL,
  SCHOOL,
  SHARE_CONFERENCE,
  SHARE_ENQUIRY,
  SHARE_KNOWN_BEFORE,
  SHARE_NO_FURTHER_ACTION,
  SHARE_PLAN,
  SHARE_PLAN_AGAIN,
  SOURCES,
} from './demand-mix.ts';
import {
  conferenceAfter,
  earlierPlans,
  type Telling,
  tellAssessment,
  tellClosure,
  tellContact,
  tellEnquiry,
  tellNeed,
  tellPlan,
  tellReferral,
} from './journey.ts';
import type { Teller } from './told-facts.ts';

/** A month at the front door: its first day, the day after its last, and how many referrals it brings. */
export interface MonthAtDoor {
  readonly name: string;
  readonly starts: DayNumber;
  readonly ends: DayNumber;
  readonly isAugust: boolean;
  readonly referrals: number;
}

interface Known {
  readonly child: string;
  /** From this day on they may come back. */
  readonly free: DayNumber;
}

export interface Door {
  readonly seed: string;
  readonly teller: Teller;
  readonly through: Telling['through'];
  /** Children told of so far, who may come again. */
  readonly known: Known[];
  /** Tells who a child is, the first time. */
  readonly introduce: (child: string, next: Stream, on: DayNumber) => void;
  readonly nextNumber: () => string;
}

const workingDayIn = (next: Stream, { starts, ends }: MonthAtDoor): DayNumber => {
  for (;;) {
    const on = between(next, starts, ends - 1);
    if (isWeekday(on) || chance(next, 0.1)) return on;
  }
};

const sourceIn = (next: Stream, { isAugust }: MonthAtDoor): string => {
  const source = weighted(next, SOURCES);
  return source === SCHOOL && isAugust && chance(next, 0.85) ? '6' : source;
};

/** Everyone who came to the front door in a month and did not come into care, with what became of it. */
export const tellMonth = (door: Door, month: MonthAtDoor): void => {
  const contacts = Math.round(month.referrals * CONTACTS_WITHOUT_REFERRAL);
  for (let i = 0; i < month.referrals; i += 1) {
    const telling = tellingOf(door, `${month.name}/${i}`);
    tellReferred(door, telling, month);
  }
  // Of the years before those told of only open cases matter.
  for (let i = 0; i < contacts && door.teller.isTold(month.ends); i += 1) {
    const telling = tellingOf(door, `${month.name}/contact/${i}`);
    const { next } = telling;
    const on = workingDayIn(next, month);
    const child = chance(next, 0.4) ? comingBack(door, next, on) : door.nextNumber();
    const outcome = weighted(next, OUTCOMES_WITHOUT_REFERRAL);
    tellContact(telling, { child, on, source: sourceIn(next, month), outcome });
  }
};

const tellingOf = ({ seed, teller, through }: Door, name: string): Telling => ({
  teller,
  through,
  next: stream(`${seed}/demand/${name}`),
});

/** Somebody told of before whose case is over, or else somebody new. */
const comingBack = (door: Door, next: Stream, on: DayNumber): string => {
  for (let tries = 0; tries < 4 && door.known.length > 0; tries += 1) {
    const known = pick(next, door.known);
    if (known.free < on) return known.child;
  }
  return door.nextNumber();
};

const tellReferred = (door: Door, telling: Telling, month: MonthAtDoor): void => {
  const { next } = telling;
  const on = workingDayIn(next, month);
  const child = chance(next, SHARE_KNOWN_BEFORE) ? comingBack(door, next, on) : door.nextNumber();
  door.introduce(child, next, on);
  const isNoMore = chance(next, SHARE_NO_FURTHER_ACTION);
  tellReferral(telling, { child, on, source: sourceIn(next, month), isNoMore });
  const free = isNoMore ? on + 30 : tellTakenFurther(telling, { child, on, before: undefined });
  door.known.push({ child, free: free + 60 });
};

interface TakenFurther {
  readonly child: string;
  readonly on: DayNumber;
  /** Plans before this one, for a child who is to have another; undefined where chance decides. */
  readonly before: number | undefined;
}

/** From the assessment on. Gives the day on which the child was in need no longer. */
const tellTakenFurther = (telling: Telling, { child, on, before }: TakenFurther): DayNumber => {
  const { next } = telling;
  const assessed = tellAssessment(telling, { child, on });
  const isAgain = before !== undefined;
  if (isAgain || chance(next, SHARE_ENQUIRY)) {
    const enquiry = on + between(next, 0, 12);
    const isHeld = isAgain || chance(next, SHARE_CONFERENCE);
    const conference = isHeld ? conferenceAfter(next, enquiry) : undefined;
    tellEnquiry(telling, { child, on: enquiry, conference });
    if (conference !== undefined && (isAgain || chance(next, SHARE_PLAN)))
      return tellOnPlan(telling, { child, on, enquiry, conference, before: before ?? earlierPlans(next) });
    const ends = assessed + logNormalDays(next, 110, 0.8);
    tellNeed(telling, { child, on, ends });
    return ends;
  }
  const ends = needEnds(next, assessed);
  tellNeed(telling, { child, on, ends });
  if (ends - on > 90 && chance(next, 0.36))
    tellClosure(telling, {
      child,
      on: between(next, on + 60, ends),
      outcome: chance(next, 0.93) ? 'improved' : 'other',
    });
  return ends;
};

/** Nearly half of cases close with the assessment; disabled children are in need for years. */
const needEnds = (next: Stream, assessed: DayNumber): DayNumber => {
  const drawn = next();
  if (drawn < 0.45) return assessed;
  return assessed + (drawn < 0.93 ? logNormalDays(next, 170, 0.7) : logNormalDays(next, 800, 0.5));
};

const tellOnPlan = (
  telling: Telling,
  {
    child,
    on,
    enquiry,
    conference,
    before,
  }: {
    readonly child: string;
    readonly on: DayNumber;
    readonly enquiry: DayNumber;
    readonly conference: DayNumber;
    readonly before: number;
  },
): DayNumber => {
  const { next, through } = telling;
  // Plans last longer from year to year: it takes longer to put right what is wrong.
  const lasts = logNormalDays(next, 225 + 45 * through(conference), 0.6);
  const planEnds = conference + lasts;
  tellPlan(telling, { child, on: conference, ends: planEnds, before });
  if (chance(next, 0.22)) tellClosure(telling, { child, on: enquiry, outcome: 'protection' });
  const ends = planEnds + between(next, 40, 150);
  tellNeed(telling, { child, on, ends });
  if (!chance(next, SHARE_PLAN_AGAIN)) return ends;
  const again = ends + between(next, 30, 500);
  tellReferral(telling, { child, on: again, source: weighted(next, SOURCES), isNoMore: false });
  return tellTakenFurther(telling, { child, on: again, before: before + 1 });
};

const SEXES = ['F', 'M'] as const;

/** Who a child is, as far as lists tell: born so that they are under 18. */
export const inventDetails = (next: Stream, on: DayNumber): Readonly<Record<string, string>> => ({
  dateOfBirth: dayText(on - between(next, 30, 6300)),
  sex: pick(next, SEXES),
  ethnicity: weighted(next, ETHNICITY_OF_AREA)[0],
});
