import {
  type Answers,
  addDays,
  addMinutes,
  addWorkingDays,
  ageOn,
  type CaseEvent,
  type ChildRecord,
  type Day,
  dayInWords,
  ENGLAND_BANK_HOLIDAYS,
  HOME_POSTCODE,
  HOME_TYPE,
  HOME_URN,
  holdsBankHolidaysFor,
  OFFER_CHOSEN,
  PLACEMENT_REQUEST,
  type Role,
  socialWorkersOn,
  startOfLondonDay,
  stayFrom,
} from '@rightplace/domain';
import type { Colleague, RequestsAsked } from '../requests/invent-requests.ts';
import type { When } from '../requests/told-request.ts';
import type { InventedSearch } from './invent-searches.ts';
import { PLACED_TOLD } from './placed-told.ts';
import { requestTold } from './requests-told.ts';
import { tellSearch } from './tell-search.ts';
import type { Sought, ToldSearch } from './told-search.ts';

/** Bought of somebody else, by what the return says of it. */
const BOUGHT: readonly (string | null)[] = ['PR4', 'PR5'];
const IS_SORT: Readonly<Record<Sought, (type: string) => boolean>> = {
  family: (type) => type.startsWith('U'),
  home: (type) => type === 'K2',
  'own-place': (type) => type === 'P2' || type === 'H5',
};

const SHORTEST = 45;
const LONGEST = 420;

interface Move {
  readonly child: ChildRecord;
  readonly placement: ChildRecord['placements'][number];
  readonly on: Day;
  readonly ended: boolean;
}

/** A move into a bought home of a sort in the last year or so, as the child's record has it. */
const moveOf = (child: ChildRecord, sought: Sought, asOf: Day, ended: boolean): Move | undefined => {
  const placement = child.placements.find(
    ({ type, provider, starts, began }) =>
      IS_SORT[sought](type) &&
      BOUGHT.includes(provider) &&
      began === 'changed' &&
      starts <= addDays(asOf, -SHORTEST) &&
      starts >= addDays(asOf, -LONGEST),
  );
  const stay = placement && stayFrom(child, { on: placement.starts });
  const isOver = stay?.ends !== null && stay !== undefined && stay !== null && stay.ends <= asOf;
  return placement === undefined ||
    stay === null ||
    stay === undefined ||
    isOver !== ended ||
    stay.starts !== placement.starts
    ? undefined
    : { child, placement, on: placement.starts, ended };
};

const workerOf = ({ facts }: ChildRecord, staff: readonly Colleague[], on: Day): Colleague | undefined => {
  const numbers = socialWorkersOn(facts, on);
  return staff.find(
    ({ role, socialWorkNumber, team }) =>
      role === 'social-worker' &&
      team !== null &&
      socialWorkNumber !== null &&
      numbers.includes(socialWorkNumber),
  );
};

const whenBefore = (move: Day): When => {
  const day = (ago: number): Day =>
    ago === -1 ? move : addWorkingDays(move, -ago - 1, ENGLAND_BANK_HOLIDAYS);
  return { day, words: (ago) => dayInWords(day(ago)) };
};

/** What is asked of the move, as the record has it. */
const saidOfMove = ({ child, placement, on }: Move, home: string): Answers => {
  const known: Readonly<Record<string, string | null | undefined>> = {
    'moved-on': on,
    'old-home-ended': child.placements.find(({ ends }) => ends === on)?.endReason ?? 'CARPL',
    home,
    [HOME_TYPE]: placement.type,
    'home-provider': placement.provider,
    [HOME_POSTCODE]: placement.postcode,
    [HOME_URN]: placement.urn,
  };
  return Object.fromEntries(
    Object.entries(known).flatMap(([name, answer]) => (typeof answer === 'string' ? [[name, answer]] : [])),
  );
};

