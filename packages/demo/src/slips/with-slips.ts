import { type ChildRecord, type Day, dayNumber, utcDayOf } from '@rightplace/domain';
import type { DemoPerson } from '../authority/staff.ts';
import { dayText, yearOf, yearStart } from '../calendar/days.ts';
import type { DemoAuthority } from '../demonstration.ts';
import type { DemoMoment } from '../knowledge/moments.ts';
import { pick } from '../random/draw.ts';
import { stream } from '../random/stream.ts';
import { SLIPS, type Slip } from './slips.ts';
import type { Spoil } from './spoiling.ts';

/** The authority with its slips, and what is recorded on the as-of day itself. */
export interface SlippingAuthority extends DemoAuthority {
  /** Slips put right this morning, and a slip made this morning: each child in full. */
  readonly today: readonly ChildRecord[];
}

/** A slip in the record of a child, wrong from one day's end and put right by another's. */
interface Made {
  readonly id: string;
  readonly spoil: Spoil;
  readonly from: Day;
  readonly until: Day | undefined;
}

/** Who holds the case, or held it last. */
const workerOf = (
  { facts }: ChildRecord,
  byNumber: ReadonlyMap<string, DemoPerson>,
): DemoPerson | undefined =>
  byNumber.get(facts.findLast(({ kind }) => kind === 'social-worker')?.fields['SW_ID'] ?? '');

/**
 * Puts a few slips in the record, as any record has them, for the return's rules to find: each in a child of its own, made
 * and put right on evenings at which the authority learned of its children. The returns that are written from the same
 * invention have none.
 */
export const withSlips = (authority: DemoAuthority, seed: string | number): SlippingAuthority => {
  const made = makeSlips(authority, seed);
  const known = new Map<string, ChildRecord>();
  const moments = authority.moments.map(({ at, children }, i): DemoMoment => {
    for (const child of children) known.set(child.id, child);
    const before = authority.moments[i - 1]?.at;
    const isDue = (on: Day | undefined): boolean =>
      on !== undefined && on <= utcDayOf(at) && (before === undefined || on > utcDayOf(before));
    const due = [...made.values()].filter(({ from, until }) => isDue(from) || isDue(until));
    const again = due.flatMap(({ id }) =>
      children.some((child) => child.id === id) ? [] : (known.get(id) ?? []),
    );
    return {
      at,
      children: [...children, ...again].map((child) => asSlipped(child, made.get(child.id), utcDayOf(at))),
    };
  });
  const changesToday = ({ id }: ChildRecord): boolean => {
    const slip = made.get(id);
    return slip?.from === authority.asOf || slip?.until === authority.asOf;
  };
  const children = authority.children.map((child) => asSlipped(child, made.get(child.id), authority.asOf));
  return { ...authority, moments, children, today: children.filter(changesToday) };
};

const asSlipped = (child: ChildRecord, made: Made | undefined, on: Day): ChildRecord => {
  if (made === undefined || on < made.from || (made.until !== undefined && on >= made.until)) return child;
  return made.spoil(child) ?? child;
};

/** One child for each slip, who has something of that sort to put wrong; a slip that fits nobody is left out. */
const makeSlips = (authority: DemoAuthority, seed: string | number): ReadonlyMap<string, Made> => {
  const asOf = dayNumber(authority.asOf);
  const first = yearStart(yearOf(asOf - 1));
  const told = new Set(authority.stories.map(({ id }) => id));
  const byNumber = new Map(authority.staff.map((person) => [person.socialWorkNumber ?? person.id, person]));
  const made = new Map<string, Made>();
  const firstDay = dayText(first);
  // Nobody whose care ended in an earlier year has anything that this year's return tells of.
  const there = authority.children.filter(({ id, restricted, periodsOfCare }) => {
    const last = periodsOfCare.at(-1);
    const isOfYear = last !== undefined && (last.ends === null || last.ends >= firstDay);
    return isOfYear && restricted !== true && !told.has(id);
  });
  const holders = new Map(there.map((child) => [child.id, workerOf(child, byNumber)]));
  const fits = (child: ChildRecord, { worker, team }: Slip): boolean => {
    if (made.has(child.id)) return false;
    if (worker === undefined && team === undefined) return true;
    const holder = holders.get(child.id);
    return worker === undefined ? holder?.team === team : holder?.name === worker;
  };
  for (const [i, slip] of SLIPS.entries()) {
    const [began, ended] = slip.between;
    const from = dayText(Math.max(first, asOf - began));
    const to = dayText(asOf - ended);
    const open = there.flatMap((child) => {
      const spoil = fits(child, slip) ? slip.find(child, from, to) : undefined;
      return spoil === undefined ? [] : [{ id: child.id, spoil }];
    });
    if (from > to || open.length === 0) continue;
    const { id, spoil } = pick(stream(`${seed}/slip/${i}`), open);
    const since = slip.since === undefined ? from : dayText(asOf - slip.since);
    const until = slip.putRight === undefined ? undefined : dayText(asOf - slip.putRight);
    made.set(id, { id, spoil, from: since > from ? since : from, until });
  }
  return made;
};
