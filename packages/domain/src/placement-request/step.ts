import type { Step } from '../workflow/workflow.ts';
import type { PlacementRequestState } from './states.ts';

/** What steps of a search need besides the request, each told as a sentence while it is wanting. */
export type PlacementRequestNeed =
  | 'not-in-care'
  | 'in-care'
  | 'offer-shared'
  | 'checks-done'
  | 'gates-open'
  | 'offer-stands'
  | 'registered-or-left'
  | 'home-decided';

export type PlacementRequestStep = Step<PlacementRequestState, PlacementRequestNeed>;
