import {
  type AttemptRefusal,
  type BreakdownMeasure,
  type Day,
  type Measure,
  mayAttempt,
  type Refusal,
  refused,
} from '@rightplace/domain';
import type { SignedIn } from '../sign-in/visitor.ts';

/** A team or a service whose children's figures somebody sees. */
export interface PartPlace {
  readonly teamId: number | undefined;
  readonly service: string | undefined;
}

/** Whose figures somebody sees, and how much of them. */
export type FigureReach =
  | { readonly kind: 'authority' }
  | { readonly kind: 'part'; readonly places: readonly [PartPlace, ...PartPlace[]] }
  /** Added up for the whole authority, rounded, with small numbers hidden: `headline.ts`. */
  | { readonly kind: 'headlines' };

/** Figures that children can be told from: all but headlines. */
export type TrueReach = Exclude<FigureReach, { kind: 'headlines' }>;

export const findFigureReach = (
  { actor }: Pick<SignedIn, 'actor'>,
  today: Day,
): FigureReach | AttemptRefusal => {
  const permission = mayAttempt({ actor, action: 'view-measure', on: today });
  if (permission.kind === 'refused') return permission;
  const scopes = new Set(permission.grants.map(({ scope }) => scope));
  if (scopes.has('authority')) return { kind: 'authority' };
  const [first, ...rest] = permission.grants.flatMap(({ scope, assignment }): PartPlace[] => {
    if (scope === 'team') return [{ teamId: Number(assignment.teamId), service: undefined }];
    if (scope === 'service') return [{ teamId: undefined, service: assignment.serviceId ?? undefined }];
    return [];
  });
  // Anything narrower than a part of the authority gets the least there is.
  return first === undefined ? { kind: 'headlines' } : { kind: 'part', places: [first, ...rest] };
};

export const FIGURES_ONLY = refused(
  'figures-only',
  'Your role sees the main figures, rounded, and never the numbers or the children behind them.',
);

const NO_COUNTS_IN_FIVES = refused(
  'figures-only',
  'This average or sum of amounts is not among the main figures. Where enough children stand behind it, it can be told in what is published.',
);

/** Why somebody who sees rounded figures sees none of this measure. */
export const whyNotRounded = (measure: Measure | BreakdownMeasure): FiguresOnly =>
  isOfAmounts(measure) ? NO_COUNTS_IN_FIVES : FIGURES_ONLY;

/** A mean, a median, a sum or a ratio: no count of children, nor a share of them. */
export const isOfAmounts = (measure: Measure | BreakdownMeasure): boolean =>
  measure.kind === 'cases' && measure.takes !== 'count' && measure.takes !== 'share';

export type FiguresOnly = Refusal<'figures-only'>;
