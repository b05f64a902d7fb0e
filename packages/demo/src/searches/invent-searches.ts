import {
  addWorkingDays,
  ageOn,
  type ChildRecord,
  type Day,
  dayInWords,
  ENGLAND_BANK_HOLIDAYS,
  holdsBankHolidaysFor,
  PLACEMENT_REQUEST,
  type Role,
  socialWorkersOn,
} from '@rightplace/domain';
import type { Colleague, InventedRequest, RequestsAsked } from '../requests/invent-requests.ts';
import type { When } from '../requests/told-request.ts';
import { requestTold } from './requests-told.ts';
import { SEARCHES_TOLD } from './searches-told.ts';
import { type SearchTold, tellSearch } from './tell-search.ts';
import type { Sought } from './told-search.ts';

/** A search with its log, ready to be kept. */
export interface InventedSearch extends InventedRequest {
  readonly log: SearchTold['log'];
}

const AGES: Readonly<Record<Sought, readonly [from: number, to: number]>> = {
  family: [5, 10],
  home: [12, 15],
  'own-place': [16, 17],
};

const MOST_DAYS_BACK = 45;

const whenAt = (asOf: Day): When => {
  // The last thing that happened was on the working day before: nothing is told of hours to come.
  const day = (ago: number): Day => addWorkingDays(asOf, -ago - 1, ENGLAND_BANK_HOLIDAYS);
  return { day, words: (ago) => dayInWords(day(ago)) };
};

/** In care by now, with a name and an age, and nobody’s restricted record. */
const ageInCare = ({ details, restricted, periodsOfCare }: ChildRecord, asOf: Day): number | undefined => {
  const { dateOfBirth, givenName } = details;
  const isInCare = periodsOfCare.some(
    ({ starts, ends }) =>
      starts <= addWorkingDays(asOf, -MOST_DAYS_BACK, ENGLAND_BANK_HOLIDAYS) && ends === null,
  );
  return isInCare && restricted !== true && dateOfBirth !== undefined && givenName !== undefined
    ? ageOn(dateOfBirth, asOf)
    : undefined;
};

const workerOf = ({ facts }: ChildRecord, staff: readonly Colleague[], asOf: Day): Colleague | undefined => {
  const numbers = socialWorkersOn(facts, asOf);
  return staff.find(
    ({ role, socialWorkNumber, team }) =>
      role === 'social-worker' &&
      team !== null &&
      socialWorkNumber !== null &&
      numbers.includes(socialWorkNumber),
  );
};

/** Searches for homes in the demonstration’s last weeks, in every place a search can be. The same day gives the same ones. */
export const inventSearches = ({ staff, children, asOf }: RequestsAsked): readonly InventedSearch[] => {
  const when = whenAt(asOf);
  if (!holdsBankHolidaysFor(ENGLAND_BANK_HOLIDAYS, when.day(130))) return [];
  const taken = new Set<string>();
  const officers = staff.filter(({ role }) => role === 'placements-officer');
  return SEARCHES_TOLD.flatMap((told, place): readonly InventedSearch[] => {
    const [from, to] = AGES[told.sought];
    const child = children.find((one) => {
      const age = ageInCare(one, asOf);
      return (
        age !== undefined &&
        from <= age &&
        age <= to &&
        !taken.has(one.id) &&
        workerOf(one, staff, asOf) !== undefined
      );
    });
    const worker = child && workerOf(child, staff, asOf);
    const born = child?.details.dateOfBirth;
    if (child === undefined || worker === undefined || worker.team === null || born === undefined) return [];
    taken.add(child.id);
    const whoIs = (role: Role): Colleague | undefined => {
      if (role === 'social-worker') return worker;
      if (role === 'placements-officer') return officers[place % Math.max(1, officers.length)];
      return staff.find((one) => one.role === role && (role !== 'team-manager' || one.team === worker.team));
    };
    const more = typeof told.answers === 'function' ? told.answers(when) : told.answers;
    const request = { ...requestTold(told.sought, when, child), ...more };
    const happened = tellSearch({ told, request, age: ageOn(born, asOf), when, whoIs });
    return happened === undefined
      ? []
      : [
          {
            ...happened,
            workflow: PLACEMENT_REQUEST,
            child: child.id,
            newChild: undefined,
            begunBy: worker.id,
            team: worker.team,
          },
        ];
  });
};
