import { findChildOnDay } from '../../child/care-history.ts';
import type { ChildId } from '../../child/record.ts';
import { EXCLUSION_REASONS, type ExclusionReason } from '../exclusion.ts';
import type { Figure } from '../figure.ts';
import { findHistory, type View } from './view.ts';

/** Where a child stands in a figure, or why the measure had nothing to say of them. */
export type Standing = 'counts' | 'does-not-count' | ExclusionReason | 'not-looked-after' | 'not-in-record';

export const standingIn = (figure: Figure, view: View, id: ChildId): Standing => {
  const { children, excluded } = figure;
  if (children.numerator.includes(id)) return 'counts';
  if (children.denominator.includes(id)) return 'does-not-count';
  const exclusion = excluded.find((each) => each.id === id);
  if (exclusion !== undefined) return exclusion.reason;
  const history = findHistory(view, id);
  if (history === undefined) return 'not-in-record';
  return findChildOnDay(history, view.asOf) === undefined ? 'not-looked-after' : 'does-not-count';
};

export const standingInWords = (standing: Standing): string => {
  switch (standing) {
    case 'counts':
      return 'Counted';
    case 'does-not-count':
      return 'Not counted';
    case 'not-looked-after':
      return 'Not looked after that day';
    case 'not-in-record':
      return 'Not in the record';
    default:
      return EXCLUSION_REASONS[standing];
  }
};
