import { type ChildRecord, type DayNumber, dayNumber } from '@rightplace/domain';
import { nextWeekday } from '../calendar/days.ts';
import { between, chance, logNormalDays, weighted } from '../random/draw.ts';
import { BEFORE_CARE, SOURCES } from './demand-mix.ts';
import {
  conferenceAfter,
  earlierPlans,
  type Telling,
  tellAssessment,
  tellClosure,
  tellEnquiry,
  tellNeed,
  tellPlan,
  tellReferral,
} from './journey.ts';

/** Somebody who came into care, and left it or not. */
interface CameIntoCare {
  readonly child: string;
  readonly starts: DayNumber;
  readonly ends: DayNumber | undefined;
  readonly born: DayNumber | undefined;
}

/** What came before each time a child was looked after, and how long the child was in need. */
export const tellBeforeCare = (telling: Telling, record: ChildRecord): void => {
  const { dateOfBirth } = record.details;
  const isUnaccompanied = record.facts.some(({ kind }) => kind === 'uasc');
  for (const { starts, ends, startKnown } of record.periodsOfCare) {
    if (!startKnown) continue;
    const came: CameIntoCare = {
      child: record.id,
      starts: dayNumber(starts),
      ends: ends === null ? undefined : dayNumber(ends),
      born: dateOfBirth === undefined ? undefined : dayNumber(dateOfBirth),
    };
    if (isUnaccompanied) tellUnaccompanied(telling, came);
    else tellFamily(telling, came);
  }
};

/** In need until care is over, and for some weeks after going home. */
const inNeedUntil = ({ next }: Telling, { ends }: CameIntoCare): DayNumber | undefined =>
  ends === undefined ? undefined : ends + (chance(next, 0.4) ? between(next, 30, 200) : 0);

/** Found by the police, as a rule, and looked after the same day. */
const tellUnaccompanied = (telling: Telling, came: CameIntoCare): void => {
  const { child, starts } = came;
  tellReferral(telling, { child, on: starts, source: '6', isNoMore: false });
  tellAssessment(telling, { child, on: starts, found: ['9A'] });
  tellNeed(telling, { child, on: starts, ends: inNeedUntil(telling, came), need: 'N8' });
};

const tellFamily = (telling: Telling, came: CameIntoCare): void => {
  const { next } = telling;
  const { child, starts, born } = came;
  const way = weighted(next, BEFORE_CARE);
  // Before a child is born the family may be known, but not for longer than this.
  const earliest = born === undefined ? starts - 1500 : born - 130;
  const notBefore = (day: DayNumber): DayNumber => Math.max(day, earliest);
  const source = weighted(next, SOURCES);
  const referred = (on: DayNumber): void => {
    tellReferral(telling, { child, on, source, isNoMore: false });
    tellAssessment(telling, { child, on });
    tellNeed(telling, { child, on, ends: inNeedUntil(telling, came) });
  };
  if (way === 'plan') {
    const enquiry = notBefore(starts - 30 - logNormalDays(next, 230, 0.6));
    const conference = Math.min(conferenceAfter(next, enquiry), starts);
    referred(notBefore(enquiry - between(next, 0, 25)));
    tellEnquiry(telling, { child, on: enquiry, conference });
    tellPlan(telling, {
      child,
      on: conference,
      ends: Math.max(starts, conference) + between(next, 0, 21),
      before: earlierPlans(next),
    });
  } else if (way === 'enquiry') {
    const enquiry = notBefore(starts - between(next, 0, 20));
    referred(notBefore(enquiry - between(next, 0, 150)));
    tellEnquiry(telling, { child, on: enquiry });
  } else referred(way === 'need' ? notBefore(starts - between(next, 20, 400)) : starts);
  const drawn = next();
  if (drawn < 0.05) tellClosure(telling, { child, on: nextWeekday(starts), outcome: 'care' });
  else if (drawn < 0.2 && way !== 'at-once') {
    const closed = starts - between(next, 10, 360);
    if (closed > earliest)
      tellClosure(telling, { child, on: closed, outcome: way === 'plan' ? 'protection' : 'improved' });
  }
};
