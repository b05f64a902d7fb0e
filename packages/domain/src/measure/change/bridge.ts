import type { ChildId } from '../../child/record.ts';
import type { Figure } from '../figure.ts';
import type { Measure, MeasureContext } from '../measure.ts';
import { explainChange, type FigureChange } from './explain-change.ts';
import { evaluateView, type View } from './view.ts';

/**
 * How a figure got from one day to another, in steps that add up: what was learned since of the first day, then who is no
 * longer among those counted from, who is newly among them, and who is still among them and counts otherwise. Every step
 * is told with what the figure would be after it, so that a reader sees which of them moved it.
 *
 * The steps are taken in that order. Another order would share a percentage's movement out otherwise among the same
 * children; who they are does not depend on it.
 */
export interface Bridge {
  /** The first day as it was known then; absent when only one moment of knowledge is looked at. */
  readonly asFirstKnown: Figure | undefined;
  /** The first day as now known. */
  readonly before: Figure;
  readonly after: Figure;
  readonly steps: readonly BridgeStep[];
  /** Child by child, between the days as now known. */
  readonly change: FigureChange;
}

export const BRIDGE_STEPS = {
  'first-known': 'As it was known then',
  corrections: 'Learned since about that day',
  left: 'No longer among them',
  joined: 'Newly among them',
  changed: 'Still among them, and counted otherwise',
} as const;
export type BridgeStepKind = keyof typeof BRIDGE_STEPS;

export interface BridgeStep {
  readonly kind: BridgeStepKind;
  /** What the step added to the numerator and to the denominator; below nought for what it took away. */
  readonly numerator: number;
  readonly denominator: number;
  /** The children of the step; those of a correction are told by `explainChange` on its two moments. */
  readonly children: readonly ChildId[];
  /** The figure after this step; null where nobody is left to count. */
  readonly value: number | null;
}

export interface BridgeViews {
  /** The first day as it was known at some earlier moment. */
  readonly firstKnown?: View | undefined;
  readonly before: View;
  readonly after: View;
}

/**
 * Undefined for what has no such steps: a middle value moves with everybody's place, a rate with the population, and what
 * is not recorded yet does not move.
 */
export const bridge = (
  measure: Measure,
  { firstKnown, before, after }: BridgeViews,
  context: MeasureContext = {},
): Bridge | undefined => {
  const kind = kindOf(measure);
  if (kind === undefined) return undefined;
  const change = explainChange(measure, before, after, context);
  if (lacksFigure(change.after) || lacksFigure(change.before)) return undefined;
  const asFirstKnown = firstKnown && evaluateView(measure, firstKnown, context);
  if (asFirstKnown !== undefined && lacksFigure(asFirstKnown)) return undefined;
  const start = sidesOf(kind, asFirstKnown ?? change.before);
  const walk = walkFrom(kind, start);
  const steps: BridgeStep[] = [walk('first-known', { numerator: 0, denominator: 0, children: [] })];
  if (asFirstKnown !== undefined) {
    const corrected = sidesOf(kind, change.before);
    steps.push(
      walk('corrections', {
        numerator: corrected.numerator - start.numerator,
        denominator: corrected.denominator - start.denominator,
        children: [],
      }),
    );
  }
  for (const step of stepsBetween(kind, change.before, change.after)) steps.push(walk(step.kind, step));
  return { asFirstKnown, before: change.before, after: change.after, steps, change };
};

/** What is not kept, or not told of that time, does not move. */
const lacksFigure = ({ noValue }: Figure): boolean => noValue === 'no-records' || noValue === 'not-told';

type Kind = 'count' | 'share' | 'mean';

const kindOf = (measure: Measure): Kind | undefined => {
  if (measure.unit === 'per-10000') return undefined;
  if (measure.kind === 'cases') {
    if (measure.takes === 'sum') return 'count';
    return measure.takes === 'median' || measure.takes === 'ratio' ? undefined : measure.takes;
  }
  if (measure.kind === 'flow' && measure.less !== undefined) return undefined;
  return measure.unit === 'percent' ? 'share' : 'count';
};

interface Sides {
  readonly numerator: number;
  readonly denominator: number;
}

/** For a count or a sum there is one side only. */
const sidesOf = (kind: Kind, { numerator, denominator }: Figure): Sides =>
  kind === 'count' ? { numerator, denominator: 0 } : { numerator, denominator: denominator ?? 0 };

const valueOf = (kind: Kind, { numerator, denominator }: Sides): number | null => {
  if (kind === 'count') return numerator;
  return denominator === 0 ? null : (numerator * (kind === 'share' ? 100 : 1)) / denominator;
};

type Step = Pick<BridgeStep, 'numerator' | 'denominator' | 'children'>;

const walkFrom = (kind: Kind, start: Sides): ((name: BridgeStepKind, step: Step) => BridgeStep) => {
  let at = start;
  return (name, step) => {
    at = {
      numerator: at.numerator + step.numerator,
      denominator: at.denominator + step.denominator,
    };
    return { kind: name, ...step, value: valueOf(kind, at) };
  };
};

/** What each child has on both sides of a figure, however many cases they are. */
const standings = (kind: Kind, { children }: Figure): ReadonlyMap<ChildId, Sides> => {
  const found = new Map<ChildId, Sides>();
  const add = (id: ChildId, more: Sides): void => {
    const had = found.get(id) ?? { numerator: 0, denominator: 0 };
    found.set(id, {
      numerator: had.numerator + more.numerator,
      denominator: had.denominator + more.denominator,
    });
  };
  children.numerator.forEach((id, i) => {
    add(id, { numerator: children.amounts?.[i] ?? 1, denominator: kind === 'mean' ? 1 : 0 });
  });
  if (kind === 'share') for (const id of children.denominator) add(id, { numerator: 0, denominator: 1 });
  return found;
};

const NOWHERE: Sides = { numerator: 0, denominator: 0 };

const stepsBetween = (
  kind: Kind,
  before: Figure,
  after: Figure,
): readonly (Step & { readonly kind: BridgeStepKind })[] => {
  const [was, is] = [standings(kind, before), standings(kind, after)];
  const sum = (name: BridgeStepKind, ids: readonly ChildId[]) => {
    let numerator = 0;
    let denominator = 0;
    for (const id of ids) {
      const [then, now] = [was.get(id) ?? NOWHERE, is.get(id) ?? NOWHERE];
      numerator += now.numerator - then.numerator;
      denominator += now.denominator - then.denominator;
    }
    return { kind: name, numerator, denominator, children: ids };
  };
  const stayed = [...is.keys()].filter((id) => was.has(id));
  return [
    sum(
      'left',
      [...was.keys()].filter((id) => !is.has(id)),
    ),
    sum(
      'joined',
      [...is.keys()].filter((id) => !was.has(id)),
    ),
    sum(
      'changed',
      stayed.filter((id) => {
        const [then, now] = [was.get(id) ?? NOWHERE, is.get(id) ?? NOWHERE];
        return then.numerator !== now.numerator || then.denominator !== now.denominator;
      }),
    ),
  ];
};
