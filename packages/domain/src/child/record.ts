import type { Day } from '../calendar/day.ts';
import type { Period } from '../calendar/period.ts';

/** The authority's own identifier for a child: the return's CHILD, compared as exact text. */
export type ChildId = string & { readonly __childId: never };
export const childId = (text: string): ChildId => text as ChildId;

export type Sex = 'M' | 'F' | 'U';

/** Who the child is. Any part may not be recorded: a child is never left out for what is not known of them. */
export interface ChildDetails {
  readonly givenName?: string;
  readonly familyName?: string;
  readonly dateOfBirth?: Day;
  /** Expected date of birth, for a child not yet born. */
  readonly expectedOn?: Day;
  readonly sex?: Sex;
  /** A code of the return's ETHNIC set. */
  readonly ethnicity?: string;
  /** Codes of the children in need census's disability set. */
  readonly disabilities?: readonly string[];
  /** Unique pupil number, or UN1 to UN5 for why there is none. */
  readonly upn?: string;
  /** The return's MOTHER: '1' when the child is a mother herself, '0' when not. */
  readonly mother?: string;
  /** Date of birth of the child's own child. */
  readonly motherChildBornOn?: Day;
  readonly homeAddress?: string;
  readonly homePostcode?: string;
  /** Children of one family share a group's name. */
  readonly siblingGroup?: string;
}

/**
 * A continuous time looked after. `ends` is the day care ceased.
 * `startKnown` is false when the first episode held is not a start (RNE is not S): care began no later than `starts`.
 * `endReason` is the return's REC. It is X1 where a row says that care went on but nothing follows.
 */
export interface PeriodOfCare extends Period {
  readonly startKnown: boolean;
  readonly endReason: string | null;
}

/** The return's CIN as recorded for a stretch of a period of care; one per period in a clean record. */
export interface CategoryOfNeed extends Period {
  readonly need: string | null;
}

/**
 * How a stretch of a timeline began. `changed`: something really changed that day. `same-carer` (placements only):
 * the placement changed and the carer did not. `continues`: nothing changed, the record only says more from here on
 * (details corrected, or the earliest that is known).
 */
export type Began = 'changed' | 'same-carer' | 'continues';

/** A stretch under one legal status (the return's LS). */
export interface LegalStatus extends Period {
  readonly status: string;
  readonly began: Exclude<Began, 'same-carer'>;
}

/** A stretch in one placement. Codes are the return's; postcodes are as recorded, upper case. */
export interface Placement extends Period {
  /** PLACE. */
  readonly type: string;
  /** PLACE_PROVIDER. */
  readonly provider: string | null;
  /** PL_POST. */
  readonly postcode: string | null;
  /** HOME_POST: the home from which this placement's distance is measured. */
  readonly homePostcode: string | null;
  readonly urn: string | null;
  readonly began: Began;
  /** REASON_PLACE_CHANGE: why this stretch ended. */
  readonly endReason: string | null;
}

/** The rest of what a return says of a child, kept as it was said. */
export type FactKind =
  | 'review'
  | 'missing'
  | 'oc2'
  | 'oc3'
  | 'ad1'
  | 'placed-for-adoption'
  | 'previous-permanence'
  | 'uasc'
  | 'social-worker'
  | 'deprivation-of-liberty';

export interface ChildFact {
  readonly kind: FactKind;
  /** What tells this fact from the child's others of its kind: a date, or a collection year's end for yearly facts. */
  readonly key: string;
  /** Column names and text of the return (less CHILD); blank cells are left out. */
  readonly fields: Readonly<Record<string, string>>;
}

/** The four timelines from which episodes are derived; each is in date order and never overlaps itself. */
export interface Timelines {
  readonly periodsOfCare: readonly PeriodOfCare[];
  readonly needs: readonly CategoryOfNeed[];
  readonly legalStatuses: readonly LegalStatus[];
  readonly placements: readonly Placement[];
}

/** One child as known at one moment. */
export interface ChildRecord extends Timelines {
  readonly id: ChildId;
  /** A restricted record opens only with a reason (workflows §14, extra rules). */
  readonly restricted?: boolean;
  readonly details: ChildDetails;
  readonly facts: readonly ChildFact[];
}

/** An authority's children as known at a moment: what every measure is a function of. */
export interface Ledger {
  /** Nine-character code of the authority. */
  readonly authority: string;
  readonly children: readonly ChildRecord[];
}
