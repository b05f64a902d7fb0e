import { type ChildId, type ChildRecord, type Day, findFactPeriod, type Period } from '@rightplace/domain';
import type { Staff, StaffMember, StaffRole } from '../child/scope.ts';
import { beside, recall } from '../ledger/recall.ts';
import type { PartPlace } from './figure-reach.ts';

/**
 * Where each social worker works, by their Social Work England number, for counting a team's children on past days
 * too. It is where they work now (or last did): an authority that began with this service last month knows who was
 * each child's worker two years ago, but not in which team that worker then was. The pages say so.
 */
export type Workplaces = ReadonlyMap<string, PartPlace>;

/** For as long as nothing about the authority's people has changed. */
const kept = new WeakMap<Staff, Map<Day, Workplaces>>();
const MOST_DAYS = 2;

export const workplacesOf = (staff: Staff, today: Day): Workplaces => {
  const days = beside(kept, staff, () => new Map<Day, Workplaces>());
  return recall(days, today, MOST_DAYS, () => findWorkplaces(staff, today));
};

const findWorkplaces = ({ members, teams }: Staff, today: Day): Workplaces => {
  const places = new Map<string, PartPlace>();
  for (const member of members.values()) {
    const role = member.socialWorkNumber === null ? undefined : roleThatPlaces(member, today);
    if (member.socialWorkNumber === null || role === undefined) continue;
    const team = role.teamId === null ? undefined : teams.get(role.teamId);
    places.set(member.socialWorkNumber.toUpperCase(), {
      teamId: team?.id,
      service: team?.service ?? role.service ?? undefined,
    });
  }
  return places;
};

/** The role they have today; otherwise the last they had. As a social worker before any other. */
const roleThatPlaces = ({ roles }: StaffMember, today: Day): StaffRole | undefined =>
  roles
    .filter(({ starts, teamId, service }) => starts <= today && (teamId !== null || service !== null))
    .toSorted((a, b) => rankOf(b, today) - rankOf(a, today) || (a.starts < b.starts ? 1 : -1))[0];

const rankOf = ({ role, ends }: StaffRole, today: Day): number =>
  (ends === null || ends > today ? 2 : 0) + (role === 'social-worker' ? 1 : 0);

/** Which part of a child's record is held in the part of the authority somebody sees. */
export interface Holding {
  /** Whether it can be told whose case it was that day: past workers may be on nobody's list any more. */
  readonly isKnownOn: (child: ChildId, on: Day) => boolean;
  readonly heldOn: (child: ChildId, on: Day) => boolean;
  /** For a beginning: who held the case that day or, if nobody yet, the first who did by the as-of day. */
  readonly heldFrom: (child: ChildId, on: Day, asOf: Day) => boolean;
  /** For an ending: who held the case the day before or, if nobody then, the last who had. */
  readonly heldUntil: (child: ChildId, on: Day) => boolean;
}

interface Span extends Period {
  readonly within: boolean;
}

export const isWithin = (place: PartPlace, places: readonly PartPlace[]): boolean =>
  places.some(({ teamId, service }) =>
    teamId === undefined ? service !== undefined && service === place.service : teamId === place.teamId,
  );

type SpansOf = WeakMap<ChildRecord, readonly Span[]>;

/** By the child's record itself, which one ledger after another shares while nothing of the child changes. */
const spansKept = new WeakMap<Workplaces, Map<string, SpansOf>>();
const MOST_PARTS = 30;

export const holdingOf = (
  children: readonly ChildRecord[],
  workplaces: Workplaces,
  places: readonly PartPlace[],
): Holding => {
  const parts = beside(spansKept, workplaces, () => new Map<string, SpansOf>());
  const known = recall(parts, JSON.stringify(places), MOST_PARTS, (): SpansOf => new WeakMap());
  const spansOf = new Map(
    children.map((child) => [child.id, beside(known, child, () => spansIn(child, workplaces, places))]),
  );
  const spans = (child: ChildId): readonly Span[] => spansOf.get(child) ?? [];
  // Latest first, as a child's worker is told elsewhere: in a handover recorded on both sides the newcomer holds.
  const on = (child: ChildId, day: Day): Span | undefined =>
    spans(child).find(({ starts, ends }) => starts <= day && (ends === null || ends > day));
  return {
    isKnownOn: (child, day) => on(child, day) !== undefined,
    heldOn: (child, day) => on(child, day)?.within === true,
    heldFrom: (child, day, asOf) =>
      (on(child, day) ?? spans(child).findLast(({ starts }) => starts > day && starts <= asOf))?.within ===
      true,
    heldUntil: (child, day) =>
      spans(child).find(({ starts, ends }) => starts < day && (ends === null || ends >= day))?.within ??
      spans(child).find(({ starts }) => starts < day)?.within === true,
  };
};

const spansIn = (
  { facts }: ChildRecord,
  workplaces: Workplaces,
  places: readonly PartPlace[],
): readonly Span[] =>
  facts
    .flatMap((fact): Span[] => {
      const period = fact.kind === 'social-worker' ? findFactPeriod(fact) : undefined;
      const place = workplaces.get((fact.fields['SW_ID'] ?? '').toUpperCase());
      return period === undefined || place === undefined
        ? []
        : [{ ...period, within: isWithin(place, places) }];
    })
    .sort((a, b) => (a.starts < b.starts ? 1 : a.starts > b.starts ? -1 : 0));
