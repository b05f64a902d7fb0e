import { finds, passes, rule } from './rule-case.ts';

const WORKER = { SW_ID: 'SW123456', SW_DECOM: '01/06/2025', SW_REASON: 'FCONTA' };
const IN_2024 = { year: '2023-24' };
const IN_2025 = { year: '2024-25' };

export const SOCIAL_WORKERS_CASES = [
  rule(
    'SW01aSTG1',
    finds(
      'one from before April 2023 with no number, or with no day',
      {
        SWEpisodes: [
          { SW_DECOM: '31/03/2023', SW_ID: '' },
          { SW_DECOM: '', SW_ID: 'SW1234' },
          { SW_DECOM: 'ZZ/05/2021', SW_ID: 'SW1234' },
          { SW_DECOM: '31/03/2023', SW_ID: 'SW1234' },
        ],
      },
      { SWEpisodes: [0, 1, 2] },
      IN_2025,
    ),
    passes('one from 1 April 2023 with no number', { SWEpisodes: [{ SW_DECOM: '01/04/2023' }] }, IN_2025),
  ),
  rule(
    'SW01bSTG1',
    finds(
      'one from April 2023 on with no number or no reason, or with no day',
      {
        SWEpisodes: [
          { SW_DECOM: '01/04/2023', SW_ID: '', SW_REASON: 'MANAGE' },
          { SW_DECOM: '01/04/2023', SW_ID: 'SW1234', SW_REASON: '' },
          { SW_DECOM: '', SW_ID: 'SW1234', SW_REASON: 'MANAGE' },
          { SW_DECOM: '01/04/2023', SW_ID: 'SW1234', SW_REASON: 'MANAGE' },
        ],
      },
      { SWEpisodes: [0, 1, 2] },
      IN_2025,
    ),
    passes('one from the day before', { SWEpisodes: [{ SW_DECOM: '31/03/2023' }] }, IN_2025),
  ),
  rule(
    'SW02STG1',
    finds(
      'numbers that begin otherwise',
      { SWEpisodes: [{ SW_ID: '1234' }, { SW_ID: 'S' }, { SW_ID: 'WS1234' }, WORKER] },
      { SWEpisodes: [0, 1, 2] },
      IN_2025,
    ),
    passes(
      'short ones, small letters and blanks',
      { SWEpisodes: [{ SW_ID: 'SW' }, { SW_ID: 'xx1' }, { SW_ID: '' }] },
      IN_2024,
    ),
    finds(
      'blanks, short ones and those that begin otherwise, from 2025-26',
      { SWEpisodes: [{ SW_ID: '' }, { SW_ID: 'SW1' }, { SW_ID: '1234' }, WORKER] },
      { SWEpisodes: [0, 1, 2] },
      { year: '2025-26' },
    ),
    passes('four characters, whatever follows', { SWEpisodes: [{ SW_ID: ' sw12 ' }, { SW_ID: 'XXXX' }] }),
  ),
  rule(
    'SW03STG1',
    finds(
      'one with no number, no day or no reason',
      {
        SWEpisodes: [
          { ...WORKER, SW_ID: '' },
          { ...WORKER, SW_DECOM: '' },
          { ...WORKER, SW_REASON: '' },
          WORKER,
        ],
      },
      { SWEpisodes: [0, 1, 2] },
      IN_2024,
    ),
    passes(
      'a day that is not one, which is another matter',
      { SWEpisodes: [{ ...WORKER, SW_DECOM: 'MAY' }] },
      IN_2024,
    ),
  ),
  rule(
    'SW04STG1',
    finds(
      'days that are not',
      { SWEpisodes: [{ SW_DECOM: '31/06/2024' }, { SW_DECOM: 'ZZ/05/2021' }, { SW_DECOM: '2024-05-01' }] },
      { SWEpisodes: [0, 1, 2] },
      IN_2025,
    ),
    passes('a day, and a blank', { SWEpisodes: [WORKER, { SW_DECOM: '' }] }, IN_2024),
    finds(
      'blanks and days that are not, from 2025-26',
      { SWEpisodes: [{ SW_DECOM: '' }, { SW_DECOM: 'ZZ/05/2021' }, { SW_DECOM: '31/06/2024' }, WORKER] },
      { SWEpisodes: [0, 1, 2] },
      { year: '2025-26' },
    ),
    passes('a day', { SWEpisodes: [WORKER] }),
  ),
  rule(
    'SW05STG1',
    finds(
      'days that are not',
      { SWEpisodes: [{ SW_DEC: '31/06/2026' }, { SW_DEC: 'ZZ/05/2026' }, { SW_DEC: '30/06/2026' }] },
      { SWEpisodes: [0, 1] },
    ),
    passes('one who is still there', { SWEpisodes: [WORKER] }),
  ),
  rule(
    'SW06STG2',
    finds(
      'one who comes the day after the year',
      { SWEpisodes: [{ SW_DECOM: '01/04/2027' }, WORKER] },
      { SWEpisodes: [0] },
    ),
    passes('one who came on 31 March, years ago, or on no day', {
      SWEpisodes: [{ SW_DECOM: '31/03/2027' }, { SW_DECOM: '01/06/2015' }, { SW_DECOM: '' }],
    }),
  ),
  rule(
    'SW07STG2',
    finds(
      'those who left before last year, or after this',
      { SWEpisodes: [{ SW_DEC: '31/03/2025' }, { SW_DEC: '01/04/2027' }, { SW_DEC: '01/06/2026' }] },
      { SWEpisodes: [0, 1] },
    ),
    passes('those who left on the first day of last year, or the last of this, or not', {
      SWEpisodes: [{ SW_DEC: '01/04/2025' }, { SW_DEC: '31/03/2027' }, { SW_DEC: '' }],
    }),
    passes(
      'the first day of last year, with a 29 February since',
      { SWEpisodes: [{ SW_DEC: '01/04/2023' }] },
      IN_2025,
    ),
    finds(
      'those who left in another year than this, in 2023-24',
      { SWEpisodes: [{ SW_DEC: '31/03/2023' }, { SW_DEC: '01/04/2024' }] },
      { SWEpisodes: [0, 1] },
      IN_2024,
    ),
    passes(
      'those who left on its first or its last day, in 2023-24',
      { SWEpisodes: [{ SW_DEC: '01/04/2023' }, { SW_DEC: '31/03/2024' }] },
      IN_2024,
    ),
  ),
  rule(
    'SW09STG2',
    finds(
      'one who came and left on one day, however it is written',
      { SWEpisodes: [{ SW_DECOM: '01/06/2026', SW_DEC: '1/6/2026' }] },
      { SWEpisodes: [0] },
    ),
    passes('one who stayed a day, and one with no days', {
      SWEpisodes: [
        { SW_DECOM: '01/06/2026', SW_DEC: '02/06/2026' },
        { SW_DECOM: '', SW_DEC: '' },
        { SW_DECOM: 'MAY', SW_DEC: 'MAY' },
      ],
    }),
  ),
  rule(
    'SW13STG1',
    finds(
      'a reason that is not a code, and none since April 2023',
      {
        SWEpisodes: [
          { SW_REASON: 'LEFT', SW_DECOM: '01/06/2015' },
          { SW_REASON: '', SW_DECOM: '01/04/2023' },
          WORKER,
          { SW_REASON: 'LEFT', SW_DECOM: 'MAY' },
        ],
      },
      { SWEpisodes: [0, 1, 3] },
      IN_2025,
    ),
    passes('a code, none before April 2023, and none on no day', {
      SWEpisodes: [
        { SW_REASON: 'others', SW_DECOM: '01/06/2026' },
        { SW_REASON: '', SW_DECOM: '31/03/2023' },
        { SW_REASON: '', SW_DECOM: 'MAY' },
      ],
    }),
    finds(
      'none at any time, in 2023-24',
      { SWEpisodes: [{ SW_DECOM: '31/03/2023' }, { SW_DECOM: '' }, { SW_REASON: 'LEFT' }] },
      { SWEpisodes: [0, 1, 2] },
      IN_2024,
    ),
    passes('a code, in 2023-24', { SWEpisodes: [{ SW_REASON: 'SWDIED' }] }, IN_2024),
  ),
];
