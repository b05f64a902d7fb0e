import { ADOPTION } from './catalogue/adoption.ts';
import { ADOPTION_TIMES } from './catalogue/adoption-times.ts';
import { ALONGSIDE } from './catalogue/alongside.ts';
import { BACK_IN_CARE } from './catalogue/back-in-care.ts';
import { BREAKDOWNS, type BreakdownMeasure } from './catalogue/breakdowns.ts';
import { CARE_LEAVERS } from './catalogue/care-leavers.ts';
import { ENTRIES } from './catalogue/entries.ts';
import {
  claCeased,
  claCeasedRate,
  claEnds,
  claNetFlow,
  claStarted,
  claStartedRate,
  claStarts,
} from './catalogue/flows.ts';
import { HEALTH } from './catalogue/health.ts';
import { LEAVERS_SHARES } from './catalogue/leavers.ts';
import { LIBERTY } from './catalogue/liberty.ts';
import { MISSING } from './catalogue/missing.ts';
import { claNumber, claRate, uascNumber } from './catalogue/numbers.ts';
import { OF_RECORDS_KEPT } from './catalogue/of-records.ts';
import { PERMANENCE } from './catalogue/permanence.ts';
import { PLACEMENT_MOVES } from './catalogue/placement-moves.ts';
import { fosterShare, residentialShare } from './catalogue/placements.ts';
import { PROFILE } from './catalogue/profile.ts';
import { REGISTRATION } from './catalogue/registration.ts';
import { RESIDENTIAL } from './catalogue/residential.ts';
import { RETURN_INTERVIEWS } from './catalogue/return-interviews.ts';
import { REVIEWS } from './catalogue/reviews.ts';
import { socialWorkerChanges } from './catalogue/social-workers.ts';
import { stability2Years, stability3Plus } from './catalogue/stability.ts';
import { stayingPut } from './catalogue/staying-put.ts';
import { TURNING_18_MEASURES } from './catalogue/turning-18.ts';
import { WELLBEING } from './catalogue/wellbeing.ts';
import { WHERE_PLACED } from './catalogue/where-placed.ts';
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
  ...PROFILE,
  claStartedRate,
  claCeasedRate,
  ...ENTRIES,
  ...LEAVERS_SHARES,
  ...BACK_IN_CARE,
  ...PLACEMENT_MOVES,
  ...ALONGSIDE,
  ...WHERE_PLACED,
  ...RESIDENTIAL,
  ...REGISTRATION,
  ...LIBERTY,
  ...TURNING_18_MEASURES,
  ...PERMANENCE,
  ...ADOPTION_TIMES,
  ...ADOPTION,
  ...HEALTH,
  ...WELLBEING,
  ...REVIEWS,
  ...MISSING,
  ...RETURN_INTERVIEWS,
  socialWorkerChanges,
  ...CARE_LEAVERS,
  stayingPut,
  ...OF_RECORDS_KEPT,
];

/** All that can be asked for by id: figures, and breakdowns that have an id of their own. */
export const CATALOGUE: readonly (Measure | BreakdownMeasure)[] = [...MEASURES, ...BREAKDOWNS];

export const findMeasure = (id: string): Measure | undefined => MEASURES.find((measure) => measure.id === id);
