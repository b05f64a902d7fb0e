import type { Day, Measure } from '@rightplace/domain';
import type { SignedIn } from '../sign-in/visitor.ts';
import { measuresFor } from './figure-book.ts';
import { findFigureReach } from './figure-reach.ts';
import { isHeadline } from './headline.ts';

/** Of these measures, the ids of those whose page somebody may open: a list that names others leads nowhere with them. */
export const measuresToOpen = (
  signedIn: Pick<SignedIn, 'actor'>,
  today: Day,
  measures: readonly Measure[],
): ReadonlySet<string> => {
  const reach = findFigureReach(signedIn, today);
  if (reach.kind === 'refused') return new Set();
  const opens = (measure: Measure): boolean =>
    reach.kind === 'headlines' ? isHeadline(measure.id) : measuresFor(reach).includes(measure);
  return new Set(measures.filter(opens).map(({ id }) => id));
};