/** "Offer 1: Lane House" is Lane House. */
const homeChosen = (events: readonly CaseEvent[]): string => {
  const offer = events.findLast(({ step }) => step === 'choose')?.said[OFFER_CHOSEN];
  return typeof offer === 'string' ? offer.replace(/^Offer \d+: /, '') : '';
};

/** What is written down after the move: that it was, and what the search came to. */
const afterwards = (
  events: readonly CaseEvent[],
  worker: Colleague,
  officer: Colleague,
  move: Move,
): readonly CaseEvent[] => {
  const { on } = move;
  const last = events.at(-1)?.number ?? 0;
  const at = (hours: number) => addMinutes(startOfLondonDay(on), hours * 60);
  const event = (
    by: Colleague,
    more: Pick<CaseEvent, 'step' | 'from' | 'to' | 'said' | 'at'>,
    n: number,
  ): CaseEvent => ({
    number: last + n,
    kind: 'record',
    by: { person: by.id, part: { role: by.role } },
    evidence: null,
    key: `${more.step} afterwards`,
    ...more,
  });
  return [
    event(
      worker,
      {
        step: 'moved-home',
        from: 'move-date-confirmed',
        to: 'moved',
        said: saidOfMove(move, homeChosen(events)),
        at: at(17),
      },
      1,
    ),
    event(
      officer,
      {
        step: 'close',
        from: 'moved',
        to: 'closed',
        said: { 'where-wanted': 'yes', 'same-school': 'yes', 'siblings-together': 'none' },
        at: at(18),
      },
      2,
    ),
  ];
};

const inventOne = (
  told: ToldSearch,
  place: number,
  move: Move,
  { staff, asOf }: Pick<RequestsAsked, 'staff' | 'asOf'>,
): InventedSearch | undefined => {
  const { child, on } = move;
  const worker = workerOf(child, staff, on) ?? workerOf(child, staff, asOf);
  const born = child.details.dateOfBirth;
  const officers = staff.filter(({ role }) => role === 'placements-officer');
  const officer = officers[place % Math.max(1, officers.length)];
  if (worker === undefined || worker.team === null || born === undefined || officer === undefined)
    return undefined;
  const when = whenBefore(on);
  const whoIs = (role: Role): Colleague | undefined => {
    if (role === 'social-worker') return worker;
    if (role === 'placements-officer') return officer;
    return staff.find((one) => one.role === role && (role !== 'team-manager' || one.team === worker.team));
  };
  const happened = tellSearch({
    told,
    request: requestTold(told.sought, when, child),
    age: ageOn(born, on),
    when,
    whoIs,
  });
  return happened === undefined
    ? undefined
    : {
        ...happened,
        events: [...happened.events, ...afterwards(happened.events, worker, officer, move)],
        workflow: PLACEMENT_REQUEST,
        child: child.id,
        newChild: undefined,
        begunBy: worker.id,
        team: worker.team,
      };
};

/**
 * Searches by which children moved to the homes their records have, the last of them to one that has ended. Told beside those that
 * are looked for now, of other children.
 */
export const inventPlaced = (
  { staff, children, asOf }: RequestsAsked,
  beside: readonly Pick<InventedSearch, 'child'>[],
): readonly InventedSearch[] => {
  if (!holdsBankHolidaysFor(ENGLAND_BANK_HOLIDAYS, addDays(asOf, -LONGEST - 60))) return [];
  const taken = new Set(beside.map(({ child }) => child));
  return PLACED_TOLD.flatMap((told, place): readonly InventedSearch[] => {
    const ended = place === PLACED_TOLD.length - 1;
    for (const child of children) {
      const { restricted, details } = child;
      if (taken.has(child.id) || restricted === true || details.givenName === undefined) continue;
      const move = moveOf(child, told.sought, asOf, ended);
      const invented = move && inventOne(told, place, move, { staff, asOf });
      if (invented === undefined) continue;
      taken.add(child.id);
      return [invented];
    }
    return [];
  });
};
