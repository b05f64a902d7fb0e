import {
  collectionYearEnd,
  collectionYearOf,
  type Day,
  EXCLUSION_REASONS,
  findFactYear,
  londonDayOf,
  type Moment,
  maxDay,
  minDay,
  type PreparedLedger,
  socialWorkersOn,
} from '@rightplace/domain';
import { listAudit, listChanges, listImports, type Tx } from '@rightplace/store';
import type { HeldLedger } from '../ledger/ledgers.ts';
import { type FigureBook, measureOf } from './figure-book.ts';
import type { TrueReach } from './figure-reach.ts';

/** What the figures stand on: how many children lack what some figure needs. */
export interface Gaps {
  readonly lookedAfter: number;
  readonly noDateOfBirth: number;
  /** The record does not hold the start of their care: it began no later than the day it has. */
  readonly startNotKnown: number;
  readonly distanceNotKnown: number;
  /** Undefined while the record names no child's worker at all. */
  readonly noWorker: number | undefined;
}

export const gapsOn = (book: FigureBook, held: HeldLedger, asOf: Day): Gaps =>
  book.keep(`gaps ${asOf}`, () => {
    const children = book.authority(asOf).inCare.filter(({ shortBreaks }) => !shortBreaks);
    const factsOf = (id: (typeof children)[number]['id']) => held.childById.get(id)?.facts ?? [];
    const namesWorkers = held.ledger.children.some(({ facts }) =>
      facts.some(({ kind }) => kind === 'social-worker'),
    );
    return {
      lookedAfter: children.length,
      noDateOfBirth: children.filter(({ age }) => age === undefined).length,
      startNotKnown: children.filter(({ startKnown }) => !startKnown).length,
      distanceNotKnown: book
        .figure(measureOf('within-20-miles'), asOf)
        .excluded.filter(
          ({ reason }) => reason === ('distance-not-known' satisfies keyof typeof EXCLUSION_REASONS),
        ).length,
      noWorker: namesWorkers
        ? children.filter(({ id }) => socialWorkersOn(factsOf(id), asOf).length === 0).length
        : undefined,
    };
  });

/**
 * The last day, up to the day looked at, of which the record tells: when anything last happened to any child, or the end
 * of the last return's year if that is later and had come when it was taken in. After it, figures say how it would be if
 * nothing had happened since. Undefined when the record tells of nothing.
 */
export const toldUntil = (
  book: FigureBook,
  { prepared }: HeldLedger,
  { asOf, lastImport }: { readonly asOf: Day; readonly lastImport: Source['lastImport'] },
): Day | undefined => {
  const happened = book.keep(`last happened ${asOf}`, () => lastHappened(prepared, asOf));
  const year = Math.max(0, ...(lastImport?.collectionYears ?? []));
  if (happened === undefined || lastImport === undefined || year === 0) return happened;
  const returned = minDay(collectionYearEnd(year), londonDayOf(lastImport.at));
  return maxDay(happened, minDay(returned, asOf));
};

const lastHappened = ({ histories }: PreparedLedger, asOf: Day): Day | undefined => {
  let last: Day | undefined;
  for (const { stages } of histories)
    for (const { episode } of stages)
      for (const on of [episode.decom, episode.dec])
        if (on !== null && on <= asOf && (last === undefined || on > last)) last = on;
  return last;
};

/** A yearly part of the return, for the latest year up to the day: how many of the children it tells of. */
export interface YearHeld {
  readonly part: 'oc2' | 'oc3';
  readonly year: number;
  readonly children: number;
}

/**
 * What the record holds of health, education and leaving care, whose figures are still to come. Those who have left care
 * are in no team, so a part of the authority holds nothing of them.
 */
export const outcomesHeld = (
  book: FigureBook,
  { held, reach }: { readonly held: HeldLedger; readonly reach: TrueReach },
  asOf: Day,
): readonly YearHeld[] =>
  book.keep(`outcomes ${asOf}`, () => {
    const inCare = new Set(book.authority(asOf).inCare.map(({ id }) => id));
    const latest = collectionYearOf(asOf);
    const counts = new Map<string, number>();
    for (const { id, facts } of held.ledger.children)
      for (const fact of facts) {
        if (fact.kind !== 'oc2' && fact.kind !== 'oc3') continue;
        // OC2 is of children in care, so of those counted here; OC3 is of those who have left.
        if (fact.kind === 'oc2' && !inCare.has(id)) continue;
        const year = findFactYear(fact);
        if (year === undefined || year > latest) continue;
        const key = `${fact.kind} ${year}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    const parts = reach.kind === 'authority' ? (['oc2', 'oc3'] as const) : (['oc2'] as const);
    return parts.flatMap((part): YearHeld[] => {
      const years = [...counts.keys()].flatMap((key) => (key.startsWith(part) ? Number(key.slice(4)) : []));
      const year = Math.max(...years);
      return years.length === 0 ? [] : [{ part, year, children: counts.get(`${part} ${year}`) ?? 0 }];
    });
  });

/** Where what is known came from, and when. */
export interface Source {
  /** The last change of the record up to the moment looked at. */
  readonly lastLearned: { readonly at: Moment; readonly why: string } | undefined;
  readonly lastImport:
    | {
        readonly id: number;
        readonly at: Moment;
        readonly collectionYears: readonly number[];
        /** Rows that could not be taken in, with file, line and reason in the import's report. */
        readonly setAside: number | undefined;
      }
    | undefined;
  /** Imports looked at and not yet applied. */
  readonly waiting: readonly { readonly id: number; readonly at: Moment }[];
}

export const findSource = async (tx: Tx, knownAt: Moment | undefined): Promise<Source> => {
  const changes = await listChanges(tx, knownAt === undefined ? 1 : 1000);
  const [last] = changes.filter(({ at }) => knownAt === undefined || at <= knownAt);
  const imports = await listImports(tx, 30);
  const applied = imports.find(
    ({ status, decidedAt }) =>
      status === 'applied' && decidedAt !== undefined && (knownAt === undefined || decidedAt <= knownAt),
  );
  return {
    lastLearned: last === undefined ? undefined : { at: last.at, why: last.why },
    lastImport:
      applied?.decidedAt === undefined
        ? undefined
        : {
            id: applied.id,
            at: applied.decidedAt,
            collectionYears: applied.collectionYears,
            setAside: rejectedIn(applied.summary),
          },
    waiting: imports.filter(({ status }) => status === 'previewed').map(({ id, at }) => ({ id, at })),
  };
};

const rejectedIn = (summary: unknown): number | undefined => {
  const { rejected } = (summary ?? {}) as { readonly rejected?: unknown };
  return typeof rejected === 'number' ? rejected : undefined;
};

/** How long the authority's audit is, and when it was last written to. */
export interface AuditLength {
  readonly entries: number;
  readonly lastAt: Moment | undefined;
}

export const auditLength = async (tx: Tx): Promise<AuditLength> => {
  const [last] = await listAudit(tx, { limit: 1 });
  return { entries: last?.seq ?? 0, lastAt: last?.at };
};
