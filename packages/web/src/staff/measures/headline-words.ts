/** Said wherever figures are for those who may not tell children apart by them. */
export const ROUNDED_NOTE =
  'Counts are to the nearest five and percentages are worked out from those, so that no child can be told from them. Figures are of the last day of a quarter.';
