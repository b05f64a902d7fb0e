import type { DayNumber } from '@rightplace/domain';
import { ageAt } from '../calendar/days.ts';
import { between, chance, logNormalDays, type Odds, weighted } from '../random/draw.ts';
import type { Stream } from '../random/stream.ts';
import type { Entry } from './entry.ts';
import type { AdoptionPlan, StatusFrom } from './life.ts';

/** When an adopted child's plan turned, worked back from the adoption itself. */
export interface AdoptionDays extends AdoptionPlan {
  readonly placed: DayNumber;
}

interface LegalPlan {
  readonly statuses: readonly StatusFrom[];
  readonly adoption?: AdoptionDays;
  /** A plan for adoption given up: a placement order that no family was found under. */
  readonly reversed?: AdoptionPlan;
}

type Route = 'agreed' | 'agreed-then-proceedings' | 'proceedings' | 'police-protection' | 'emergency-order';

const ROUTES_BY_LENGTH: readonly (readonly [underDays: number, odds: Odds<Route>])[] = [
  [
    60,
    [
      ['agreed', 72],
      ['proceedings', 8],
      ['police-protection', 14],
      ['emergency-order', 6],
    ],
  ],
  [
    240,
    [
      ['agreed', 50],
      ['agreed-then-proceedings', 14],
      ['proceedings', 28],
      ['police-protection', 6],
      ['emergency-order', 2],
    ],
  ],
  [
    Number.POSITIVE_INFINITY,
    [
      ['agreed', 2],
      ['agreed-then-proceedings', 44],
      ['proceedings', 42],
      ['police-protection', 7],
      ['emergency-order', 3],
    ],
  ],
];

/** Young people who come in at fifteen or later mostly stay under an agreement with their parents. */
const ROUTES_OF_OLDER: Odds<Route> = [
  ['agreed', 28],
  ['agreed-then-proceedings', 42],
  ['proceedings', 20],
  ['police-protection', 5],
];

const routeOf = (next: Stream, entry: Entry): Route => {
  if (entry.need === 'N2' && chance(next, 0.35)) return 'agreed';
  if (ageAt(entry.born, entry.starts) >= 15) return weighted(next, ROUTES_OF_OLDER);
  const length = entry.ends - entry.starts;
  const odds = ROUTES_BY_LENGTH.find(([under]) => length < under)?.[1];
  return weighted(next, odds ?? ROUTES_OF_OLDER);
};

/** From the first day to the interim order, as far as care lasts. */
const opening = (next: Stream, entry: Entry, route: Route): readonly StatusFrom[] => {
  const { starts } = entry;
  switch (route) {
    case 'agreed':
      return [{ starts, status: 'V2' }];
    case 'agreed-then-proceedings':
      return [
        { starts, status: 'V2' },
        { starts: starts + 14 + logNormalDays(next, 60, 0.7), status: 'C1' },
      ];
    case 'proceedings':
      return [{ starts, status: 'C1' }];
    // Police protection lasts no more than 72 hours, an emergency protection order no more than 8 days at first
    // (Children Act 1989, sections 46 and 45).
    case 'police-protection':
      return [
        { starts, status: 'L1' },
        { starts: starts + between(next, 1, 3), status: chance(next, 0.5) ? 'V2' : 'C1' },
      ];
    case 'emergency-order':
      return [
        { starts, status: 'L2' },
        { starts: starts + between(next, 3, 8), status: 'C1' },
      ];
  }
};

/** Proceedings are meant to end within 26 weeks (Children Act 1989, section 32) and take longer in fact. */
const proceedingsLength = (next: Stream): number => 90 + logNormalDays(next, 200, 0.45);

const adoptionDays = (next: Stream, entry: Entry): AdoptionDays => {
  const length = entry.ends - entry.starts;
  const placed = entry.ends - between(next, 220, Math.max(230, Math.min(500, Math.floor(length * 0.55))));
  const earliest = entry.starts + Math.min(150, Math.floor((placed - entry.starts) * 0.5));
  const ordered = Math.max(earliest, placed - between(next, 120, 520));
  const decided = Math.max(entry.starts + 20, ordered - between(next, 5, 45));
  return {
    decided,
    ordered,
    matched: Math.max(decided, placed - between(next, 10, 40)),
    placed,
    byFosterCarer: chance(next, 0.14),
  };
};

const adopted = (next: Stream, entry: Entry): LegalPlan => {
  const adoption = adoptionDays(next, entry);
  const route: Route = chance(next, 0.3) ? 'agreed-then-proceedings' : 'proceedings';
  const before = opening(next, entry, route).filter((s) => s.starts < adoption.ordered - 10);
  return { statuses: [...before, { starts: adoption.ordered, status: 'E1' }], adoption };
};

const inProceedings = (next: Stream, entry: Entry, opened: readonly StatusFrom[]): LegalPlan => {
  const interim = opened.find((s) => s.status === 'C1');
  if (interim === undefined) return { statuses: opened };
  const full = interim.starts + proceedingsLength(next);
  if (full >= entry.ends - 20) return { statuses: opened };
  const small = ageAt(entry.born, full) < 5;
  if (!small || entry.leaving === 'home' || !chance(next, 0.7)) {
    return { statuses: [...opened, { starts: full, status: 'C2' }] };
  }
  const reversed = full + between(next, 300, 900);
  const plan = { decided: full - between(next, 5, 40), ordered: full, matched: full, byFosterCarer: false };
  const statuses = [...opened, { starts: full, status: 'E1' }];
  if (reversed >= entry.ends - 20) return { statuses: [...opened, { starts: full, status: 'C2' }] };
  return { statuses: [...statuses, { starts: reversed, status: 'C2' }], reversed: { ...plan, reversed } };
};

/** The legal statuses of one period of care, in order, the first on its first day and none after its last. */
export const planLegal = (next: Stream, entry: Entry): LegalPlan => {
  const { starts, ends } = entry;
  if (entry.unaccompanied) return { statuses: [{ starts, status: 'V2' }] };
  if (entry.leaving === 'remand') return { statuses: [{ starts, status: 'J1' }] };
  if (entry.leaving === 'adoption') return adopted(next, entry);
  const opened = opening(next, entry, routeOf(next, entry)).filter((s) => s.starts < ends);
  return inProceedings(next, entry, opened);
};
