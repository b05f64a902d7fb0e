import type { Day, Measure } from '@rightplace/domain';
import type { Tx } from '@rightplace/store';
import type { AsKnown } from '../child/load-children.ts';
import { type Headline, type HeadlineValue, headline } from '../measure/headline.ts';
import { loadReach } from '../measure/load-figures.ts';
import type { QuarterEnds } from '../measure/quarter-ends.ts';
import type { World } from '../world.ts';
import type { ApiCaller } from './recognise-client.ts';

/** A number as those get it who see rounded figures. */
export interface RoundedNumber {
  /** Null when it is not told as a number: see `told`. */
  readonly value: number | null;
  /** `few`: from one to four. `hidden`: too few children stand on one side of it. `none`: there is no figure. */
  readonly told: 'rounded' | 'few' | 'hidden' | 'none';
  /** Of an average: the nearest of which it is told to. Null of every other figure. */
  readonly roundedTo: number | null;
}

export interface RoundedFigureBody extends RoundedNumber {
  readonly measure: string;
  readonly version: number;
  readonly title: string;
  readonly unit: string;
  readonly rounded: true;
  /** The end of a quarter; of an average, of a reporting year. */
  readonly asOf: Day;
  /** The end of a quarter on which it was known so; null: as known now. */
  readonly knownOn: Day | null;
  readonly yearBefore: RoundedNumber;
}

const NOTHING: RoundedNumber = { value: null, told: 'none', roundedTo: null };

/** What headlines are worked out from, and nothing but headlines can be had of it: true numbers stay in here. */
export interface RoundedFigures {
  readonly shown: QuarterEnds;
  readonly figure: (measure: Measure) => RoundedFigureBody;
  readonly on: (measure: Measure, day: Day) => RoundedNumber;
}

/** The same figures that elected members are shown, by the same functions: see `headline.ts` and decision 8. */
export const openRounded = async (
  tx: Tx,
  world: World,
  { caller, asKnown }: { readonly caller: ApiCaller; readonly asKnown: AsKnown },
): Promise<RoundedFigures> => {
  const reach = { kind: 'headlines' } as const;
  const loaded = await loadReach(tx, world, { authorityId: caller.authorityId, reach, asKnown });
  if (loaded.kind !== 'headlines') throw new Error('Rounded figures came with true ones');
  const { shown, held, book } = loaded;
  const isEmpty = held.ledger.children.length === 0;
  const find = (measure: Measure, day: Day): Headline =>
    headline(book, measure, day, (on) => held.context.population?.(on));
  return {
    shown,
    figure: (measure) => {
      const found = isEmpty ? undefined : find(measure, shown.asOf);
      return {
        measure: measure.id,
        version: measure.version,
        title: measure.title,
        unit: measure.unit,
        rounded: true,
        asOf: found?.on ?? shown.asOf,
        knownOn: shown.knownOn ?? null,
        ...(found === undefined ? NOTHING : numberOf(found.value)),
        yearBefore: found === undefined ? NOTHING : numberOf(found.yearBefore),
      };
    },
    on: (measure, day) => {
      if (isEmpty) return NOTHING;
      const { on, value } = find(measure, day);
      return on === day ? numberOf(value) : NOTHING;
    },
  };
};

const TOLD = { 'fewer-than-5': 'few', withheld: 'hidden', none: 'none' } as const;

const numberOf = (value: HeadlineValue): RoundedNumber => {
  if (value.kind !== 'about') return { value: null, told: TOLD[value.kind], roundedTo: null };
  return {
    value: value.value,
    told: 'rounded',
    roundedTo: value.to ?? null,
  };
};
