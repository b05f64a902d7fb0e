/** One of the threads of `measures-england`: invents its authorities, and counts them all when asked. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import {
  authorityOnDay,
  day,
  ENGLAND_BANK_HOLIDAYS,
  type Ledger,
  lacksRecords,
  MEASURES,
  type Measure,
  type MeasureContext,
  monthEnds,
  type PreparedLedger,
  prepare,
  type Tally,
  tallyOn,
} from '@rightplace/domain';
import { placesContext } from '../packages/app/src/ledger/places-context.ts';
import { locator } from '../packages/app/src/reference/locator.ts';
import { demonstration } from '../packages/demo/src/index.ts';

const AS_OF = day('2026-03-31');

/** Those that a return is enough for. */
export const COUNTED: readonly Measure[] = MEASURES.filter(
  (measure) => measure.kind !== 'cases' || !lacksRecords(measure, {}),
);

export const YEAR_ENDS = monthEnds(120, AS_OF).filter((on) => on.endsWith('-03-31'));

/** An authority like the middling one of England's, so that 154 of them have all England's children. */
const IN_CARE_EACH = 552;

export interface PartOfEngland {
  /** The first of this thread's authorities, and how many it has. */
  readonly first: number;
  readonly authorities: number;
}

export interface PartMade {
  readonly kind: 'made';
  readonly inCare: number;
  readonly children: number;
  readonly episodes: number;
  readonly preparedIn: number;
}

export interface PartCounted {
  readonly kind: 'counted';
  /** Of each year-end, of each measure. */
  readonly tallies: readonly (readonly Tally[])[];
  /** Milliseconds of this thread's own. */
  readonly own: number;
}

const ownTime = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

const inventAuthority = (seed: number): Ledger => {
  const { code, children } = demonstration({ seed, asOf: AS_OF, children: IN_CARE_EACH, years: 10 });
  return { authority: code, children };
};

const addTo = (sums: (readonly Tally[])[], tallies: readonly (readonly Tally[])[]): void => {
  for (const [i, ofDay] of tallies.entries())
    sums[i] = ofDay.map((tally, j) => addTallies(sums[i]?.[j], tally));
};

/** No child is in two authorities, nor in two threads. No measure that a return is enough for takes a median. */
export const addTallies = (a: Tally | undefined, b: Tally): Tally =>
  a === undefined
    ? b
    : {
        counted: a.counted + b.counted,
        all: a.all + b.all,
        notRecorded: a.notRecorded + b.notRecorded,
        less: a.less + b.less,
        sum: a.sum + b.sum,
        outOf: a.outOf + b.outOf,
      };

const countAll = (ledger: PreparedLedger, context: MeasureContext): PartCounted['tallies'] =>
  YEAR_ENDS.map((on) => {
    const authority = authorityOnDay(ledger, on);
    return COUNTED.map((measure) => {
      const tally = tallyOn(measure, authority, context);
      if (typeof tally === 'string') throw new Error(`${measure.id} has no figure: ${tally}`);
      return tally;
    });
  });

const serve = (port: MessagePort, { first, authorities }: PartOfEngland): void => {
  let context: MeasureContext | undefined;
  let [inCare, children, episodes, preparedIn] = [0, 0, 0, 0];
  const prepared: PreparedLedger[] = [];
  for (let i = 0; i < authorities; i++) {
    const invented = inventAuthority(first + i);
    // The demonstration's authorities lie in one place, so that one context does for all.
    context ??= {
      locate: locator(undefined),
      bankHolidays: ENGLAND_BANK_HOLIDAYS,
      ...placesContext(invented),
    };
    const from = ownTime();
    const ledger = prepare(invented);
    preparedIn += ownTime() - from;
    children += ledger.histories.length;
    inCare += authorityOnDay(ledger, AS_OF).inCare.length;
    episodes += ledger.histories.reduce((sum, { stages }) => sum + stages.length, 0);
    prepared.push(ledger);
  }
  port.postMessage({ kind: 'made', inCare, children, episodes, preparedIn } satisfies PartMade);
  port.on('message', () => {
    const began = ownTime();
    const tallies: (readonly Tally[])[] = [];
    for (const ledger of prepared) addTo(tallies, countAll(ledger, context ?? {}));
    port.postMessage({ kind: 'counted', tallies, own: ownTime() - began } satisfies PartCounted);
  });
};

if (parentPort !== null) serve(parentPort, workerData as PartOfEngland);
