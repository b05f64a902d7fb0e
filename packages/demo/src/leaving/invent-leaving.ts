import {
  addDays,
  addWorkingDays,
  ageOn,
  birthdayAt,
  type ChildRecord,
  type Day,
  dayInWords,
  ENGLAND_BANK_HOLIDAYS,
  holdsBankHolidaysFor,
  type Role,
  socialWorkersOn,
  startOfLondonDay,
} from '@rightplace/domain';
import type { Colleague, InventedRequest, RequestsAsked } from '../requests/invent-requests.ts';
import { tellRequest } from '../requests/tell-request.ts';
import type { When } from '../requests/told-request.ts';
import {
  LEAVING_TOLD,
  type LeavingStep,
  type LeavingTold,
  type Spoken,
  type WhichChild,
} from './leaving-told.ts';

/** Far enough back and forward for every day that is told. */
const REACH_DAYS = 250;
/** Days in which a leaving is written down. */
const WRITTEN_WITHIN = 7;

const whenAt = (asOf: Day): When => {
  const day = (ago: number): Day => addWorkingDays(asOf, -ago, ENGLAND_BANK_HOLIDAYS);
  return { day, words: (ago) => dayInWords(day(ago)) };
};

const spokenOf = ({ details }: ChildRecord, born: Day): Spoken => {
  const [they, their, them] =
    details.sex === 'F' ? (['she', 'her', 'her'] as const) : (['he', 'his', 'him'] as const);
  return { name: details.givenName ?? 'The child', they, their, them, eighteenth: birthdayAt(born, 18) };
};

const isMeant = (child: ChildRecord, { ages: [from, to], status, places, left }: WhichChild, asOf: Day) => {
  const { details, restricted, periodsOfCare, legalStatuses, placements } = child;
  const period = periodsOfCare.at(-1);
  if (restricted === true || details.dateOfBirth === undefined || details.givenName === undefined)
    return false;
  if (period === undefined || !status.includes(legalStatuses.at(-1)?.status ?? '')) return false;
  const age = ageOn(details.dateOfBirth, period.ends ?? asOf);
  if (age < from || age > to) return false;
  return left === undefined
    ? period.ends === null && places.includes(placements.at(-1)?.type ?? '')
    : period.ends !== null &&
        left.why.includes(period.endReason ?? '') &&
        period.ends >= addDays(asOf, -left.within) &&
        // Written down since, whatever days of rest there were.
        period.ends <= addDays(asOf, -WRITTEN_WITHIN);
};

/** Cases of leaving care in the demonstration's last weeks, of children the record has. The same day gives the same ones. */
export const inventLeaving = (asked: RequestsAsked): readonly InventedRequest[] => {
  const { children, asOf } = asked;
  const holds = (d: Day): boolean => holdsBankHolidaysFor(ENGLAND_BANK_HOLIDAYS, d);
  if (!holds(addDays(asOf, -REACH_DAYS)) || !holds(addDays(asOf, REACH_DAYS))) return [];
  const taken = new Set<string>();
  return LEAVING_TOLD.flatMap((told) => {
    const all: InventedRequest[] = [];
    for (const child of children) {
      if (all.length === (told.times ?? 1)) break;
      if (taken.has(child.id) || !isMeant(child, told.of, asOf)) continue;
      const invented = tellOf(asked, child, told);
      if (invented === undefined) continue;
      taken.add(child.id);
      all.push(invented);
    }
    return all;
  });
};

const workerOf = (child: ChildRecord, staff: RequestsAsked['staff'], on: Day): Colleague | undefined => {
  const numbers = socialWorkersOn(child.facts, on);
  return staff.find(
    ({ role, team, socialWorkNumber }) =>
      role === 'social-worker' &&
      team !== null &&
      socialWorkNumber !== null &&
      numbers.includes(socialWorkNumber),
  );
};

/** Undefined where an authority has nobody for one of the parts. */
const tellOf = (
  { staff, services, asOf }: RequestsAsked,
  child: ChildRecord,
  { workflow, begun, answers, steps, ends, fromLeaving }: LeavingTold,
): InventedRequest | undefined => {
  const born = child.details.dateOfBirth;
  const last = child.periodsOfCare.at(-1);
  const left = last?.ends ?? null;
  const when = whenAt(fromLeaving === true && left !== null ? left : asOf);
  const worker =
    workerOf(child, staff, left === null ? asOf : addDays(left, -1)) ??
    (fromLeaving === true ? whoTookOver(child, staff) : undefined);
  if (born === undefined || worker === undefined || worker.team === null) return undefined;
  const team = worker.team;
  const spoken = spokenOf(child, born);
  const by = (role: Role): Colleague | undefined =>
    role === 'social-worker'
      ? worker
      : staff.find(
          (one) =>
            one.role === role &&
            (role === 'team-manager'
              ? one.team === team
              : role !== 'group-manager' || one.service === services.get(team)),
        );
  const ending: readonly LeavingStep[] =
    ends === undefined
      ? []
      : [
          [
            ends.ago,
            ends.step,
            'social-worker',
            () => ({ 'left-on': left, 'left-why': last?.endReason, lives: ends.lives, told: ends.told }),
          ],
        ];
  const all = [...steps, ...ending].flatMap(([ago, step, role, said]) => {
    const who = by(role);
    return who === undefined ? [] : [{ step, by: who, on: when.day(ago), said: said?.(spoken, when) ?? {} }];
  });
  if (all.length < steps.length + ending.length) return undefined;
  const sent = all.find(({ step }) => step === 'submit' || step === 'give-view')?.on ?? when.day(begun);
  const toTell = {
    workflow,
    age: ageOn(born, left === null ? asOf : addDays(left, -1)),
    begunBy: worker,
    begun: when.day(begun),
    written: [{ on: sent, answers: answers(spoken, when) as Record<string, never> }],
    steps: all,
    until: startOfLondonDay(asOf),
  };
  return {
    workflow,
    newChild: undefined,
    child: child.id,
    begunBy: worker.id,
    team,
    ...tellRequest(toTell),
  };
};

/** Of somebody whose social worker works there no longer. */
const whoTookOver = ({ id }: ChildRecord, staff: RequestsAsked['staff']): Colleague | undefined => {
  const workers = staff.filter(({ role, team }) => role === 'social-worker' && team !== null);
  return workers[Number(id.slice(-2)) % Math.max(1, workers.length)];
};
