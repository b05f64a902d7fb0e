import type { CodeSet } from './code-set.ts';

const SDQ_REASON: CodeSet = {
  SDQ1: 'Under 4 or over 16 at the latest assessment',
  SDQ2: 'Carer refused to complete and return it',
  SDQ3: "Not possible because of the severity of the child's disability",
  SDQ4: 'Other',
  SDQ5: 'Child or young person refused',
};

const OC2_FLAG: CodeSet = {
  '0': 'No',
  '1': 'Yes',
};

const CONVICTED: CodeSet = {
  '0': 'No conviction, or youth caution, in the year',
  '1': 'Convicted, or given a youth caution, in the year',
};

const HEALTH_CHECK: CodeSet = {
  '0': 'Health surveillance or promotion checks not up to date',
  '1': 'Up to date (asked for children aged 5 or under)',
};

const IMMUNISATIONS: CodeSet = {
  '0': 'Not up to date',
  '1': 'Up to date',
};

const TEETH_CHECK: CodeSet = {
  '0': 'Teeth not checked by a dentist in the year',
  '1': 'Teeth checked by a dentist in the year',
};

const HEALTH_ASSESSMENT: CodeSet = {
  '0': 'No annual health assessment',
  '1': 'Had the annual health assessment',
};

const SUBSTANCE_MISUSE: CodeSet = {
  '0': 'No substance misuse problem identified',
  '1': 'Substance misuse problem identified',
};

const INTERVENTION_RECEIVED: CodeSet = {
  '0': 'Did not receive an intervention',
  '1': 'Received an intervention',
};

const INTERVENTION_OFFERED: CodeSet = {
  '0': 'Not offered an intervention',
  '1': 'Offered one and refused it',
};

const IN_TOUCH: CodeSet = {
  YES: 'In touch',
  NO: 'Not in touch',
  DIED: 'Died after leaving care',
  REFU: 'Refuses contact',
  NREQ: 'No longer needs services',
  RHOM: 'Returned home to a parent or person with parental responsibility for six months or more without a break',
};

const ACTIV: CodeSet = {
  F1: 'Full time, higher education',
  P1: 'Part time, higher education',
  F2: 'Full time, other education',
  P2: 'Part time, other education',
  F4: 'Full time apprenticeship',
  P4: 'Part time apprenticeship',
  F5: 'Full time training or employment other than apprenticeship',
  P5: 'Part time training or employment other than apprenticeship',
  G4: 'Not in education, employment or training: illness or disability',
  G5: 'Not in education, employment or training: other reasons',
  G6: 'Not in education, employment or training: pregnancy or parenting',
  '0': 'Not known (not in touch), died, or returned home for six months or more',
};

/** Only in returns before 2022-23. */
const ACTIV_HISTORIC: CodeSet = {
  F3: 'Full time training or employment (replaced by F4, F5)',
  P3: 'Part time training or employment (replaced by P4, P5)',
};

/** The second character says suitable (1) or unsuitable (2). */
const ACCOM: CodeSet = {
  B1: 'With parents or relatives: suitable',
  B2: 'With parents or relatives: unsuitable',
  C1: 'Community home or other residential care: suitable',
  C2: 'Community home or other residential care: unsuitable',
  D1: 'Semi-independent, transitional: suitable',
  D2: 'Semi-independent, transitional: unsuitable',
  E1: 'Supported lodgings: suitable',
  E2: 'Supported lodgings: unsuitable',
  G1: 'Gone abroad: suitable',
  G2: 'Gone abroad: unsuitable',
  H1: 'Deported: suitable',
  H2: 'Deported: unsuitable',
  K1: 'Ordinary lodgings, no formal support: suitable',
  K2: 'Ordinary lodgings, no formal support: unsuitable',
  R1: 'Residence not known: suitable',
  R2: 'Residence not known: unsuitable',
  S2: 'No fixed abode, homeless: unsuitable',
  T1: 'Foyer or similar: suitable',
  T2: 'Foyer or similar: unsuitable',
  U1: 'Independent living: suitable',
  U2: 'Independent living: unsuitable',
  V1: 'Emergency accommodation: suitable',
  V2: 'Emergency accommodation: unsuitable',
  W1: 'Bed and breakfast: suitable',
  W2: 'Bed and breakfast: unsuitable',
  X2: 'In custody: unsuitable',
  Y1: 'Other: suitable',
  Y2: 'Other: unsuitable',
  Z1: 'With former foster carers (18 and over only): suitable',
  Z2: 'With former foster carers (18 and over only): unsuitable',
  '0': 'Not known (not in touch), died, or returned home for six months or more',
};

export const OUTCOME_CODES = {
  SDQ_REASON,
  OC2_FLAG,
  CONVICTED,
  HEALTH_CHECK,
  IMMUNISATIONS,
  TEETH_CHECK,
  HEALTH_ASSESSMENT,
  SUBSTANCE_MISUSE,
  INTERVENTION_RECEIVED,
  INTERVENTION_OFFERED,
  IN_TOUCH,
  ACTIV,
  ACTIV_HISTORIC,
  ACCOM,
};
