import type { CodeSet } from './code-set.ts';

const FOSTER_CARE: CodeSet = {
  '0': 'Adopter was not the current foster carer',
  '1': 'Adopted by the current foster carer',
};

const NB_ADOPTR: CodeSet = {
  '1': 'One adopter',
  '2': 'Two adopters',
};

const SEX_ADOPTR: CodeSet = {
  M1: 'One man',
  F1: 'One woman',
  MM: 'Two men',
  FF: 'Two women',
  MF: 'A man and a woman',
};

const LS_ADOPTR: CodeSet = {
  L0: 'Single',
  L11: 'Married, different sex',
  L12: 'Married, same sex',
  L2: 'Civil partnership',
  L3: 'Unmarried couple, different sex',
  L4: 'Same-sex couple neither married nor in a civil partnership',
};

const REASON_PLACED_CEASED: CodeSet = {
  RD1: "Child's needs changed after the decision",
  RD2: 'Court made no placement order',
  RD3: 'No adopters could be found',
  RD4: 'Any other reason',
};

const PREV_PERM: CodeSet = {
  P1: 'Adoption',
  P2: 'Special guardianship order',
  P3: 'Residence order or child arrangements order',
  P4: 'Not known',
  Z1: 'No previous permanence option',
};

export const PERMANENCE_CODES = {
  FOSTER_CARE,
  NB_ADOPTR,
  SEX_ADOPTR,
  LS_ADOPTR,
  REASON_PLACED_CEASED,
  PREV_PERM,
};
