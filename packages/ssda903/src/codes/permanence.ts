import type { CodeSet } from './code-set.ts';

export const FOSTER_CARE: CodeSet = {
  '0': 'Adopter was not the current foster carer',
  '1': 'Adopted by the current foster carer',
};

export const NB_ADOPTR: CodeSet = {
  '1': 'One adopter',
  '2': 'Two adopters',
};

export const SEX_ADOPTR: CodeSet = {
  M1: 'One man',
  F1: 'One woman',
  MM: 'Two men',
  FF: 'Two women',
  MF: 'A man and a woman',
};

export const LS_ADOPTR: CodeSet = {
  L0: 'Single',
  L11: 'Married, different sex',
  L12: 'Married, same sex',
  L2: 'Civil partnership',
  L3: 'Unmarried couple, different sex',
  L4: 'Same-sex couple neither married nor in a civil partnership',
};

export const REASON_PLACED_CEASED: CodeSet = {
  RD1: "Child's needs changed after the decision",
  RD2: 'Court made no placement order',
  RD3: 'No adopters could be found',
  RD4: 'Any other reason',
};

export const PREV_PERM: CodeSet = {
  P1: 'Adoption',
  P2: 'Special guardianship order',
  P3: 'Residence order or child arrangements order',
  P4: 'Not known',
  Z1: 'No previous permanence option',
};
