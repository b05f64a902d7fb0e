import type { DayNumber, Sex } from '@rightplace/domain';
import type { Heritage } from '../people/heritage.ts';
import type { Sector } from '../places/geography.ts';

/** A stretch in one placement, before it is met with the legal statuses. Days are day numbers. */
export interface Stay {
  readonly starts: DayNumber;
  readonly ends: DayNumber;
  /** PLACE, PLACE_PROVIDER, PL_POST and URN of the return. */
  readonly type: string;
  readonly provider: string | null;
  readonly postcode: string | null;
  readonly urn: string | null;
  readonly began: 'changed' | 'same-carer';
  /** REASON_PLACE_CHANGE. */
  readonly whyEnded: string | null;
  /** A relative's or friend's household, which is on no list until a child lives there. */
  readonly kinCarer?: string;
}

export interface StatusFrom {
  readonly starts: DayNumber;
  /** LS of the return. */
  readonly status: string;
}

/** Adoption as decided, matched and made: what the return asks of it. */
export interface AdoptionPlan {
  readonly decided: DayNumber;
  /** The placement order. */
  readonly ordered: DayNumber;
  readonly matched: DayNumber;
  readonly byFosterCarer: boolean;
  /** Set when the plan was given up. */
  readonly reversed?: DayNumber;
}

/** One period of care, whole: planned to its end even when that is still to come. */
export interface Spell {
  readonly starts: DayNumber;
  readonly ends: DayNumber;
  /** REC. */
  readonly endReason: string;
  /** CIN. */
  readonly need: string;
  readonly homePostcode: string | null;
  readonly statuses: readonly StatusFrom[];
  readonly stays: readonly Stay[];
  readonly adoption?: AdoptionPlan;
}

/** An invented child and all of their time in care. */
export interface Life {
  readonly id: string;
  readonly born: DayNumber;
  readonly sex: Sex;
  readonly ethnicity: string;
  readonly heritage: Heritage;
  readonly givenName: string;
  readonly familyName: string;
  readonly unaccompanied: boolean;
  readonly disabilities: readonly string[];
  readonly homeSector: Sector;
  readonly homePostcode: string | null;
  readonly homeAddress: string | null;
  readonly siblingGroup?: string;
  readonly motherOf?: DayNumber;
  readonly spells: readonly Spell[];
  /** Marks of a story. */
  readonly restricted?: boolean;
  readonly birthNotRecorded?: boolean;
  readonly missing?: readonly { readonly starts: DayNumber; readonly ends: DayNumber }[];
}
