import type { Day } from '../../calendar/day.ts';

/** A household that asked about fostering, and the day it reached each stage. */
export interface FosterEnquiry {
  readonly household: string;
  readonly on: Day;
  readonly assessmentOn: Day | null;
  readonly approvedOn: Day | null;
}

/** A household approved to foster. */
export interface FosterHousehold {
  readonly household: string;
  readonly approvedOn: Day;
  readonly ceasedOn: Day | null;
  readonly ceasedWhy: keyof typeof REASONS_FOR_LEAVING | null;
  /** For children in homes aged under 10, those with disabilities, remand or the like, at a higher rate. */
  readonly specialist: boolean;
}

export const REASONS_FOR_LEAVING = {
  retired: 'Retired',
  'own-circumstances': 'Their own circumstances',
  'another-service': 'Went to another fostering service',
  'permanent-carer': 'Became the child’s special guardian or adopter',
  terminated: 'Approval ended by the service',
  other: 'Another reason',
} as const;

/** How many places a household had from a day on, until the next such record of it. */
export interface FosterPlaces {
  readonly household: string;
  readonly on: Day;
  readonly filled: number;
  readonly vacant: number;
  /** Approved and not to be had now: leave, a child who cannot be matched with others. */
  readonly unavailable: number;
}

/** A review of a foster household's approval, or a supervising visit to it. */
export interface FosterContact {
  readonly household: string;
  readonly on: Day;
  readonly kind: 'review' | 'visit';
}

/** An exemption from the usual limit of three children. */
export interface FosterExemption {
  readonly household: string;
  readonly starts: Day;
  readonly ends: Day | null;
}
