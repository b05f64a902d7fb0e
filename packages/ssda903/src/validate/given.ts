import type { Ad1Row, Oc2Row, Oc3Row } from './rows.ts';

/** Whether a row says anything, of the items that its table is for. */

export const isOc3Given = ({ IN_TOUCH, ACTIV, ACCOM }: Oc3Row): boolean =>
  IN_TOUCH !== '' || ACTIV !== '' || ACCOM !== '';

/** Of health and convictions. The strengths and difficulties score, and the reason for none, are asked apart. */
export const isOc2Given = (row: Oc2Row): boolean =>
  row.CONVICTED !== '' ||
  row.HEALTH_CHECK !== '' ||
  row.IMMUNISATIONS !== '' ||
  row.TEETH_CHECK !== '' ||
  row.HEALTH_ASSESSMENT !== '' ||
  row.SUBSTANCE_MISUSE !== '' ||
  row.INTERVENTION_RECEIVED !== '' ||
  row.INTERVENTION_OFFERED !== '';

export const isAd1Given = (row: Ad1Row): boolean =>
  row.rawDATE_INT !== '' ||
  row.rawDATE_MATCH !== '' ||
  row.FOSTER_CARE !== '' ||
  row.NB_ADOPTR !== '' ||
  row.SEX_ADOPTR !== '' ||
  row.LS_ADOPTR !== '';
