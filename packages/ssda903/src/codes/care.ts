import type { CodeSet } from './code-set.ts';

const RNE: CodeSet = {
  S: 'Started to be looked after',
  L: 'Legal status changed only',
  P: 'Placement and carer changed only',
  T: 'Placement changed only, same carer',
  B: 'Legal status, placement and carer changed together',
  U: 'Legal status and placement changed together, same carer',
};

const LS: CodeSet = {
  C1: 'Interim care order',
  C2: 'Full care order',
  D1: 'Freeing order (historic: none could be applied for after 30 December 2005)',
  E1: 'Placement order',
  V2: 'Single period of accommodation under section 20, Children Act 1989',
  V3: 'Series of short-term breaks, each break recorded as its own episode',
  V4: 'Series of short-term breaks, the agreement recorded rather than each break',
  L1: 'Police protection, in local authority accommodation',
  L2: 'Emergency protection order',
  L3: 'Child assessment order, in local authority accommodation',
  J1: 'Remanded to local authority accommodation or youth detention accommodation',
  J2: 'In local authority accommodation under the Police and Criminal Evidence Act 1984',
  J3: 'Youth rehabilitation order with a residence or intensive fostering requirement',
};

const CIN: CodeSet = {
  N1: 'Abuse or neglect',
  N2: "Child's disability or illness",
  N3: 'Parental illness or disability',
  N4: 'Family in acute stress',
  N5: 'Family dysfunction',
  N6: 'Socially unacceptable behaviour',
  N7: 'Low income',
  N8: 'Absent parenting',
};

const REC: CodeSet = {
  X1: 'Episode ends and another begins the same day',
  E11: 'Adopted, application unopposed',
  E12: 'Adopted, consent dispensed with by the court',
  E2: 'Died',
  E3: 'Care taken over by another UK local authority',
  E4A: 'Returned to parent, relative or other person with parental responsibility, as planned',
  E4B: 'Returned to parent, relative or other person with parental responsibility, not as planned',
  E13: 'Left to live with parent, relative or other person without parental responsibility',
  E41: 'Residence order or child arrangements order naming whom the child lives with',
  E45: 'Special guardianship to former foster carer who is a relative or friend',
  E46: 'Special guardianship to former foster carer, not a relative or friend',
  E47: 'Special guardianship to a carer not formerly the foster carer, relative or friend',
  E48: 'Special guardianship to a carer not formerly the foster carer, not a relative or friend',
  E5: 'Moved to independent living with formal support',
  E6: 'Moved to independent living with no formal support',
  E7: 'Moved to residential care funded by adult social care',
  E9: 'Sentenced to custody',
  E14: 'Accommodation on remand ended',
  E15: 'Age assessment found the young person to be 18 or over (and E5, E6, E7 do not apply)',
  E16: 'Moved abroad',
  E17: 'Aged 18 or over and stayed with current carers (including staying put)',
  E8: 'Ceased for any other reason',
};

/** Only in returns before 2022-23. */
const REC_HISTORIC: CodeSet = {
  E1: 'Adopted (old code)',
  E43: 'Special guardianship to former foster carer (old code)',
  E44: 'Special guardianship to another carer (old code)',
};

const REVIEW_CODE: CodeSet = {
  PN0: 'Child under 4 at the review',
  PN1: 'Attended and spoke for self',
  PN2: 'Attended, views given by an advocate',
  PN3: 'Attended, views given by symbols or without words',
  PN4: 'Attended, gave no views and no advocate',
  PN5: 'Did not attend, views given by a briefed advocate',
  PN6: 'Did not attend, sent views by another means',
  PN7: 'Did not attend and sent no views',
};

const MISSING: CodeSet = {
  M: 'Missing: not where expected and whereabouts unknown',
  A: 'Away without authorisation: whereabouts known, not where expected, and causing concern',
};

/** Since 2023-24. */
const SW_REASON: CodeSet = {
  MANAGE: 'Managing caseloads',
  FCONTA: 'First contact or re-referral',
  LEFTRL: 'Previous worker left the role',
  ORGRST: 'Reorganisation',
  TSPROC: 'Transfer under the standard process',
  ABSENC: 'Absence cover or return',
  CHCHAN: 'Child asked for the change',
  PCCHAN: 'Parent or carer asked for the change',
  SWDIED: 'Previous worker died',
  OTHERS: 'Other',
};

export const CARE_CODES = { RNE, LS, CIN, REC, REC_HISTORIC, REVIEW_CODE, MISSING, SW_REASON };
