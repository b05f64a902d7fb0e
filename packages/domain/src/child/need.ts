import type { CodeList } from './code-list.ts';

/** CIN: the main reason for which a child needed services, as recorded when the period of care started. */
export const CATEGORIES_OF_NEED = {
  groups: {
    N1: 'Abuse or neglect',
    N2: 'Child’s disability or illness',
    N3: 'Parent’s illness or disability',
    N4: 'Family in acute stress',
    N5: 'Family dysfunction',
    N6: 'Socially unacceptable behaviour',
    N7: 'Low income',
    N8: 'Absent parenting',
  },
  codes: {
    N1: { title: 'Abuse or neglect', group: 'N1' },
    N2: { title: 'Child’s disability or illness', group: 'N2' },
    N3: { title: 'Parent’s illness or disability', group: 'N3' },
    N4: { title: 'Family in acute stress', group: 'N4' },
    N5: { title: 'Family dysfunction', group: 'N5' },
    N6: { title: 'Socially unacceptable behaviour', group: 'N6' },
    N7: { title: 'Low income', group: 'N7' },
    N8: { title: 'Absent parenting', group: 'N8' },
  },
} as const satisfies CodeList;
