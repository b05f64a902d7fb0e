import {
  type Bridge,
  type BridgeStepKind,
  bridge,
  type Day,
  type Measure,
  type MeasureContext,
  type Moment,
  mayAttempt,
  type Refusal,
  refused,
  type WindowKind,
} from '@rightplace/domain';
import { asTenantReading } from '@rightplace/store';
import type { AsKnown } from '../child/load-children.ts';
import type { HeldLedger } from '../ledger/ledgers.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { type FigureBook, measuresFor, windowFor } from './figure-book.ts';
import { FIGURES_ONLY } from './figure-reach.ts';
import { usualFirstDay } from './first-day.ts';
import { bookFor, loadFigures, type TrueFigures, type Whose } from './load-figures.ts';
import {
  findAskedMeasure,
  type MeasureRefusal,
  type NoSuchMeasure,
  WHOLE_AUTHORITY_ONLY,
} from './measure-page.ts';

/** From an earlier day's figure to a later one's, both as known at the moment looked at. */
export interface BridgeAsked {
  readonly id: string;
  /** The end of the last quarter before the later day, unless it is said: see `usualFirstDay`. */
  readonly from: Day | undefined;
  readonly asKnown: AsKnown;
  /** What was known of the earlier day at some moment before; undefined to look at one moment of knowledge only. */
  readonly firstKnown: Moment | undefined;
  readonly window: WindowKind | undefined;
}

export interface ShownStep {
  readonly kind: BridgeStepKind;
  readonly numerator: number;
  readonly denominator: number;
  /** The figure after the step; null where nobody is left to count. */
  readonly value: number | null;
  /** Children of the step, whoever may see them. */
  readonly children: number;
}

export interface ShownBridge {
  readonly kind: 'bridge';
  readonly measure: Measure;
  readonly whose: Whose;
  readonly asked: BridgeAsked;
  readonly from: Day;
  readonly window: WindowKind | undefined;
  readonly maySeeChildren: boolean;
  readonly maySeeChanges: boolean;
  /** Undefined for what has no such steps. */
  readonly steps: readonly ShownStep[] | undefined;
  /** At the earlier moment nothing was recorded yet, so that nothing can be told of what was learned since. */
  readonly knewNothing: boolean;
  /** Of the earlier day it is known of too few children in whose team they were. */
  readonly isComparable: boolean;
}

export type BridgeRefusal = MeasureRefusal | Refusal<'days-reversed'>;

const DAYS_REVERSED = refused(
  'days-reversed',
  'The first day must be before the day looked at. Choose an earlier day to begin with.',
);

interface Between {
  readonly measure: Measure;
  readonly from: Day;
  readonly to: Day;
  readonly window: WindowKind | undefined;
  readonly first?: { readonly book: FigureBook; readonly held: HeldLedger } | undefined;
}

/** The steps from one day to another of the children somebody sees. */
export const bridgeBetween = (
  { book, held }: Pick<TrueFigures, 'book' | 'held'>,
  { measure, from, to, window, first }: Between,
): Bridge | undefined => {
  const viewIn = (of: FigureBook, asOf: Day) => ({
    ledger: of.authority(asOf).ledger,
    asOf,
    window: windowFor(measure, window),
  });
  return bridge(
    measure,
    {
      firstKnown: first && { ...viewIn(first.book, from), known: knownBy(first.held) },
      before: viewIn(book, from),
      after: viewIn(book, to),
    },
    first === undefined ? held.context : contextOfBoth(first.held, held),
  );
};

/** What was kept besides the record at the moment of a ledger. */
export const knownBy = ({
  context: { records, recordsTold },
}: HeldLedger): Required<Pick<MeasureContext, 'records' | 'recordsTold'>> => ({
  records: records ?? {},
  recordsTold: recordsTold ?? {},
});

/** Each ledger's context knows the exact places of its own postcodes; a comparison meets those of both. */
export const contextOfBoth = (first: HeldLedger, then: HeldLedger): MeasureContext => ({
  ...then.context,
  locate: (postcode) => {
    const found = then.context.locate?.(postcode);
    return found?.source === 'directory' ? found : (first.context.locate?.(postcode) ?? found);
  },
});

/** How a figure got from one day to another, in numbers; the children of each step are a list of their own. */
export const openBridge = async (
  world: World,
  signedIn: SignedIn,
  asked: BridgeAsked,
): Promise<ShownBridge | NoSuchMeasure | BridgeRefusal> => {
  const found = findAskedMeasure(asked.id);
  if (found?.kind !== 'figure') return { kind: 'not-found' };
  const { measure } = found;
  const { asOf, knownAt } = asked.asKnown;
  const tenant = {
    authorityId: signedIn.authority.id,
    personId: signedIn.person.id,
    knownAt: knownAt ?? asked.firstKnown,
  };
  return asTenantReading(world.db, tenant, async (tx) => {
    const loaded = await loadFigures(tx, world, signedIn, asked.asKnown);
    if (loaded.kind === 'refused') return loaded;
    if (loaded.kind === 'headlines') return FIGURES_ONLY;
    const permission = mayAttempt({ actor: signedIn.actor, action: 'take-figures-apart', on: loaded.today });
    if (permission.kind === 'refused') return permission;
    if (!measuresFor(loaded.reach).includes(measure)) return WHOLE_AUTHORITY_ONLY;
    const from = asked.from ?? usualFirstDay(asOf, loaded.book.isComparable);
    if (from >= asOf) return DAYS_REVERSED;
    const heldFirst =
      asked.firstKnown === undefined
        ? undefined
        : await world.ledgers.load(tx, tenant.authorityId, asked.firstKnown);
    const knewNothing = heldFirst?.ledger.children.length === 0;
    const first =
      heldFirst === undefined || knewNothing
        ? undefined
        : { held: heldFirst, book: await bookFor(loaded.reach, heldFirst, loaded) };
    const isComparable = loaded.book.isComparable(from);
    const bridged = isComparable
      ? bridgeBetween(loaded, { measure, from, to: asOf, window: asked.window, first })
      : undefined;
    const may = (action: 'view-measure-children' | 'see-known-at-changes'): boolean =>
      mayAttempt({ actor: signedIn.actor, action, on: loaded.today }).kind === 'may';
    return {
      kind: 'bridge',
      measure,
      whose: loaded.whose,
      asked,
      from,
      window: windowFor(measure, asked.window),
      maySeeChildren: may('view-measure-children'),
      maySeeChanges: may('see-known-at-changes'),
      // Numbers alone leave here: who the children are is asked for on its own.
      steps: bridged?.steps.map(({ kind, numerator, denominator, value, children }) => ({
        kind,
        numerator,
        denominator,
        value,
        children: children.length,
      })),
      knewNothing,
      isComparable,
    };
  });
};
