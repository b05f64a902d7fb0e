import type { Workflow } from '../workflow/workflow.ts';

/** By which lines of the policy cases of leaving care are seen, taken on and begun. */
export const LEAVING_ACCESS: Workflow['access'] = {
  see: 'see-leaving-care',
  take: 'take-leaving-step',
  begin: 'begin-leaving-care',
};

/** What a step that ends care writes in the child's record; the second, as an agreed plan has it. */
export const WRITES_ENDING = 'care-ended';
export const WRITES_PLANNED_ENDING = 'care-ended-by-plan';

export const endsCare = ({ writes }: { readonly writes?: string | undefined }): boolean =>
  writes === WRITES_ENDING || writes === WRITES_PLANNED_ENDING;
