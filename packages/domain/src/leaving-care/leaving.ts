import type { Workflow } from '../workflow/workflow.ts';

/** By which lines of the policy cases of leaving care are seen, taken on and begun. */
export const LEAVING_ACCESS: Workflow['access'] = {
  see: 'see-leaving-care',
  take: 'take-leaving-step',
  begin: 'begin-leaving-care',
};

/** What a step that ends care writes in the child's record. */
export const WRITES_ENDING = 'care-ended';
