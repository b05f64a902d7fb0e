import { finds, passes, rule } from './rule-case.ts';

const IN_2024 = { year: '2023-24' };
const IN_2025 = { year: '2024-25' };
const PEER = { peerCompatible: true };

export const SOCIAL_WORKERS_IN_TURN_CASES = [
  rule(
    'SW08STG2',
    finds(
      'one who has not left, with another since',
      { SWEpisodes: [{ SW_DECOM: '01/06/2026' }, { SW_DECOM: '01/06/2025' }] },
      { SWEpisodes: [1] },
    ),
    finds(
      'one who left on what is not a day',
      { SWEpisodes: [{ SW_DECOM: '01/06/2025', SW_DEC: 'MAY' }, { SW_DECOM: '01/06/2026' }] },
      { SWEpisodes: [0] },
    ),
    finds(
      'one of two who came on one day and have not left',
      { SWEpisodes: [{ SW_DECOM: '01/06/2026' }, { SW_DECOM: '01/06/2026' }] },
      { SWEpisodes: [0] },
    ),
    passes('the current one, beside a row without a day', {
      SWEpisodes: [{ SW_DECOM: '' }, { SW_DECOM: '01/06/2026' }],
    }),
    passes('the one of two who came on one day and has not left', {
      SWEpisodes: [{ SW_DECOM: '01/06/2026' }, { SW_DECOM: '01/06/2026', SW_DEC: '02/06/2026' }],
    }),
    passes('those of two children, and of nobody', {
      SWEpisodes: [
        { SW_DECOM: '01/06/2025' },
        { SW_DECOM: '01/06/2026', CHILD: 'B' },
        { SW_DECOM: '01/06/2025', CHILD: '' },
        { SW_DECOM: '01/06/2026', CHILD: '' },
      ],
    }),
  ),
  rule(
    'SW10STG2',
    finds(
      'one who came eight days before the one before left',
      {
        SWEpisodes: [
          { SW_DECOM: '02/06/2026', SW_REASON: 'MANAGE' },
          { SW_DECOM: '01/06/2025', SW_DEC: '10/06/2026' },
        ],
      },
      { SWEpisodes: [0] },
    ),
    finds(
      'a first contact too, in 2023-24',
      {
        SWEpisodes: [
          { SW_DECOM: '01/06/2022', SW_DEC: '10/06/2023' },
          { SW_DECOM: '02/06/2023', SW_REASON: 'FCONTA' },
        ],
      },
      { SWEpisodes: [1] },
      IN_2024,
    ),
    passes(
      'one who came seven days before, in 2023-24',
      {
        SWEpisodes: [
          { SW_DECOM: '01/06/2022', SW_DEC: '10/06/2023' },
          { SW_DECOM: '03/06/2023', SW_REASON: 'MANAGE' },
        ],
      },
      IN_2024,
    ),
    passes('one who came seven days before, one for a first contact, and one after a long gap', {
      SWEpisodes: [
        { SW_DECOM: '01/06/2025', SW_DEC: '10/06/2026' },
        { SW_DECOM: '03/06/2026' },
        { SW_DECOM: '01/06/2025', SW_DEC: '10/06/2026', CHILD: 'B' },
        { SW_DECOM: '02/06/2026', SW_REASON: 'FCONTA', CHILD: 'B' },
        { SW_DECOM: '01/06/2025', SW_DEC: '10/06/2025', CHILD: 'C' },
        { SW_DECOM: '02/06/2026', CHILD: 'C' },
      ],
    }),
    passes(
      'a first contact, since 2024-25',
      {
        SWEpisodes: [
          { SW_DECOM: '01/06/2024', SW_DEC: '10/06/2024' },
          { SW_DECOM: '02/06/2024', SW_REASON: 'FCONTA' },
        ],
      },
      IN_2025,
    ),
    passes('one after one who has not left, and one with no day', {
      SWEpisodes: [
        { SW_DECOM: '01/06/2025' },
        { SW_DECOM: '02/06/2026', SW_DEC: '01/09/2026' },
        { SW_DECOM: '' },
      ],
    }),
    finds(
      'gaps, and one after one who has not left, as the other validator has it',
      {
        SWEpisodes: [
          { SW_DECOM: '01/06/2025', SW_DEC: '10/06/2025' },
          { SW_DECOM: '18/06/2025', SW_DEC: '10/06/2026' },
          { SW_DECOM: '03/06/2026', SW_DEC: '10/06/2026' },
          { SW_DECOM: '17/06/2026' },
          { SW_DECOM: '18/06/2026' },
          { SW_DECOM: '19/06/2026', SW_REASON: 'FCONTA' },
        ],
      },
      { SWEpisodes: [1, 4] },
      PEER,
    ),
  ),
  rule(
    'SW11aSTG2',
    finds(
      'one who came six days after the one before left, or before',
      {
        SWEpisodes: [
          { SW_DECOM: '01/06/2023', SW_DEC: '26/03/2024' },
          { SW_DECOM: '01/04/2024' },
          { SW_DECOM: '01/06/2023', SW_DEC: '20/10/2023', CHILD: 'B' },
          { SW_DECOM: '14/10/2023', CHILD: 'B' },
        ],
      },
      { SWEpisodes: [1, 3] },
      IN_2024,
    ),
    passes(
      'one who came five days after, one after the last five days of the year and one with no day',
      {
        SWEpisodes: [
          { SW_DECOM: '01/06/2023', SW_DEC: '26/03/2024' },
          { SW_DECOM: '31/03/2024' },
          { SW_DECOM: '01/06/2023', SW_DEC: '27/03/2024', CHILD: 'B' },
          { SW_DECOM: '02/04/2024', CHILD: 'B' },
          { SW_DECOM: '01/06/2023', SW_DEC: '26/03/2024', CHILD: 'C' },
          { SW_DECOM: '', CHILD: 'C' },
        ],
      },
      IN_2024,
    ),
  ),
  rule(
    'SW14STG2',
    finds(
      'earlier ones who left on no day',
      {
        SWEpisodes: [
          { SW_DECOM: '01/06/2023' },
          { SW_DECOM: '01/06/2022', SW_DEC: 'MAY' },
          { SW_DECOM: '01/06/2021', SW_DEC: '' },
        ],
      },
      { SWEpisodes: [1, 2] },
      IN_2024,
    ),
    passes(
      'the last one, and an earlier one who left',
      { SWEpisodes: [{ SW_DECOM: '01/06/2023' }, { SW_DECOM: '01/06/2022', SW_DEC: '01/06/2023' }] },
      IN_2024,
    ),
  ),
];
