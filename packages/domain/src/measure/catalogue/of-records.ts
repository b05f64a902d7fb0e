import type { CaseMeasure } from '../measure.ts';
import { ADOPTERS } from './adopters.ts';
import { CONTRACTS } from './contracts.ts';
import { EDGE_OF_CARE } from './edge-of-care.ts';
import { EDUCATION_PLANS } from './education-plans.ts';
import { ENQUIRIES } from './enquiries.ts';
import { ENTRY_PANEL_MEASURES } from './entry-panel.ts';
import { FOSTER_HOUSEHOLDS } from './foster-households.ts';
import { FOSTER_RECRUITMENT } from './foster-recruitment.ts';
import { FRONT_DOOR } from './front-door.ts';
import { HEALTH_DATES } from './health-dates.ts';
import { HOMES } from './homes.ts';
import { IN_NEED } from './in-need.ts';
import { INSPECTIONS } from './inspections.ts';
import { KNOWN_RISKS } from './known-risks.ts';
import { PALAC } from './palac.ts';
import { PANEL } from './panel.ts';
import { PATHWAY } from './pathway.ts';
import { PERMANENCE_PLANS } from './permanence-plans.ts';
import { PLACEMENT_SUPPORT } from './placement-support.ts';
import { PRACTICE } from './practice.ts';
import { PRICES } from './prices.ts';
import { PROCEEDINGS } from './proceedings.ts';
import { PROTECTION_PLANS } from './protection-plans.ts';
import { RESOURCES_PANEL_MEASURES } from './resources-panel.ts';
import { SCHOOL } from './school.ts';
import { SEARCH_APPROACHES } from './search-approaches.ts';
import { SEARCHES } from './searches.ts';
import { SPENDING } from './spending.ts';
import { STRATEGY } from './strategy.ts';
import { VISITS } from './visits.ts';

/** Measures of what a service keeps besides children's time in care: without data until it is kept. */
export const OF_RECORDS_KEPT: readonly CaseMeasure[] = [
  ...STRATEGY,
  ...PLACEMENT_SUPPORT,
  ...SEARCHES,
  ...SEARCH_APPROACHES,
  ...HOMES,
  ...INSPECTIONS,
  ...PERMANENCE_PLANS,
  ...PROCEEDINGS,
  ...ADOPTERS,
  ...HEALTH_DATES,
  ...EDUCATION_PLANS,
  ...SCHOOL,
  ...VISITS,
  ...KNOWN_RISKS,
  ...PATHWAY,
  ...PRACTICE,
  ...FRONT_DOOR,
  ...IN_NEED,
  ...ENQUIRIES,
  ...PROTECTION_PLANS,
  ...EDGE_OF_CARE,
  ...FOSTER_RECRUITMENT,
  ...FOSTER_HOUSEHOLDS,
  ...PRICES,
  ...SPENDING,
  ...PANEL,
  ...PALAC,
  ...ENTRY_PANEL_MEASURES,
  ...RESOURCES_PANEL_MEASURES,
  ...CONTRACTS,
];
