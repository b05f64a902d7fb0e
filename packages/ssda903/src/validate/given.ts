import type { Ad1Row, Oc2Row, Oc3Row } from './rows.ts';

/** What every child looked after all year is asked of their health. */
export const HEALTH_ITEMS = [
  'IMMUNISATIONS',
  'TEETH_CHECK',
  'HEALTH_ASSESSMENT',
  'SUBSTANCE_MISUSE',
] as const;

/** Outcomes but for the strengths and difficulties score and the reason for none, which are asked apart. */
export const OC2_ITEMS = [
  'CONVICTED',
  'HEALTH_CHECK',
  ...HEALTH_ITEMS,
  'INTERVENTION_RECEIVED',
  'INTERVENTION_OFFERED',
] as const;

/** What a care leaver is asked. */
export const OC3_ITEMS = ['IN_TOUCH', 'ACTIV', 'ACCOM'] as const;

/** Whether a row gives any of them. */
export const isOc2Given = (row: Oc2Row): boolean => OC2_ITEMS.some((item) => row[item] !== '');

export const isOc3Given = ({ IN_TOUCH, ACTIV, ACCOM }: Oc3Row): boolean =>
  IN_TOUCH !== '' || ACTIV !== '' || ACCOM !== '';

export const isAd1Given = (row: Ad1Row): boolean =>
  row.rawDATE_INT !== '' ||
  row.rawDATE_MATCH !== '' ||
  row.FOSTER_CARE !== '' ||
  row.NB_ADOPTR !== '' ||
  row.SEX_ADOPTR !== '' ||
  row.LS_ADOPTR !== '';
