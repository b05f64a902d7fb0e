import type { Workflow } from '../workflow/workflow.ts';
import { findAgainstRecord } from './beside-record.ts';
import { CHOICE_STEPS } from './choice-steps.ts';
import { PLACEMENT_REQUEST_EVIDENCE } from './evidence.ts';
import { HOME_NOTICE } from './home-notice.ts';
import { MOVE_STEPS } from './move-steps.ts';
import { NOTICE_STEPS } from './notice-steps.ts';
import { OFFICER_OF_SEARCH, REQUEST_STEPS } from './request-steps.ts';
import { PLACEMENT_REQUEST_STATES, type PlacementRequestState } from './states.ts';
import type { PlacementRequestNeed } from './step.ts';
import { TIER_STEPS } from './tier-steps.ts';

/**
 * A home is asked for, and looked for (Worcestershire Children First, “Placements for Looked After Children”, September 2023,
 * paragraphs 28, 29 and 67): whether there is permission, an officer who takes it on, the request made ready with the social
 * worker, the tiers of the search, the choice of one offer, its price, the checks, the director’s approval, and the move, which
 * is written in the record.
 *
 * Of version 1 a case knew one state of searching and ended with the move. Such a case goes on from where it stands: each of
 * its states is here still.
 */
export const PLACEMENT_REQUEST: Workflow<PlacementRequestState, PlacementRequestNeed> = {
  id: 'placement-request',
  title: 'Finding a home',
  version: 2,
  source:
    'Worcestershire Children First, “Placements for Looked After Children”, September 2023, paragraphs 28, 29 and 67',
  access: {
    see: 'see-placement-request',
    take: 'take-placement-step',
    begin: 'begin-placement-request',
  },
  begins: { in: 'draft', who: ['social-worker'], told: 'began the request for a home' },
  evidence: PLACEMENT_REQUEST_EVIDENCE,
  besideRecord: findAgainstRecord,
  writing: { in: ['draft', 'returned'], who: ['social-worker'] },
  givenTo: OFFICER_OF_SEARCH,
  needs: {
    'not-in-care': 'The record has this child in care already.',
    'in-care': 'The record does not have this child in care.',
    'offer-shared': 'No offer is shared with the social worker yet.',
    'offer-stands': 'There is no chosen offer that still stands.',
    'checks-done': 'The checks before placement are not complete.',
    'gates-open': 'The law does not let the child be placed there as things are.',
    'registered-or-left':
      'The child lives by an order of the High Court in a home that is not registered. The search stays open until the home is registered, or the child has left it.',
    'home-decided':
      'The child lives in a home that a director is said to have approved and did not. A director has to decide on the home first, on their desk or on the page of the search: approve it, or have another found.',
  },
  states: PLACEMENT_REQUEST_STATES,
  notes: [HOME_NOTICE],
  steps: [...REQUEST_STEPS, ...TIER_STEPS, ...CHOICE_STEPS, ...MOVE_STEPS, ...NOTICE_STEPS],
};
