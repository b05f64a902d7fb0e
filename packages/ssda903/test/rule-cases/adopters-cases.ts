import { finds, passes, type RuleCase, rule } from './rule-case.ts';

const adopters = (LS_ADOPTR: string, SEX_ADOPTR: string) => ({ LS_ADOPTR, SEX_ADOPTR });

/** Of the legal status, every sex code that does not go with it, and then those that do. */
const statusCase = (code: string, status: string, wrong: readonly string[], right: readonly string[]) =>
  rule(
    code,
    finds(
      `${status} with ${wrong.join(', ')} or no sex, and not with ${right.join(' or ')}`,
      { AD1: [...wrong, '', ...right].map((sex) => adopters(status, sex)) },
      { AD1: [...wrong, ''].map((_, place) => place) },
    ),
    passes(`${right.join(' or ')} with ${status}`, { AD1: right.map((sex) => adopters(status, sex)) }),
    passes('another status, or none, with any sex', {
      AD1: wrong.flatMap((sex) => [adopters('', sex), adopters('L9', sex)]),
    }),
  );

export const ADOPTERS_CASES: readonly RuleCase[] = [
  rule(
    '175',
    finds(
      'three adopters, and none',
      { AD1: [{ NB_ADOPTR: '3' }, { NB_ADOPTR: '2' }, { NB_ADOPTR: '0' }] },
      { AD1: [0, 2] },
    ),
    passes('one, two, and blank', { AD1: [{ NB_ADOPTR: '1' }, { NB_ADOPTR: 2 }, { NB_ADOPTR: '' }] }),
  ),
  rule(
    '176',
    finds(
      'a couple written the other way round, and one letter alone',
      { AD1: [{ SEX_ADOPTR: 'FM' }, { SEX_ADOPTR: 'M' }, { SEX_ADOPTR: 'MF' }] },
      { AD1: [0, 1] },
    ),
    passes('each of its codes, and blank', {
      AD1: ['M1', 'F1', 'MM', 'FF', 'mf', ''].map((SEX_ADOPTR) => ({ SEX_ADOPTR })),
    }),
  ),
  rule(
    '177',
    finds(
      'L1, which says no more than married',
      { AD1: [{ LS_ADOPTR: 'L0' }, { LS_ADOPTR: 'L1' }] },
      { AD1: [1] },
    ),
    passes('each of its codes, and blank', {
      AD1: ['L0', 'L11', 'L12', 'L2', 'L3', 'L4', ''].map((LS_ADOPTR) => ({ LS_ADOPTR })),
    }),
  ),
  rule(
    '511',
    finds(
      'two adopters who are one man, or one woman',
      {
        AD1: ['M1', 'F1', 'MM', ''].map((SEX_ADOPTR) => ({ NB_ADOPTR: '2', SEX_ADOPTR })),
      },
      { AD1: [0, 1] },
    ),
    passes('one adopter, and a number left blank', {
      AD1: [
        { NB_ADOPTR: '1', SEX_ADOPTR: 'M1' },
        { NB_ADOPTR: '', SEX_ADOPTR: 'F1' },
      ],
    }),
  ),
  statusCase('514', 'L0', ['MM', 'FF', 'MF'], ['M1', 'F1']),
  statusCase('517', 'L3', ['M1', 'F1', 'MM', 'FF'], ['MF']),
  statusCase('518', 'L4', ['M1', 'F1', 'MF'], ['MM', 'FF']),
  statusCase('519', 'L2', ['M1', 'F1'], ['MM', 'FF', 'MF']),
  statusCase('520', 'L11', ['M1', 'F1', 'MM', 'FF'], ['MF']),
  statusCase('524', 'L12', ['M1', 'F1', 'MF'], ['MM', 'FF']),
];
