import type { CodeList } from '../child/code-list.ts';

/**
 * REASON_PLACE_CHANGE. An ending asked for by the carer, the child or an authority is not a planned one even when a
 * little planning went into it (guidance on the return). Closure and custody are reported apart.
 */
export const REASONS_PLACEMENT_ENDED = {
  groups: {
    planned: 'Planned',
    unplanned: 'Not planned',
    apart: 'Closure or custody',
    'same-carer': 'Same carer, only the status changed',
    other: 'Another reason',
  },
  codes: {
    CARPL: { title: 'Part of the care plan', group: 'planned' },
    CREQB: { title: 'Carer asked, because of the child’s behaviour', group: 'unplanned' },
    CREQO: { title: 'Carer asked, for another reason', group: 'unplanned' },
    CHILD: { title: 'Child asked', group: 'unplanned' },
    LAREQ: { title: 'Responsible or area authority asked', group: 'unplanned' },
    ALLEG: { title: 'Allegation', group: 'unplanned' },
    STAND: { title: 'Concern about standards of care', group: 'unplanned' },
    APPRR: { title: 'Approval or registration removed', group: 'unplanned' },
    CLOSE: { title: 'Carer resigned or home closed', group: 'apart' },
    CUSTOD: { title: 'Custody', group: 'apart' },
    PLACE: { title: 'Status of the placement changed', group: 'same-carer' },
    OTHER: { title: 'Another reason', group: 'other' },
  },
} as const satisfies CodeList;
