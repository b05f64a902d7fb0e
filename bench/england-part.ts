/** One of the threads of `measures-england`: invents its part of England, and counts it when asked. */
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

export interface PartOfEngland {
  readonly inCare: number;
  readonly seed: number;
}

export interface PartMade {
  readonly kind: 'made';
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

const contextOf = (ledger: Ledger): MeasureContext => ({
  locate: locator(undefined),
  bankHolidays: ENGLAND_BANK_HOLIDAYS,
  ...placesContext(ledger),
});

const countAll = (ledger: PreparedLedger, context: MeasureContext): PartCounted['tallies'] =>
  YEAR_ENDS.map((on) => {
    const authority = authorityOnDay(ledger, on);
    return COUNTED.map((measure) => {
      const tally = tallyOn(measure, authority, context);
      if (typeof tally === 'string') throw new Error(`${measure.id} has no figure: ${tally}`);
      return tally;
    });
  });

const serve = (port: MessagePort, { inCare, seed }: PartOfEngland): void => {
  const { code, children } = demonstration({ seed, asOf: AS_OF, children: inCare, years: 10 });
  const ledger: Ledger = { authority: code, children };
  const context = contextOf(ledger);
  const from = ownTime();
  const prepared = prepare(ledger);
  const preparedIn = ownTime() - from;
  const episodes = prepared.histories.reduce((sum, { stages }) => sum + stages.length, 0);
  port.postMessage({ kind: 'made', children: children.length, episodes, preparedIn } satisfies PartMade);
  port.on('message', () => {
    const began = ownTime();
    const tallies = countAll(prepared, context);
    port.postMessage({ kind: 'counted', tallies, own: ownTime() - began } satisfies PartCounted);
  });
};

if (parentPort !== null) serve(parentPort, workerData as PartOfEngland);
