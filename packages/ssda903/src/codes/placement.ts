import type { CodeSet } from './code-set.ts';

const ALWAYS: CodeSet = {
  U1: 'Foster care, relative or friend, long term',
  U2: 'Foster care, relative or friend also approved to adopt (fostering for adoption or concurrent planning)',
  U3: 'Foster care, relative or friend, neither long term nor fostering for adoption',
  U4: 'Foster care, other carer, long term',
  U5: 'Foster care, other carer also approved to adopt (fostering for adoption or concurrent planning)',
  U6: 'Foster care, other carer, neither long term nor fostering for adoption',
  A3: 'Placed for adoption with consent, with the current foster carer',
  A4: 'Placed for adoption with consent, not with the current foster carer',
  A5: 'Placed for adoption under a placement order, with the current foster carer',
  A6: 'Placed for adoption under a placement order, not with the current foster carer',
  K1: "Secure children's home",
  K2: "Children's home under the children's homes regulations",
  R1: 'Residential care home',
  R2: 'NHS or other establishment giving medical or nursing care',
  R3: 'Family centre or mother and baby unit',
  R5: 'Young offender institution (the validation wording also speaks of youth custody or prison)',
  S1: "Residential school, unless also registered as a children's home",
  P1: 'With own parents or others with parental responsibility',
  P3: 'Residential employment',
  T0: 'Temporary move, any type (used where the types are not told apart)',
  T1: 'Temporary: in hospital',
  T2: 'Temporary: child on holiday',
  T3: 'Temporary: usual foster carer on holiday',
  T4: 'Temporary: any other reason, seven days or less',
};

const SUPPORTED_ACCOMMODATION: CodeSet = {
  K3: 'Supported accommodation registered with Ofsted (16 and over)',
};

/** Before supported accommodation was registered and "other placement" was split. */
const UNTIL_2025: CodeSet = {
  H5: "Semi-independent living, not under the children's homes regulations",
  P2: 'Independent living (flat, lodgings, bedsit, bed and breakfast, with friends), with or without support',
  Z1: 'Other placement, to be listed in a schedule to DfE',
};

const OTHER_PLACEMENT_SPLIT: CodeSet = {
  Z11: 'Other placement, first sub-type of the former Z1 (meaning not confirmed)',
  Z12: 'Other placement, second sub-type of the former Z1 (meaning not confirmed)',
  Z13: 'Other placement, third sub-type of the former Z1 (meaning not confirmed)',
  Z14: 'Other placement, fourth sub-type of the former Z1 (meaning not confirmed)',
};

const PLACE_2022_24: CodeSet = { ...ALWAYS, ...UNTIL_2025 };
const PLACE_2024_25: CodeSet = { ...ALWAYS, ...SUPPORTED_ACCOMMODATION, ...UNTIL_2025 };
const PLACE: CodeSet = { ...ALWAYS, ...SUPPORTED_ACCOMMODATION, ...OTHER_PLACEMENT_SPLIT };

/** Only in returns before 2022-23. */
const PLACE_HISTORIC: CodeSet = {
  A1: 'Old adoption placement code (meaning not confirmed)',
  A2: 'Old adoption placement code (meaning not confirmed)',
};

const PLACE_PROVIDER: CodeSet = {
  PR0: 'Parent or other person with parental responsibility',
  PR1: 'Own provision by this authority (including a regional adoption agency it hosts)',
  PR2: 'Another local authority (including a regional adoption agency another authority hosts)',
  PR3: 'Other public body (for example health)',
  PR4: 'Private',
  PR5: 'Voluntary or third sector',
};

const REASON_PLACE_CHANGE: CodeSet = {
  CARPL: 'Change to, or carrying out, the care plan',
  CLOSE: 'Carer resigned or provision closed',
  ALLEG: 'Allegation under section 47',
  STAND: 'Concern over standards of care',
  APPRR: 'Approval or registration removed',
  CREQB: "Carer asked for it to end because of the child's behaviour",
  CREQO: 'Carer asked for it to end for another reason',
  CHILD: 'Child asked for it to end',
  LAREQ: 'Responsible or area authority asked for it to end',
  PLACE: 'Status of the placement changed only (same carer, no change of plan)',
  CUSTOD: 'Child admitted to custody',
  OTHER: 'Other',
};

const PL_LOCATION: CodeSet = {
  IN: "Within the reporting authority's area",
  OUT: 'Outside it',
};

/** Besides the codes of English authorities. */
const PL_LA_SPECIAL: CodeSet = {
  SCO: 'Scotland',
  NIR: 'Northern Ireland',
  WAL: 'Wales',
  NUK: 'Outside the United Kingdom',
  CON: 'Confidential address or location withheld (meaning not confirmed)',
};

export const PLACEMENT_CODES = {
  PLACE_2022_24,
  PLACE_2024_25,
  PLACE,
  PLACE_HISTORIC,
  PLACE_PROVIDER,
  REASON_PLACE_CHANGE,
  PL_LOCATION,
  PL_LA_SPECIAL,
};
