/**
 * Every measure that can be counted from a return, and every way to cut each of them once, monthly for ten years: the
 * invented authority with 1,600 children on its record. Time of this thread's own (`process.threadCpuUsage`) beside time by
 * the clock, with what each measure and each dimension costs. All England is `measures-england`.
 */
import {
  authorityOnDay,
  countOn,
  type Day,
  day,
  ENGLAND_BANK_HOLIDAYS,
  evaluateOn,
  type Ledger,
  lacksRecords,
  MEASURES,
  type Measure,
  type MeasureContext,
  monthEnds,
  type PreparedLedger,
  partsCounter,
  prepare,
} from '@rightplace/domain';
import { placesContext } from '../packages/app/src/ledger/places-context.ts';
import { locator } from '../packages/app/src/reference/locator.ts';
import { demonstration } from '../packages/demo/src/index.ts';
import { say } from './report.ts';

const AS_OF = day('2026-03-31');

/** Those that a return is enough for. */
const COUNTED: readonly Measure[] = MEASURES.filter(
  (measure) => measure.kind !== 'cases' || !lacksRecords(measure, {}),
);
const CUTS = COUNTED.reduce((sum, { breakdowns }) => sum + breakdowns.length, 0);

const ownTime = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

interface Taken<Made> {
  readonly own: number;
  readonly clock: number;
  readonly made: Made;
}

const taken = <Made>(run: () => Made): Taken<Made> => {
  const [own, clock] = [ownTime(), performance.now()];
  const made = run();
  return { own: ownTime() - own, clock: performance.now() - clock, made };
};

const tell = (name: string, { own, clock }: Taken<unknown>, against: string): void =>
  say(name, own, 'ms of its own', `${clock.toFixed(0)} by the clock; ${against}`);

const inventLedger = (children: number, seed: number): Ledger => {
  const { code, children: invented } = demonstration({ seed, asOf: AS_OF, children, years: 10 });
  return { authority: code, children: invented };
};

const contextOf = (ledger: Ledger): MeasureContext => ({
  population: () => ({ count: 120_000, midYear: 2024 }),
  locate: locator(undefined),
  bankHolidays: ENGLAND_BANK_HOLIDAYS,
  ...placesContext(ledger),
});

/** With the children of each, as pages that list them ask. */
const figures = (ledger: PreparedLedger, days: readonly Day[], context: MeasureContext): number => {
  let made = 0;
  for (const on of days) {
    const authority = authorityOnDay(ledger, on);
    for (const measure of COUNTED) made += evaluateOn(measure, authority, context).value === null ? 0 : 1;
  }
  return made;
};

/** In numbers alone. */
const counts = (ledger: PreparedLedger, days: readonly Day[], context: MeasureContext): number => {
  let made = 0;
  for (const on of days) {
    const authority = authorityOnDay(ledger, on);
    for (const measure of COUNTED) made += countOn(measure, authority, context).value === null ? 0 : 1;
  }
  return made;
};

const countsAndParts = (ledger: PreparedLedger, days: readonly Day[], context: MeasureContext): number => {
  const partsOf = partsCounter(context);
  let parts = 0;
  for (const on of days) {
    const authority = authorityOnDay(ledger, on);
    for (const measure of COUNTED) {
      countOn(measure, authority, context);
      for (const by of measure.breakdowns) parts += partsOf(measure, by, authority).keys.length;
    }
  }
  return parts;
};

const quickest = <Made>(runs: readonly Taken<Made>[]): Taken<Made> =>
  runs.reduce((a, b) => (b.own < a.own ? b : a));

/** What each costs, the dearest first: told by the clock, because most are too short for anything else. */
const costs = (title: string, of: ReadonlyMap<string, number>, most: number): void => {
  console.log(title);
  const sorted = [...of].sort((a, b) => b[1] - a[1]);
  for (const [id, ms] of sorted.slice(0, most)) console.log(`  ${ms.toFixed(1).padStart(7)} ms  ${id}`);
  const rest = sorted.slice(most).reduce((sum, [, ms]) => sum + ms, 0);
  console.log(`  ${rest.toFixed(1).padStart(7)} ms  the other ${Math.max(0, sorted.length - most)}`);
};

const costOfEach = (ledger: PreparedLedger, days: readonly Day[], context: MeasureContext): void => {
  const ofMeasure = new Map<string, number>();
  const ofDimension = new Map<string, number>();
  const add = (to: Map<string, number>, id: string, from: number): void => {
    to.set(id, (to.get(id) ?? 0) + performance.now() - from);
  };
  const partsOf = partsCounter(context);
  for (const on of days) {
    const authority = authorityOnDay(ledger, on);
    for (const measure of COUNTED) {
      const from = performance.now();
      countOn(measure, authority, context);
      add(ofMeasure, measure.id, from);
      for (const by of measure.breakdowns) {
        const fromCut = performance.now();
        partsOf(measure, by, authority);
        add(ofDimension, by, fromCut);
      }
    }
  }
  costs('each measure, without its parts:', ofMeasure, 25);
  costs('each dimension:', ofDimension, 25);
};

const ledger = inventLedger(330, 2);
const context = contextOf(ledger);
const days = monthEnds(120, AS_OF);
const preparing = quickest(Array.from({ length: 5 }, () => taken(() => prepare(ledger))));
tell('prepared', preparing, `${ledger.children.length.toLocaleString('en-GB')} children ever in ten years`);
const of = `${COUNTED.length} measures at ${days.length} month-ends`;
const cold = taken(() => countsAndParts(preparing.made, days, context));
tell('all counts and parts, the first time', cold, of);
const again = <Made>(run: () => Made): Taken<Made> => quickest(Array.from({ length: 5 }, () => taken(run)));
tell(
  'all figures with their children, from a warm ledger',
  again(() => figures(preparing.made, days, context)),
  of,
);
tell(
  'all figures in numbers alone, from a warm ledger',
  again(() => counts(preparing.made, days, context)),
  of,
);
const cut = again(() => countsAndParts(preparing.made, days, context));
tell(
  'all figures and all single breakdowns in numbers alone, from a warm ledger',
  cut,
  `${of}, ${(CUTS * days.length).toLocaleString('en-GB')} breakdowns, ${cut.made.toLocaleString('en-GB')} parts; the aim is 500 ms`,
);
costOfEach(preparing.made, days, context);
