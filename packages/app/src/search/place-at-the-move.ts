import {
  type Answers,
  type CaseEvent,
  type ChildId,
  changesOf,
  type Day,
  dayInWords,
  day as dayOf,
  daysToLookAt,
  type Fault,
  isAgency,
  isRegisteredWhen,
  londonDayOf,
  type Moment,
  momentOfDay,
  PLACE_ALL_THE_SAME,
  PLANNED_BEYOND_RECORD,
  type PlaceTaken,
  type PlannedMove,
  parseDay,
  type Room,
  roomFor,
  type SettingInRegister,
  standingOn,
  textSaid,
} from '@rightplace/domain';
import { holdSettingPlaces, listPlacesTaken, type Tx } from '@rightplace/store';
import type { FoundCase } from '../cases/find-case.ts';
import { heldBy, heldByInWords } from '../register/held-by.ts';
import type { Doing } from '../register/hold-place.ts';
import { loadRegisterNow, type RegisterNow } from '../register/register-on.ts';
import { leavesOn } from './leaving-by.ts';
import { movesInWords, PLANS_THE_MOVE } from './planned-moves.ts';
import { movesInTheWay, whatToDo } from './what-frees-a-place.ts';

/** After every day that is asked of. */
const NEVER = dayOf('9999-12-31');

/** Nobody holds a place in the home between looking and deciding. In the order in which a step gives up holds, so that none waits for another. */
const holdPlacesOf = async (
  tx: Tx,
  { caseId, settingId, now }: { readonly caseId: number; readonly settingId: number; readonly now: Moment },
): Promise<void> => {
  const own = await listPlacesTaken(tx, { caseId, endsAfter: now });
  const settings = new Set([settingId, ...own.map((one) => one.settingId)]);
  for (const one of [...settings].toSorted((a, b) => a - b)) await holdSettingPlaces(tx, one);
};

/** A home as it is looked at, with what others have there and who leaves it by when. */
interface LookedAt {
  readonly setting: SettingInRegister;
  readonly planned: readonly PlannedMove[];
  readonly taken: readonly PlaceTaken[];
  /** From which day on a child who lives there does not any more; undefined where nobody has recorded it. */
  readonly leaves: (child: string) => Promise<Day | undefined>;
}

const lookAt = (
  tx: Tx,
  { register, settingOn, livesIn, plannedInto, today }: RegisterNow,
  { settingId, caseId, on }: { readonly settingId: number; readonly caseId: number; readonly on: Day },
): LookedAt | undefined => {
  const setting = register.settings.get(settingId);
  if (setting === undefined || isAgency(setting.kind)) return undefined;
  const known = new Map<string, Promise<Day | undefined>>();
  const leaving = (child: string): Promise<Day | undefined> => {
    const livedHereOn = (then: Day): boolean => livesIn(setting, then).has(child);
    return leavesOn(tx, { child: child as ChildId, settingId, today, livedHereOn });
  };
  return {
    setting,
    planned: plannedInto(settingId, caseId),
    taken: settingOn(setting, on).taken,
    leaves: (child) => {
      const found = known.get(child) ?? leaving(child);
      known.set(child, found);
      return found;
    },
  };
};

/** What is in the home on each of the days that a move on one is looked at for, beside the child who is to move in. */
const roomOver = async (
  { livesIn, today, now }: RegisterNow,
  { setting, planned, taken, leaves }: LookedAt,
  { found, on }: { readonly found: FoundCase; readonly on: Day },
): Promise<readonly Room[]> => {
  const rooms: Room[] = [];
  const movesAt = momentOfDay(on, { today, now });
  for (const day of daysToLookAt(on, { setting, planned, taken, today })) {
    let children = 0;
    for (const child of livesIn(setting, day))
      if (child !== found.child.id && ((await leaves(child)) ?? NEVER) > day) children += 1;
    const at = momentOfDay(day, { today, now });
    rooms.push(roomFor(setting, { on: day, at, movesAt, children, taken, planned, caseId: found.id }));
  }
  return rooms;
};

/** What keeps the child from a place there: first what is promised to others, for which no reason is taken. */
const inTheWay = (rooms: readonly Room[]): Room | undefined =>
  rooms.find(({ isPromised }) => isPromised) ?? rooms.find(({ isFull }) => isFull);

/** As many days as are tried before it is said that none is known. */
const MOST_DAYS_TRIED = 12;

const isRegisteredOn = (setting: SettingInRegister, on: Day): boolean => {
  const standing = standingOn(setting, on);
  return standing === undefined || isRegisteredWhen(standing);
};

