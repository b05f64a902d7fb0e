/** Why a child in care (or an event) is left out of a measure, for the list of those left out. */
export const EXCLUSION_REASONS = {
  'short-breaks': 'Looked after only in a series of short breaks',
  'no-date-of-birth': 'Date of birth not recorded',
  'aged-16-or-over': 'Aged 16 or over',
  'in-care-under-30-months': 'Looked after without a break for less than two and a half years',
  uasc: 'Unaccompanied asylum-seeking child: no home in this country to measure from',
  'distance-not-known': 'Home or placement postcode not recorded, or not found',
} as const;

export type ExclusionReason = keyof typeof EXCLUSION_REASONS;
