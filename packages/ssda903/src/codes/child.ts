import type { CodeSet } from './code-set.ts';

/** Since 2024-25. */
const SEX: CodeSet = {
  M: 'Male',
  F: 'Female',
  U: 'Not known',
};

/** Until 2023-24. */
const SEX_2022_24: CodeSet = {
  '1': 'Male',
  '2': 'Female',
};

const ETHNIC: CodeSet = {
  WBRI: 'White: British',
  WIRI: 'White: Irish',
  WOTH: 'White: any other background',
  WIRT: 'White: Traveller of Irish heritage',
  WROM: 'White: Gypsy or Roma',
  MWBC: 'Mixed: White and Black Caribbean',
  MWBA: 'Mixed: White and Black African',
  MWAS: 'Mixed: White and Asian',
  MOTH: 'Mixed: any other background',
  AIND: 'Asian: Indian',
  APKN: 'Asian: Pakistani',
  ABAN: 'Asian: Bangladeshi',
  AOTH: 'Asian: any other background',
  BCRB: 'Black: Caribbean',
  BAFR: 'Black: African',
  BOTH: 'Black: any other background',
  CHNE: 'Chinese',
  OOTH: 'Any other ethnic group',
  REFU: 'Refused to say',
  NOBT: 'Not yet obtained',
};

/** Given where there is no unique pupil number. */
const UPN_UNKNOWN: CodeSet = {
  UN1: 'Below school age, no UPN issued yet',
  UN2: 'Has never been at a maintained school in England (for example some unaccompanied asylum-seeking children)',
  UN3: 'Educated outside England',
  UN4: 'Newly looked after (within the last week of the year), UPN not yet known',
  UN5: 'Sources disagree about the child so no reliable UPN match',
};

const MOTHER: CodeSet = {
  '0': 'Not a mother',
  '1': 'Is a mother',
};

const UASC: CodeSet = {
  '0': 'Not an unaccompanied asylum-seeking child',
  '1': 'Unaccompanied asylum-seeking child',
};

/** Not the return's: the children in need census's, for the record and for linking. */
const CIN_DISABILITY: CodeSet = {
  NONE: 'No disability',
  MOB: 'Mobility',
  HAND: 'Hand function',
  PC: 'Personal care',
  INC: 'Incontinence',
  COMM: 'Communication',
  LD: 'Learning',
  HEAR: 'Hearing',
  VIS: 'Vision',
  BEH: 'Behaviour',
  CON: 'Consciousness',
  AUT: 'Autism spectrum diagnosis',
  DDA: 'Other disability within the Act (meaning not confirmed)',
};

export const CHILD_CODES = { SEX, SEX_2022_24, ETHNIC, UPN_UNKNOWN, MOTHER, UASC, CIN_DISABILITY };
