import type { Ad1Row } from '../rows.ts';
import { eachRow, type Rule } from '../rule.ts';

/** The adopters are said to live together one way, and to be people who do not. A blank SEX_ADOPTR is not such people. */
const notSuch =
  (status: string, ...sexes: readonly string[]) =>
  ({ LS_ADOPTR, SEX_ADOPTR }: Ad1Row): boolean =>
    LS_ADOPTR === status && !sexes.includes(SEX_ADOPTR);

const SAYS_BOTH = ['LS_ADOPTR', 'SEX_ADOPTR'];
const CORRECT_EITHER = 'Correct LS_ADOPTR or SEX_ADOPTR, whichever does not describe the adopters.';

/** Who adopted a child: how many, of which sex, and how they live together. */
export const ADOPTERS_RULES: readonly Rule[] = [
  eachRow('AD1', {
    code: '175',
    title: 'Number of adopters not a code',
    fields: ['NB_ADOPTR'],
    wrong: 'NB_ADOPTR, the number of adopters, is neither 1 nor 2.',
    todo: 'Enter 1 or 2.',
    fails: ({ NB_ADOPTR }, _, { isCode }) => NB_ADOPTR !== '' && !isCode('NB_ADOPTR', NB_ADOPTR),
  }),
  eachRow('AD1', {
    code: '176',
    title: 'Sex of the adopters not a code',
    fields: ['SEX_ADOPTR'],
    wrong: 'SEX_ADOPTR, the sex of the adopters, is not M1, F1, MM, FF or MF.',
    todo: 'Enter the code for the person or the couple who adopted the child.',
    fails: ({ SEX_ADOPTR }, _, { isCode }) => SEX_ADOPTR !== '' && !isCode('SEX_ADOPTR', SEX_ADOPTR),
  }),
  eachRow('AD1', {
    code: '177',
    title: 'Legal status of the adopters not a code',
    fields: ['LS_ADOPTR'],
    wrong: 'LS_ADOPTR, how the adopters live together in law, is not L0, L11, L12, L2, L3 or L4.',
    todo: 'Enter the code for the adopters’ legal status on the day of the adoption order.',
    fails: ({ LS_ADOPTR }, _, { isCode }) => LS_ADOPTR !== '' && !isCode('LS_ADOPTR', LS_ADOPTR),
  }),
  eachRow('AD1', {
    code: '511',
    title: 'Two adopters, and the sex of one',
    fields: ['NB_ADOPTR', 'SEX_ADOPTR'],
    wrong: 'There are two adopters, but SEX_ADOPTR is the code of one man or one woman.',
    todo: 'Correct the number of adopters, or enter MM, FF or MF.',
    fails: ({ NB_ADOPTR, SEX_ADOPTR }) => NB_ADOPTR === '2' && (SEX_ADOPTR === 'M1' || SEX_ADOPTR === 'F1'),
  }),
  eachRow('AD1', {
    code: '514',
    title: 'A single adopter, and the sex of a couple',
    fields: SAYS_BOTH,
    wrong: 'The adopter is single (L0), but SEX_ADOPTR is not one man (M1) or one woman (F1).',
    todo: CORRECT_EITHER,
    fails: notSuch('L0', 'M1', 'F1'),
  }),
  eachRow('AD1', {
    code: '517',
    title: 'An unmarried couple of different sex, and another sex code',
    fields: SAYS_BOTH,
    wrong: 'The adopters are an unmarried couple of different sex (L3), but SEX_ADOPTR is not MF.',
    todo: CORRECT_EITHER,
    fails: notSuch('L3', 'MF'),
  }),
  eachRow('AD1', {
    code: '518',
    title: 'An unmarried couple of the same sex, and another sex code',
    fields: SAYS_BOTH,
    wrong:
      'The adopters are a same-sex couple with neither marriage nor civil partnership (L4), but SEX_ADOPTR is not MM or FF.',
    todo: CORRECT_EITHER,
    fails: notSuch('L4', 'MM', 'FF'),
  }),
  eachRow('AD1', {
    code: '519',
    title: 'Civil partners, and the sex of one adopter',
    fields: SAYS_BOTH,
    wrong: 'The adopters are civil partners (L2), but SEX_ADOPTR is not a couple: MM, FF or MF.',
    todo: CORRECT_EITHER,
    fails: notSuch('L2', 'MM', 'FF', 'MF'),
  }),
  eachRow('AD1', {
    code: '520',
    title: 'A married couple of different sex, and another sex code',
    fields: SAYS_BOTH,
    wrong: 'The adopters are a married couple of different sex (L11), but SEX_ADOPTR is not MF.',
    todo: CORRECT_EITHER,
    fails: notSuch('L11', 'MF'),
  }),
  eachRow('AD1', {
    code: '524',
    title: 'A married couple of the same sex, and another sex code',
    fields: SAYS_BOTH,
    wrong: 'The adopters are a married couple of the same sex (L12), but SEX_ADOPTR is not MM or FF.',
    todo: CORRECT_EITHER,
    fails: notSuch('L12', 'MM', 'FF'),
  }),
];
