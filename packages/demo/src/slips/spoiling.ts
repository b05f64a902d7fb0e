import {
  type ChildDetails,
  type ChildFact,
  type ChildRecord,
  type Day,
  dayNumber,
  type LegalStatus,
  type Placement,
} from '@rightplace/domain';
import { slashed } from '../calendar/days.ts';

/** The record with one thing wrong in it; undefined while what it is about is not there. */
export type Spoil = (child: ChildRecord) => ChildRecord | undefined;

/** Finds something to put wrong among what happened from one day to another, both included. */
export type FindSpoil = (child: ChildRecord, from: Day, to: Day) => Spoil | undefined;

const without = <T extends object>(whole: T, name: string): T =>
  Object.fromEntries(Object.entries(whole).filter(([key]) => key !== name)) as T;

/** Lists with one of their things changed; undefined when it is not among them. */
const changing = <T>(
  all: readonly T[],
  isIt: (one: T) => boolean,
  change: (one: T) => T,
): readonly T[] | undefined => {
  const at = all.findIndex(isIt);
  const one = all[at];
  return one === undefined ? undefined : all.with(at, change(one));
};

const isLookedAfter = ({ periodsOfCare }: ChildRecord): boolean => periodsOfCare.at(-1)?.ends === null;

/** A detail that nobody has entered, of a child looked after. */
export const leaveOut =
  (name: keyof ChildDetails): FindSpoil =>
  (known) =>
    known.details[name] === undefined || !isLookedAfter(known)
      ? undefined
      : (child) => ({ ...child, details: without(child.details, name) });

type ChangeFact = (fields: ChildFact['fields'], child: ChildRecord) => ChildFact['fields'] | undefined;

const spoilFact =
  (kind: ChildFact['kind'], change: ChangeFact): FindSpoil =>
  (known, from, to) => {
    const isIn = ({ key }: ChildFact): boolean => from <= key.slice(0, 10) && key.slice(0, 10) <= to;
    const found = known.facts.findLast(
      (fact) => fact.kind === kind && isIn(fact) && change(fact.fields, known) !== undefined,
    );
    if (found === undefined || !isLookedAfter(known)) return undefined;
    return (child) => {
      const facts = changing(
        child.facts,
        (fact) => fact.kind === kind && fact.key === found.key,
        (fact) => ({ ...fact, fields: change(fact.fields, known) ?? fact.fields }),
      );
      return facts && { ...child, facts };
    };
  };

/** A cell of a row left blank. */
export const leaveBlank = (kind: ChildFact['kind'], column: string): FindSpoil =>
  spoilFact(kind, (fields) => (fields[column] === undefined ? undefined : without(fields, column)));

/** A child back from being missing, and moved since; nobody has entered the return. */
export const leaveMissing: FindSpoil = spoilFact('missing', (fields, { placements }) => {
  const [dayOf = '', month = '', year = ''] = (fields['MIS_START'] ?? '').split('/');
  const hasMoved = placements.some(({ starts }) => starts > `${year}-${month}-${dayOf}`);
  return fields['MIS_END'] === undefined || !hasMoved ? undefined : without(fields, 'MIS_END');
});

/** A social worker who has gone, and nobody in their place. */
export const leaveWithoutWorker: FindSpoil = (known, from) => {
  const current = known.facts.findLast(
    ({ kind, key, fields }) =>
      kind === 'social-worker' && fields['SW_DEC'] === undefined && key.slice(0, 10) < from,
  );
  if (current === undefined || !isLookedAfter(known)) return undefined;
  return (child) => {
    const facts = changing(
      child.facts,
      ({ kind, key }) => kind === current.kind && key === current.key,
      (fact) => ({ ...fact, fields: { ...fact.fields, SW_DEC: slashed(dayNumber(from)) } }),
    );
    return facts && { ...child, facts };
  };
};

const spoilPlacement =
  (wanted: (placement: Placement, from: Day, to: Day) => boolean, change: Partial<Placement>): FindSpoil =>
  (known, from, to) => {
    const found = known.placements.findLast((placement) => wanted(placement, from, to));
    if (found === undefined || !isLookedAfter(known)) return undefined;
    return (child) => {
      const placements = changing(
        child.placements,
        (placement) => placement.starts === found.starts && wanted(placement, from, to),
        (placement) => ({ ...placement, ...change }),
      );
      return placements && { ...child, placements };
    };
  };

const beganIn = ({ starts }: Placement, from: Day, to: Day): boolean => from <= starts && starts <= to;

/** Carers whom nobody is said to have found: foster care with no provider of it. */
export const misnameProvider: FindSpoil = spoilPlacement(
  (placement, from, to) => placement.type === 'U6' && beganIn(placement, from, to),
  { provider: 'PR0' },
);

/** A home entered before its registration was looked up. */
export const leaveUnregistered: FindSpoil = spoilPlacement(
  (placement, from, to) => placement.type === 'K2' && beganIn(placement, from, to),
  { urn: 'XXXXXXX' },
);

/** A move that nobody has given the reason of. */
export const leaveMoveUnexplained: FindSpoil = spoilPlacement(
  ({ ends, endReason }, from, to) => endReason !== null && ends !== null && from <= ends && ends <= to,
  { endReason: null },
);

/** A child who went home, entered without saying so. */
export const leaveEndUnexplained: FindSpoil = (known, from, to) => {
  const last = known.periodsOfCare.at(-1);
  if (last === undefined || last.ends === null || last.ends < from || last.ends > to) return undefined;
  if (last.endReason?.startsWith('E4') !== true) return undefined;
  return (child) => {
    const periodsOfCare = changing(
      child.periodsOfCare,
      ({ starts, ends }) => starts === last.starts && ends !== null,
      (period) => ({ ...period, endReason: null }),
    );
    return periodsOfCare && { ...child, periodsOfCare };
  };
};

/** Police protection, which lasts three days, that was never ended in the record. */
export const leavePoliceProtection: FindSpoil = (known, from, to) => {
  const isLong = ({ starts, ends }: LegalStatus): boolean =>
    ends === null || dayNumber(ends) - dayNumber(starts) > 7;
  const first = known.legalStatuses.findLast(({ starts }) => from <= starts && starts <= to);
  if (first === undefined || first.status !== 'V2' || !isLong(first) || !isLookedAfter(known))
    return undefined;
  if (!known.periodsOfCare.some(({ starts }) => starts === first.starts)) return undefined;
  return (child) => {
    const legalStatuses = changing(
      child.legalStatuses,
      ({ starts, status }) => starts === first.starts && status === first.status,
      (status) => ({ ...status, status: 'L2' }),
    );
    return legalStatuses && { ...child, legalStatuses };
  };
};