/**
 * The first day after one on which a child could move in and stay, as something that is in the way ends: the home is registered then, and
 * has a place from that day on. Undefined where none is known.
 */
const freeAfter = async (
  now: RegisterNow,
  home: LookedAt,
  { found, on }: { readonly found: FoundCase; readonly on: Day },
): Promise<Day | undefined> => {
  const ends = home.taken.flatMap(({ until }) => (until === null ? [] : [londonDayOf(until)]));
  const leave: Day[] = [];
  for (const child of now.livesIn(home.setting, on)) leave.push((await home.leaves(child)) ?? on);
  const days = [...new Set([...ends, ...leave, ...changesOf(home.setting, on)])].filter(
    (day) => day > on && isRegisteredOn(home.setting, day),
  );
  for (const day of days.toSorted().slice(0, MOST_DAYS_TRIED))
    if (inTheWay(await roomOver(now, home, { found, on: day })) === undefined) return day;
  return undefined;
};

const inAll = (count: number, one: string, more: string): string =>
  count === 0 ? '' : count === 1 ? one : `${count} ${more}`;

/** "By the record 2 children live there, it has 2 places." */
const fullInWords = ({ places, children, blocked }: Room, isLater: boolean): string => {
  if (places === undefined) return 'Nobody has recorded how many places it has.';
  const there = [
    inAll(children, '1 child lives there', 'children live there'),
    inAll(blocked, '1 place is blocked', 'places are blocked'),
    `it has ${inAll(places, '1 place', 'places') || 'no place'}`,
  ];
  return `By the record ${there.filter((words) => words !== '').join(', ')}${isLater ? ' then' : ''}.`;
};

/** What is kept of a planned move, or why it is not planned. */
export type PlaceFound =
  | { readonly kind: 'place'; readonly said: Answers }
  | { readonly kind: 'no-place'; readonly fault: Fault };

/**
 * Why a move is not planned into a home: from its day on, as far as is known, there is no place in it beside those who live there by the
 * record, those whose move there is planned and those for whom a place is held by then. Who is to leave by then is counted no more. Where
 * it is full by the record alone, an officer who knows of a place says which; a place that is promised to another search, and one that
 * another search waits for somebody to leave, is not planned twice for any reason. Where nobody has told how many places a home has, no
 * more is asked than that. What a search holds or plans itself is never in its way, and takes no other’s place later. With a move for
 * which a reason was needed the first day is kept on which it is beyond the record; one for which none was is not, whatever was typed.
 */
export const findPlace = async (
  tx: Tx,
  doing: Doing,
  { found, event }: { readonly found: FoundCase; readonly event: CaseEvent },
): Promise<PlaceFound> => {
  const asSaid = { kind: 'place', said: event.said } as const;
  const settingId = found.search?.standing.chosen?.settingId;
  const said = event.said['moves-on'];
  const on = typeof said === 'string' ? parseDay(said) : undefined;
  if (!PLANS_THE_MOVE.has(event.step) || settingId === undefined || on === undefined) return asSaid;
  await holdPlacesOf(tx, { caseId: found.id, settingId, now: doing.world.now() });
  const now = await loadRegisterNow(tx, doing, settingId);
  const home = lookAt(tx, now, { settingId, caseId: found.id, on });
  if (home === undefined) return asSaid;
  const room = inTheWay(await roomOver(now, home, { found, on }));
  if (room === undefined) return asSaid;
  if (!room.isPromised && textSaid(event.said[PLACE_ALL_THE_SAME]) !== '')
    return { ...asSaid, said: { ...event.said, [PLANNED_BEYOND_RECORD]: room.on } };
  const others = [
    heldByInWords(await heldBy(tx, doing, room.held)),
    movesInWords(movesInTheWay({ room, planned: home.planned }).length),
  ];
  const { name } = home.setting;
  const freeOn = await freeAfter(now, home, { found, on });
  const isLater = room.on > on;
  const then = isLater ? dayInWords(room.on) : 'that day';
  const why = [
    room.places === undefined
      ? `Nobody knows whether ${name} has a place for this child on ${then}.`
      : `${name} has no place for this child on ${then}.`,
    ...others,
    room.isPromised && !room.isBeyondRecord ? '' : fullInWords(room, isLater),
    whatToDo({ room, planned: home.planned, freeOn }),
  ];
  const question = room.isPromised ? 'moves-on' : PLACE_ALL_THE_SAME;
  return { kind: 'no-place', fault: { question, sentence: why.filter((words) => words !== '').join(' ') } };
};
