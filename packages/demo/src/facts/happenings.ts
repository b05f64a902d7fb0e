import type { DayNumber } from '@rightplace/domain';
import type { Life } from '../care/life.ts';
import { adoptionOf } from './adoption.ts';
import { careLeavingOf } from './care-leavers.ts';
import { deprivationOf } from './deprivation-of-liberty.ts';
import type { Happening } from './happening.ts';
import { outcomesOf } from './health.ts';
import { missingOf } from './missing.ts';
import { permanenceOf } from './permanence.ts';
import { reviewsOf } from './reviews.ts';
import { type SocialWorkers, socialWorkersOf } from './social-workers.ts';
import { unaccompaniedOf } from './unaccompanied.ts';

/** All that can be told of a child up to that day besides the episodes. */
export const happeningsOf = (life: Life, until: DayNumber, workers: SocialWorkers): readonly Happening[] => [
  ...reviewsOf(life, until),
  ...missingOf(life, until),
  ...outcomesOf(life, until),
  ...careLeavingOf(life, until),
  ...adoptionOf(life),
  ...permanenceOf(life),
  ...unaccompaniedOf(life),
  ...socialWorkersOf(life, until, workers),
  ...deprivationOf(life),
];
