import { EMERGENCY } from '../entry-to-care/emergency.ts';
import { PALAC } from '../entry-to-care/palac.ts';
import type { Workflow } from './workflow.ts';

/** Every working process there is. What holds for all of them is tested of each in this list. */
export const EVERY_WORKFLOW: readonly Workflow[] = [PALAC, EMERGENCY];
