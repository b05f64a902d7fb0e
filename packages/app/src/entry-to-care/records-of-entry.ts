import {
  type ChildId,
  EMERGENCY,
  type Ledger,
  londonDayOf,
  type Moment,
  momentOnLondonClock,
  PALAC,
  type PalacRequest,
  PLACED_ON,
  type Records,
} from '@rightplace/domain';
import type { CaseEventInto } from '@rightplace/store';
import { byCase, dayOf, type EventsOfProcess, type ToldByCases, wordOf } from '../ledger/told-by-cases.ts';

type Told = Pick<Records, 'palacRequests' | 'emergencyStarts'>;

const PLACED_AT = 'placed-at';

export const ENTRY_TOLD: ToldByCases = {
  states: [
    {
      workflow: PALAC.id,
      states: ['draft', 'with-team-manager', 'returned', 'authorised', 'rejected', 'completed'],
    },
    { workflow: EMERGENCY.id, states: ['raised', 'placed', 'refused', 'not-authorised'] },
  ],
  said: [PLACED_ON, PLACED_AT],
};

type Round = Pick<PalacRequest, 'submittedAt' | 'decidedAt' | 'outcome'>;
type Own = readonly CaseEventInto[];

/**
 * Requests for care, each time that one was sent on, and starts of care by the emergency route. An emergency is decided by its
 * full request; one that was refused the same night, or that has none yet, is a request of its own.
 */
export const recordsOfEntry = (eventsOf: EventsOfProcess, ledger: Ledger): Told => {
  const nights = new Map(byCase(eventsOf(EMERGENCY.id)).map((own) => [own[0]?.case ?? 0, own]));
  const requests = byCase(eventsOf(PALAC.id));
  if (nights.size === 0 && requests.length === 0) return {};
  const startOf = startsIn(ledger);
  const full = requests.flatMap((own) => {
    const night = nights.get(own[0]?.openedFrom ?? 0);
    const rounds = roundsIn(own);
    const movedAt = night === undefined ? movedWith(own, startOf) : placedAt(night);
    return withMove(rounds, movedAt).map((round) => ({
      ...head(own),
      ...round,
      emergency: night !== undefined,
    }));
  });
  const decidedInFull = new Set(
    requests.flatMap((own) => (roundsIn(own).length > 0 ? (own[0]?.openedFrom ?? []) : [])),
  );
  const alone = [...nights].flatMap(([id, own]) => requestsOfNight(own, decidedInFull.has(id)));
  return {
    palacRequests: [...full, ...alone],
    emergencyStarts: [...nights.values()].flatMap((own) => {
      const on = dayOf(placing(own)?.said, PLACED_ON);
      return on === null ? [] : [{ ...head(own), on }];
    }),
  };
};

const head = (own: Own): { readonly child: ChildId } => ({ child: (own[0] as CaseEventInto).child });

const OUTCOMES: Readonly<Record<string, NonNullable<PalacRequest['outcome']>>> = {
  draft: 'returned',
  returned: 'returned',
  authorised: 'authorised',
  rejected: 'rejected',
};

/** From each sending on to what was decided of it. */
const roundsIn = (own: Own): readonly Round[] => {
  const rounds: Round[] = [];
  for (const { at, to } of own) {
    if (to === 'with-team-manager') {
      rounds.push({ submittedAt: at, decidedAt: null, outcome: null });
      continue;
    }
    const outcome = OUTCOMES[to];
    const last = rounds.at(-1);
    if (outcome !== undefined && last !== undefined && last.decidedAt === null)
      rounds[rounds.length - 1] = { ...last, decidedAt: at, outcome };
  }
  return rounds;
};

/** One child moves once: with the sending on that was authorised, or else with the last. */
const withMove = (rounds: readonly Round[], movedAt: Moment | null) => {
  const authorised = rounds.findIndex(({ outcome }) => outcome === 'authorised');
  const moves = authorised === -1 ? rounds.length - 1 : authorised;
  return rounds.map((round, i) => ({ ...round, movedAt: i === moves ? movedAt : null }));
};

const placing = (night: Own): CaseEventInto | undefined =>
  night.find(({ to, said }) => to === 'placed' && dayOf(said, PLACED_ON) !== null);

const LAST_MINUTE = '23:59';

const placedAt = (night: Own): Moment | null => {
  const placed = placing(night);
  const on = dayOf(placed?.said, PLACED_ON);
  if (placed === undefined || on === null) return null;
  return (
    momentOnLondonClock(on, wordOf(placed.said, PLACED_AT)) ??
    momentOnLondonClock(on, LAST_MINUTE) ??
    placed.at
  );
};

type StartOf = (
  child: ChildId,
  by: ReturnType<typeof londonDayOf>,
) => ReturnType<typeof londonDayOf> | undefined;

const startsIn = ({ children }: Ledger): StartOf => {
  const periods = new Map(children.map(({ id, periodsOfCare }) => [id, periodsOfCare]));
  return (child, by) => periods.get(child)?.findLast(({ starts }) => starts <= by)?.starts;
};

/** Nobody says at what hour a planned move was: by the end of its day, so that none is before a decision of that day. */
const movedWith = (own: Own, startOf: StartOf): Moment | null => {
  const completed = own.find(({ to }) => to === 'completed');
  if (completed === undefined) return null;
  const on = dayOf(completed.said, PLACED_ON) ?? startOf(completed.child, londonDayOf(completed.at));
  return on === undefined ? completed.at : (momentOnLondonClock(on, LAST_MINUTE) ?? completed.at);
};

/** What is decided of an emergency without its full request. */
const requestsOfNight = (own: Own, isDecidedInFull: boolean): readonly PalacRequest[] => {
  const raised = own[0] as CaseEventInto;
  const refused = own.find(
    ({ to, kind }) => kind === 'reject' && (to === 'refused' || to === 'not-authorised'),
  );
  if (isDecidedInFull && refused === undefined) return [];
  return [
    {
      child: raised.child,
      submittedAt: raised.at,
      decidedAt: refused?.at ?? null,
      outcome: refused === undefined ? null : 'rejected',
      emergency: true,
      movedAt: isDecidedInFull ? null : placedAt(own),
    },
  ];
};
