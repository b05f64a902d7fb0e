import type { CodeList } from './code-list.ts';

/** RNE: why an episode began. What counts as a move follows from it, not from the codes that changed. */
export const REASONS_FOR_NEW_EPISODE = {
  groups: {
    started: 'Started to be looked after',
    'another-home': 'Another placement and carer',
    'same-carer': 'Another placement, same carer',
    'legal-status': 'Legal status only',
  },
  codes: {
    S: { title: 'Started to be looked after', group: 'started' },
    L: { title: 'Legal status changed', group: 'legal-status' },
    P: { title: 'Moved to another placement and carer', group: 'another-home' },
    T: { title: 'Placement changed, with the same carer', group: 'same-carer' },
    B: { title: 'Legal status changed, and moved to another placement and carer', group: 'another-home' },
    U: { title: 'Legal status and placement changed, with the same carer', group: 'same-carer' },
  },
} as const satisfies CodeList;
