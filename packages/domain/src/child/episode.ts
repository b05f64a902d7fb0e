import type { Day } from '../calendar/day.ts';

/**
 * An SSDA903 episode: the stretch in which neither legal status nor placement changes. Never stored: it is the
 * meeting of the two timelines inside a period of care.
 */
export interface Episode {
  readonly decom: Day;
  readonly rne: string;
  readonly ls: string;
  readonly cin: string | null;
  readonly place: string;
  readonly provider: string | null;
  readonly dec: Day | null;
  readonly rec: string | null;
  readonly reasonPlaceChange: string | null;
  readonly homePostcode: string | null;
  readonly postcode: string | null;
  readonly urn: string | null;
}
