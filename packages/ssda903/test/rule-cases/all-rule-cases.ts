import { ADOPTERS_CASES } from './adopters-cases.ts';
import { ADOPTION_CASES } from './adoption-cases.ts';
import { ADOPTION_DECISIONS_CASES } from './adoption-decisions-cases.ts';
import { ADOPTION_DECISIONS_IN_TURN_CASES } from './adoption-decisions-in-turn-cases.ts';
import { ADOPTION_ORDERS_CASES } from './adoption-orders-cases.ts';
import { ADOPTION_PLACEMENTS_CASES } from './adoption-placements-cases.ts';
import { AGES_IN_CARE_CASES } from './ages-in-care-cases.ts';
import { CARE_LEAVER_BY_EPISODES_CASES } from './care-leaver-by-episodes-cases.ts';
import { CARE_LEAVERS_AND_CARE_CASES } from './care-leavers-and-care-cases.ts';
import { CARE_LEAVERS_CASES } from './care-leavers-cases.ts';
import { CHANGE_OF_PLACEMENT_CASES } from './change-of-placement-cases.ts';
import { DEPRIVATION_OF_LIBERTY_CASES } from './deprivation-of-liberty-cases.ts';
import { EPISODE_DATES_CASES } from './episode-dates-cases.ts';
import { HEADER_CASES } from './header-cases.ts';
import { HEADER_LAST_YEAR_CASES } from './header-last-year-cases.ts';
import { LEGAL_STATUS_CASES } from './legal-status-cases.ts';
import { LISTED_PROVIDER_CASES } from './listed-provider-cases.ts';
import { LISTED_PROVIDER_PLACE_CASES } from './listed-provider-place-cases.ts';
import { MISSING_AND_CARE_CASES } from './missing-and-care-cases.ts';
import { MISSING_CASES } from './missing-cases.ts';
import { MOTHERS_CASES } from './mothers-cases.ts';
import { MOTHERS_CHILDREN_CASES } from './mothers-children-cases.ts';
import { OUTCOMES_CASES } from './outcomes-cases.ts';
import { PERMANENCE_CASES } from './permanence-cases.ts';
import { PLACEMENT_CASES } from './placement-cases.ts';
import { PLACEMENT_PROVIDER_CASES } from './placement-provider-cases.ts';
import { POSTCODES_CASES } from './postcodes-cases.ts';
import { PROVIDER_CASES } from './provider-cases.ts';
import { REVIEWS_CASES } from './reviews-cases.ts';
import type { RuleCase } from './rule-case.ts';
import { SHORT_BREAKS_CASES } from './short-breaks-cases.ts';
import { SOCIAL_WORKERS_AND_CARE_CASES } from './social-workers-and-care-cases.ts';
import { SOCIAL_WORKERS_CASES } from './social-workers-cases.ts';
import { SOCIAL_WORKERS_IN_TURN_CASES } from './social-workers-in-turn-cases.ts';
import { STARTS_AND_ENDS_CASES } from './starts-and-ends-cases.ts';
import { STRENGTHS_AND_DIFFICULTIES_CASES } from './strengths-and-difficulties-cases.ts';
import { TABLES_CASES } from './tables-cases.ts';
import { TEMPORARY_PLACEMENT_CASES } from './temporary-placement-cases.ts';
import { UNACCOMPANIED_CASES } from './unaccompanied-cases.ts';
import { WHAT_CHANGED_CASES } from './what-changed-cases.ts';
import { WHERE_CASES } from './where-cases.ts';
import { YEAR_END_CASES } from './year-end-cases.ts';

export const ALL_RULE_CASES: readonly RuleCase[] = [
  ...ADOPTERS_CASES,
  ...ADOPTION_CASES,
  ...ADOPTION_DECISIONS_CASES,
  ...ADOPTION_DECISIONS_IN_TURN_CASES,
  ...ADOPTION_PLACEMENTS_CASES,
  ...ADOPTION_ORDERS_CASES,
  ...AGES_IN_CARE_CASES,
  ...CARE_LEAVER_BY_EPISODES_CASES,
  ...CARE_LEAVERS_CASES,
  ...CARE_LEAVERS_AND_CARE_CASES,
  ...DEPRIVATION_OF_LIBERTY_CASES,
  ...EPISODE_DATES_CASES,
  ...HEADER_CASES,
  ...HEADER_LAST_YEAR_CASES,
  ...LEGAL_STATUS_CASES,
  ...LISTED_PROVIDER_CASES,
  ...LISTED_PROVIDER_PLACE_CASES,
  ...MISSING_CASES,
  ...MISSING_AND_CARE_CASES,
  ...MOTHERS_CASES,
  ...MOTHERS_CHILDREN_CASES,
  ...OUTCOMES_CASES,
  ...PERMANENCE_CASES,
  ...PLACEMENT_CASES,
  ...CHANGE_OF_PLACEMENT_CASES,
  ...PLACEMENT_PROVIDER_CASES,
  ...PROVIDER_CASES,
  ...REVIEWS_CASES,
  ...SHORT_BREAKS_CASES,
  ...SOCIAL_WORKERS_CASES,
  ...SOCIAL_WORKERS_IN_TURN_CASES,
  ...SOCIAL_WORKERS_AND_CARE_CASES,
  ...STARTS_AND_ENDS_CASES,
  ...STRENGTHS_AND_DIFFICULTIES_CASES,
  ...TABLES_CASES,
  ...TEMPORARY_PLACEMENT_CASES,
  ...UNACCOMPANIED_CASES,
  ...WHAT_CHANGED_CASES,
  ...WHERE_CASES,
  ...POSTCODES_CASES,
  ...YEAR_END_CASES,
];
