import { type Cells, finds, passes, rule } from './rule-case.ts';

const HOME = { PLACE: 'U4', PL_POST: 'AB1 2CD', URN: '1234567', PLACE_PROVIDER: 'PR1' };
const MOVED = { PLACE: 'K2', PL_POST: 'AB1 2CE', URN: '7654321', PLACE_PROVIDER: 'PR4' };

/** Two episodes of one child, the second first in the file. */
const step = (CHILD: string, before: Cells, now: Cells): readonly Cells[] => [
  { CHILD, DECOM: '01/06/2026', ...now },
  { CHILD, DECOM: '01/05/2026', ...before },
];

export const WHAT_CHANGED_CASES = [
  rule(
    '434',
    finds(
      'the same legal status',
      { Episodes: step('A', { LS: 'C1', ...HOME }, { RNE: 'L', LS: 'C1', ...HOME }) },
      { Episodes: [0] },
    ),
    finds(
      'another placement, postcode, number or provider',
      {
        Episodes: Object.entries({ ...MOVED, URN: '' }).flatMap(([column, cell]) =>
          step(column, { LS: 'C1', ...HOME }, { RNE: 'L', LS: 'C2', ...HOME, [column]: cell }),
        ),
      },
      { Episodes: [0, 2, 4, 6] },
    ),
    passes('another legal status alone, what is blank in both, and other reasons', {
      Episodes: [
        ...step('A', { LS: 'C1', ...HOME }, { RNE: 'L', LS: 'C2', ...HOME }),
        ...step('B', { LS: '' }, { RNE: 'L', LS: '' }),
        ...step('C', { LS: 'C1', ...HOME }, { RNE: 'P', LS: 'C1', ...HOME }),
        { CHILD: 'D', RNE: 'L', LS: 'C1', DECOM: '01/05/2026' },
      ],
    }),
  ),
  rule(
    '435',
    finds(
      'the same placement in every respect',
      { Episodes: step('A', { LS: 'C2', ...HOME }, { RNE: 'P', LS: 'C2', ...HOME }) },
      { Episodes: [0] },
    ),
    finds(
      'the same placement, with no number in either',
      { Episodes: step('A', { LS: 'C2', ...HOME, URN: '' }, { RNE: 'T', LS: 'C2', ...HOME, URN: '' }) },
      { Episodes: [0] },
    ),
    passes(
      'the same placement with no number in either, read as others do',
      { Episodes: step('A', { LS: 'C2', ...HOME, URN: '' }, { RNE: 'T', LS: 'C2', ...HOME, URN: '' }) },
      { peerCompatible: true },
    ),
    finds(
      'the same placement, read as others do',
      { Episodes: step('A', { LS: 'C2', ...HOME }, { RNE: 'T', LS: 'C2', ...HOME }) },
      { Episodes: [0] },
      { peerCompatible: true },
    ),
    finds(
      'another legal status, and one left blank, in the one or in both',
      {
        Episodes: [
          ...step('A', { LS: 'C1', ...HOME }, { RNE: 'T', LS: 'C2', ...MOVED }),
          ...step('B', { LS: 'C1', ...HOME }, { RNE: 'P', LS: '', ...MOVED }),
          ...step('C', { LS: '', ...HOME }, { RNE: 'P', LS: '', ...MOVED }),
        ],
      },
      { Episodes: [0, 2, 4] },
    ),
    passes('one respect that differs, and other reasons', {
      Episodes: [
        ...Object.entries(MOVED).flatMap(([column, cell]) =>
          step(column, { LS: 'C2', ...HOME }, { RNE: 'P', LS: 'C2', ...HOME, [column]: cell }),
        ),
        ...step('L', { LS: 'C2', ...HOME }, { RNE: 'L', LS: 'C2', ...HOME }),
      ],
    }),
  ),
  rule(
    '436',
    finds(
      'only the placement, only the legal status, and neither',
      {
        Episodes: [
          ...step('A', { LS: 'C1', ...HOME }, { RNE: 'U', LS: 'C1', ...MOVED }),
          ...step('B', { LS: 'C1', ...HOME }, { RNE: 'B', LS: 'C2', ...HOME }),
          ...step('C', { LS: '' }, { RNE: 'B', LS: '', ...MOVED }),
          ...step('D', { LS: 'C1' }, { RNE: 'B', LS: 'C2' }),
        ],
      },
      { Episodes: [0, 2, 4, 6] },
    ),
    passes('both, be it in one respect of the placement, and other reasons', {
      Episodes: [
        ...step('A', { LS: 'C1', ...HOME }, { RNE: 'B', LS: 'C2', ...HOME, PL_POST: 'AB1 2CE' }),
        ...step('B', { LS: 'C1', ...HOME }, { RNE: 'P', LS: 'C1', ...MOVED }),
        { CHILD: 'C', RNE: 'U', DECOM: '01/05/2026' },
      ],
    }),
  ),
  rule(
    '504',
    finds(
      'another need though care went on, and one that is lost',
      {
        Episodes: [
          ...step('A', { CIN: 'N1', DEC: '01/06/2026', REC: 'X1' }, { CIN: 'N2' }),
          ...step('B', { CIN: 'N1', DEC: '01/06/2026', REC: 'X1' }, { CIN: '' }),
        ],
      },
      { Episodes: [0, 2] },
    ),
    passes('two blanks, another period of care, a day between, and the same need', {
      Episodes: [
        ...step('A', { CIN: '', DEC: '01/06/2026', REC: 'X1' }, { CIN: '' }),
        ...step('B', { CIN: 'N1', DEC: '01/06/2026', REC: 'E8' }, { CIN: 'N2' }),
        ...step('C', { CIN: 'N1', DEC: '31/05/2026', REC: 'X1' }, { CIN: 'N2' }),
        ...step('D', { CIN: 'N1', DEC: '01/06/2026', REC: 'X1' }, { CIN: 'N1' }),
        ...step('E', { CIN: 'N1', REC: 'X1' }, { CIN: 'N2' }),
      ],
    }),
  ),
];
