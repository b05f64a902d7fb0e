import { EMERGENCY } from '../entry-to-care/emergency.ts';
import { PALAC } from '../entry-to-care/palac.ts';
import { EXIT_PLAN } from '../leaving-care/exit-plan.ts';
import { RETURN_HOME } from '../leaving-care/return-home.ts';
import { SELF_DISCHARGE } from '../leaving-care/self-discharge.ts';
import { STAYING_PUT } from '../leaving-care/staying-put.ts';
import { ENTRY_PANEL } from '../panel/entry-panel.ts';
import { RESOURCES_PANEL } from '../panel/resources-panel.ts';
import { PLACEMENT_REQUEST } from '../placement-request/placement-request.ts';
import { CARE_PROCEEDINGS } from '../proceedings/care-proceedings.ts';
import { PRE_PROCEEDINGS } from '../proceedings/pre-proceedings.ts';
import { SECTION_20 } from '../proceedings/section-20.ts';
import type { Workflow } from './workflow.ts';

/** Every working process there is. What holds for all of them is tested of each in this list. */
export const EVERY_WORKFLOW: readonly Workflow[] = [
  PALAC,
  EMERGENCY,
  PLACEMENT_REQUEST,
  PRE_PROCEEDINGS,
  CARE_PROCEEDINGS,
  SECTION_20,
  EXIT_PLAN,
  RETURN_HOME,
  SELF_DISCHARGE,
  STAYING_PUT,
  ENTRY_PANEL,
  RESOURCES_PANEL,
];
