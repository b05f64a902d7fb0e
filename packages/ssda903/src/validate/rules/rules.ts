import type { Rule } from '../rule.ts';
import { ADOPTERS_RULES } from './adopters.ts';
import { ADOPTION_RULES } from './adoption.ts';
import { ADOPTION_DECISIONS_RULES } from './adoption-decisions.ts';
import { ADOPTION_PLACEMENTS_RULES } from './adoption-placements.ts';
import { AGES_IN_CARE_RULES } from './ages-in-care.ts';
import { CARE_LEAVERS_RULES } from './care-leavers.ts';
import { CARE_LEAVERS_AND_CARE_RULES } from './care-leavers-and-care.ts';
import { DEPRIVATION_OF_LIBERTY_RULES } from './deprivation-of-liberty.ts';
import { EPISODE_DATES_RULES } from './episode-dates.ts';
import { HEADER_RULES } from './header.ts';
import { LEGAL_STATUS_RULES } from './legal-status.ts';
import { MISSING_RULES } from './missing.ts';
import { MOTHERS_RULES } from './mothers.ts';
import { OUTCOMES_RULES } from './outcomes.ts';
import { PERMANENCE_RULES } from './permanence.ts';
import { PLACEMENT_RULES } from './placement.ts';
import { PLACEMENT_PROVIDER_RULES } from './placement-provider.ts';
import { PROVIDER_RULES } from './provider.ts';
import { REVIEWS_RULES } from './reviews.ts';
import { SHORT_BREAKS_RULES } from './short-breaks.ts';
import { SOCIAL_WORKERS_RULES } from './social-workers.ts';
import { SOCIAL_WORKERS_IN_TURN_RULES } from './social-workers-in-turn.ts';
import { STARTS_AND_ENDS_RULES } from './starts-and-ends.ts';
import { STRENGTHS_AND_DIFFICULTIES_RULES } from './strengths-and-difficulties.ts';
import { TABLES_RULES } from './tables.ts';
import { TEMPORARY_PLACEMENT_RULES } from './temporary-placement.ts';
import { UNACCOMPANIED_RULES } from './unaccompanied.ts';
import { WHAT_CHANGED_RULES } from './what-changed.ts';
import { WHERE_RULES } from './where.ts';
import { YEAR_END_RULES } from './year-end.ts';

/** Every version of every rule, by subject. */
export const RULES: readonly Rule[] = [
  ...ADOPTERS_RULES,
  ...ADOPTION_RULES,
  ...ADOPTION_DECISIONS_RULES,
  ...ADOPTION_PLACEMENTS_RULES,
  ...AGES_IN_CARE_RULES,
  ...CARE_LEAVERS_RULES,
  ...CARE_LEAVERS_AND_CARE_RULES,
  ...DEPRIVATION_OF_LIBERTY_RULES,
  ...EPISODE_DATES_RULES,
  ...HEADER_RULES,
  ...LEGAL_STATUS_RULES,
  ...MISSING_RULES,
  ...MOTHERS_RULES,
  ...OUTCOMES_RULES,
  ...PERMANENCE_RULES,
  ...PLACEMENT_RULES,
  ...PLACEMENT_PROVIDER_RULES,
  ...PROVIDER_RULES,
  ...REVIEWS_RULES,
  ...SHORT_BREAKS_RULES,
  ...SOCIAL_WORKERS_RULES,
  ...SOCIAL_WORKERS_IN_TURN_RULES,
  ...STARTS_AND_ENDS_RULES,
  ...STRENGTHS_AND_DIFFICULTIES_RULES,
  ...TABLES_RULES,
  ...TEMPORARY_PLACEMENT_RULES,
  ...UNACCOMPANIED_RULES,
  ...WHAT_CHANGED_RULES,
  ...WHERE_RULES,
  ...YEAR_END_RULES,
];
