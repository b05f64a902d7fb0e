import { BREAKDOWNS, type BreakdownMeasure } from './catalogue/breakdowns.ts';
import { claCeased, claEnds, claNetFlow, claStarted, claStarts } from './catalogue/flows.ts';
import { claNumber, claRate, uascNumber } from './catalogue/numbers.ts';
import { fosterShare, residentialShare } from './catalogue/placements.ts';
import { stability2Years, stability3Plus } from './catalogue/stability.ts';
import { within20Miles } from './catalogue/within-twenty-miles.ts';
import type { Measure } from './measure.ts';

/** Every measure that is a single figure. The next one goes here: docs/guides/add-a-measure.md. */
export const MEASURES: readonly Measure[] = [
  claNumber,
  claRate,
  uascNumber,
  claStarted,
  claStarts,
  claCeased,
  claEnds,
  claNetFlow,
  stability3Plus,
  stability2Years,
  within20Miles,
  fosterShare,
  residentialShare,
];

/** All that can be asked for by id: figures, and breakdowns that have an id of their own. */
export const CATALOGUE: readonly (Measure | BreakdownMeasure)[] = [...MEASURES, ...BREAKDOWNS];

export const findMeasure = (id: string): Measure | undefined => MEASURES.find((measure) => measure.id === id);
