import type { CodeList } from '../child/code-list.ts';

/** PLACE_PROVIDER: who provides the placement. Blank for temporary and "other" placements. */
export const PROVIDER_TYPES = {
  groups: {
    parents: 'Parents',
    'in-house': 'In-house',
    'other-authority': 'Another local authority',
    'other-public': 'Another public body',
    external: 'External (private or voluntary)',
  },
  codes: {
    PR0: { title: 'Parents or others with parental responsibility', group: 'parents' },
    PR1: { title: 'This authority', group: 'in-house' },
    PR2: { title: 'Another local authority', group: 'other-authority' },
    PR3: { title: 'Another public body', group: 'other-public' },
    PR4: { title: 'Private', group: 'external' },
    PR5: { title: 'Voluntary', group: 'external' },
  },
} as const satisfies CodeList;
