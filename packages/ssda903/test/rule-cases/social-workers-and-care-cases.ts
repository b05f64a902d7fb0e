import { finds, passes, type RuleCase, rule } from './rule-case.ts';

const WORKER = { SW_ID: 'SW123456', SW_DECOM: '01/06/2025', SW_REASON: 'MANAGE' };
const OPEN = { DECOM: '01/06/2025', RNE: 'S', LS: 'C2' };
const IN_2024 = { year: '2023-24' };
/** A child’s social workers beside their care. */
export const SOCIAL_WORKERS_AND_CARE_CASES: readonly RuleCase[] = [
  rule(
    'SW01STG1',
    finds(
      'a child in care with no social worker, and one with an incomplete one',
      {
        Episodes: [
          OPEN,
          { ...OPEN, CHILD: 'B' },
          { ...OPEN, DEC: '01/06/2023', CHILD: 'B' },
          { ...OPEN, LS: 'V4' },
        ],
        SWEpisodes: [
          { ...WORKER, CHILD: 'B' },
          { ...WORKER, SW_REASON: '', CHILD: 'B' },
        ],
      },
      { Episodes: [0, 1] },
      IN_2024,
    ),
    finds(
      'one whose social worker has no number, or came on no day',
      {
        Episodes: [OPEN, { ...OPEN, CHILD: 'B' }],
        SWEpisodes: [
          { ...WORKER, SW_ID: '' },
          { ...WORKER, SW_DECOM: '', CHILD: 'B' },
        ],
      },
      { Episodes: [0, 1] },
      IN_2024,
    ),
    passes(
      'a child with a social worker, one who left and one with short breaks',
      {
        Episodes: [OPEN, { ...OPEN, DEC: '01/06/2023', CHILD: 'B' }, { ...OPEN, LS: 'V3', CHILD: 'C' }],
        SWEpisodes: [WORKER],
      },
      IN_2024,
    ),
  ),
  rule(
    'SW11bSTG2',
    passes(
      'a child whose social worker left lately, while the year runs',
      { SWEpisodes: [{ SW_DECOM: '01/06/2026', SW_DEC: '20/11/2026' }] },
      { period: { start: '2026-04-01', end: '2026-11-22' } },
    ),
    finds(
      'the last one, who left on 26 March',
      {
        SWEpisodes: [
          { SW_DECOM: '01/06/2026', SW_DEC: '26/03/2027' },
          { SW_DECOM: '01/06/2025', SW_DEC: '01/06/2026' },
          { SW_DECOM: '' },
        ],
      },
      { SWEpisodes: [0] },
    ),
    finds(
      'the only one, who left on 31 March',
      { SWEpisodes: [{ SW_DECOM: '01/06/2026', SW_DEC: '31/03/2027' }] },
      { SWEpisodes: [0] },
    ),
    passes('one who left in the last days and another came', {
      SWEpisodes: [{ SW_DECOM: '01/06/2026', SW_DEC: '28/03/2027' }, { SW_DECOM: '28/03/2027' }],
    }),
    passes('the last one, who left on 25 March, and one who has not left', {
      SWEpisodes: [
        { SW_DECOM: '01/06/2026', SW_DEC: '25/03/2027' },
        { SW_DECOM: '01/06/2026', CHILD: 'B' },
      ],
    }),
  ),
  rule(
    'SW12STG2',
    finds(
      'a child in care who has no social worker',
      { Episodes: [OPEN], SWEpisodes: [] },
      { Episodes: [0] },
    ),
    finds(
      'a child whose social worker came after the start and left before the end of the year',
      {
        Episodes: [OPEN, { ...OPEN, CHILD: 'B' }],
        SWEpisodes: [
          { SW_DECOM: '02/06/2025', SW_DEC: '30/03/2027' },
          { SW_DECOM: '', CHILD: 'B' },
        ],
      },
      { Episodes: [0, 1] },
    ),
    finds(
      'the earlier spell of a child who is in care again, back to the first day of last year',
      {
        Episodes: [
          { DECOM: '01/06/2020', RNE: 'S', LS: 'C2', DEC: '01/04/2025', REC: 'E4A' },
          { DECOM: '01/06/2026', RNE: 'S', LS: 'C2' },
        ],
        SWEpisodes: [{ SW_DECOM: '01/06/2026' }],
      },
      { Episodes: [0] },
    ),
    passes('a spell that ended before last year', {
      Episodes: [
        { DECOM: '01/06/2020', RNE: 'S', LS: 'C2', DEC: '31/03/2025', REC: 'E4A' },
        { DECOM: '01/06/2026', RNE: 'S', LS: 'C2' },
      ],
      SWEpisodes: [{ SW_DECOM: '01/06/2026' }],
    }),
    finds(
      'that spell too, in 2023-24, when every year was asked of',
      {
        Episodes: [
          { DECOM: '01/06/2018', RNE: 'S', LS: 'C2', DEC: '31/03/2020', REC: 'E4A' },
          { DECOM: '01/06/2023', RNE: 'S', LS: 'C2' },
        ],
        SWEpisodes: [{ SW_DECOM: '01/06/2023' }],
      },
      { Episodes: [0] },
      IN_2024,
    ),
    passes(
      'a child with a social worker, in 2023-24',
      { Episodes: [{ ...OPEN, DECOM: '01/06/2023' }], SWEpisodes: [{ SW_DECOM: '01/06/2023' }] },
      IN_2024,
    ),
    passes('one who came before the start and is still there, beside another', {
      Episodes: [OPEN],
      SWEpisodes: [{ SW_DECOM: '01/06/2024', SW_DEC: '01/09/2024' }, { SW_DECOM: '01/05/2025' }],
    }),
    passes('one who left on the day of the start, or came on 31 March', {
      Episodes: [OPEN, { ...OPEN, CHILD: 'B' }],
      SWEpisodes: [
        { SW_DECOM: '01/05/2025', SW_DEC: '01/06/2025' },
        { SW_DECOM: '31/03/2027', CHILD: 'B' },
      ],
    }),
    finds(
      'a start of care that went on in another placement before a social worker came',
      {
        Episodes: [
          { ...OPEN, DEC: '01/07/2025', REC: 'X1' },
          { ...OPEN, DECOM: '01/07/2025', RNE: 'P' },
        ],
        SWEpisodes: [{ SW_DECOM: '02/07/2025' }],
      },
      { Episodes: [0] },
    ),
    finds(
      'care that ended on 31 March and started again',
      {
        Episodes: [
          { ...OPEN, DEC: '31/03/2027', REC: 'E4A' },
          { ...OPEN, DECOM: '31/03/2027' },
        ],
        SWEpisodes: [],
      },
      { Episodes: [0, 1] },
    ),
    passes('a move within care', {
      Episodes: [
        { DECOM: '01/06/2025', RNE: 'P', LS: 'C2', DEC: '01/06/2026', REC: 'X1' },
        { DECOM: '01/06/2026', RNE: 'P', LS: 'C2' },
      ],
      SWEpisodes: [{ SW_DECOM: '01/09/2026' }],
    }),
    passes('a child who left, and one with short breaks', {
      Episodes: [
        { ...OPEN, DEC: '31/03/2027', REC: 'E4A' },
        { ...OPEN, LS: 'V4', CHILD: 'B' },
      ],
      SWEpisodes: [],
    }),
  ),
  rule(
    'SW17STG2',
    finds(
      'a last social worker who left, where no episodes are given to tell by',
      { SWEpisodes: [{ SW_DECOM: '01/06/2026', SW_DEC: '10/03/2027' }] },
      { SWEpisodes: [0] },
    ),
    finds(
      'a child in care whose last social worker left',
      {
        Episodes: [OPEN],
        SWEpisodes: [
          { SW_DECOM: '01/06/2026', SW_DEC: '10/03/2027' },
          { SW_DECOM: '01/06/2025', SW_DEC: '01/06/2026' },
          { SW_DECOM: '' },
        ],
      },
      { SWEpisodes: [0] },
    ),
    finds(
      'one who left on what is not a day',
      { Episodes: [OPEN], SWEpisodes: [{ SW_DECOM: '01/06/2026', SW_DEC: 'MAY' }] },
      { SWEpisodes: [0] },
    ),
    passes('a child in care whose last social worker is still there', {
      Episodes: [OPEN],
      SWEpisodes: [{ SW_DECOM: '01/06/2025', SW_DEC: '01/06/2026' }, { SW_DECOM: '01/06/2026' }],
    }),
    passes('a child who left care, one with short breaks and one with no episode', {
      Episodes: [
        { ...OPEN, DEC: '10/03/2027', REC: 'E4A' },
        { ...OPEN, LS: 'V3', CHILD: 'B' },
      ],
      SWEpisodes: ['A', 'B', 'C'].map((CHILD) => ({ CHILD, SW_DECOM: '01/06/2025', SW_DEC: '10/03/2027' })),
    }),
  ),
];
