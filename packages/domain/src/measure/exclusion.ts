/** Why a child in care (or an event) is left out of a measure, for the list of those left out. */
export const EXCLUSION_REASONS = {
  'short-breaks': 'Looked after only in a series of short breaks',
  'no-date-of-birth': 'Date of birth not recorded',
  'aged-16-or-over': 'Aged 16 or over',
  'in-care-under-30-months': 'Looked after without a break for less than two and a half years',
  uasc: 'Unaccompanied asylum-seeking child: no home in this country to measure from',
  unaccompanied: 'Unaccompanied asylum-seeking child',
  'not-in-foster-care': 'Not in foster care',
  'area-not-known': 'Area of the placement not known',
  'in-care-under-two-years': 'Looked after without a break for less than two years',
  'start-not-known': 'The record does not hold the start of care',
  'left-care-first': 'Care ended before the day asked about',
  'left-care-as-planned': 'The placement ended because the child left care, and not unplanned',
  'same-carer': 'Only the status of the placement changed: the carer stayed the same',
  'distance-not-known': 'Home or placement postcode not recorded, or not found',
} as const;

export type ExclusionReason = keyof typeof EXCLUSION_REASONS;
