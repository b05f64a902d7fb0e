/** What the points of a trend are of. */
export const TREND_OF = {
  quarter: 'Quarter by quarter over two years',
  year: 'Year by year over five years',
} as const;

/** Said of an average. */
export const AVERAGE_NOTE =
  'Averages are of reporting years, to 31 March. They are told only where ten children or more stand behind them, in steps so wide that no child can be told from them, also beside the years before.';

/** Said wherever figures are for those who may not tell children apart by them. */
export const ROUNDED_NOTE =
  'Counts are to the nearest five and percentages are worked out from those, so that no child can be told from them. Averages are in wide steps, and only where ten children or more stand behind them. Figures are of the last day of a quarter, and averages of the last reporting year.';
