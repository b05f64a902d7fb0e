import type { Day } from '../../calendar/day.ts';
import type { Period } from '../../calendar/period.ts';

/** How many beds a home had in a time, in each of the three senses that are used. */
export interface BedsOfHome extends Period {
  readonly home: string;
  readonly kind: 'childrens-home' | 'supported-accommodation';
  readonly registered: number;
  readonly commissioned: number;
  readonly staffed: number;
}

/** A stay in a bed of a home: the night of its last day is not in it. */
export interface BedStay extends Period {
  readonly home: string;
}

/** A child for whom another authority is responsible and who lives here, as that authority notified. */
export interface PlacedHere extends Period {
  readonly notification: string;
  readonly by: string;
  readonly notifiedOn: Day;
}
