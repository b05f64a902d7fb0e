import { type AttemptRefusal, type Day, mayAttempt, type Refusal, refused } from '@rightplace/domain';
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

export type FiguresOnly = Refusal<'figures-only'>;
