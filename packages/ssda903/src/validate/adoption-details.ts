import type { Ad1Row } from './rows.ts';

/** The six things that the return asks of an adoption. */
export const ADOPTION_DETAILS = [
  'DATE_INT',
  'DATE_MATCH',
  'FOSTER_CARE',
  'NB_ADOPTR',
  'SEX_ADOPTR',
  'LS_ADOPTR',
] as const;

export const isAd1Complete = (row: Ad1Row): boolean =>
  row.rawDATE_INT !== '' &&
  row.rawDATE_MATCH !== '' &&
  row.FOSTER_CARE !== '' &&
  row.NB_ADOPTR !== '' &&
  row.SEX_ADOPTR !== '' &&
  row.LS_ADOPTR !== '';
