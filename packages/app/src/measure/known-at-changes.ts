import {
  type ChildChange,
  type Day,
  explainChange,
  type Measure,
  type Moment,
  mayAttempt,
  type Refusal,
  refused,
  type WindowKind,
} from '@rightplace/domain';
import { appendAudit, asTenant, childrenChangedBetween, type Learned } from '@rightplace/store';
import type { HeldLedger } from '../ledger/ledgers.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { contextOfBoth, knownBy } from './bridge-figure.ts';
import { childrenBehind } from './children-behind.ts';
import { type FigureBook, measuresFor, windowFor } from './figure-book.ts';
import { FIGURES_ONLY } from './figure-reach.ts';
import { bookFor, loadFigures, type Whose } from './load-figures.ts';
import {
  findAskedMeasure,
  type MeasureRefusal,
  type NoSuchMeasure,
  WHOLE_AUTHORITY_ONLY,
} from './measure-page.ts';

/** One day's figure, as known at two moments. */
export interface ChangesAsked {
  readonly id: string;
  readonly asOf: Day;
  readonly knownFirst: Moment;
  /** Undefined for what is known now. */
  readonly knownThen: Moment | undefined;
  /** For what happens in a time; from 1 April unless it is said. */
  readonly window: WindowKind | undefined;
}

/** A child for whom the figure says something else, why, and what brought it into the record. */
export interface ExplainedChild extends ChildChange {
  readonly givenName: string | undefined;
  readonly familyName: string | undefined;
  readonly because: readonly Learned[];
}

export interface FigureThen {
  readonly value: number | null;
  readonly numerator: number;
  readonly denominator: number | null;
}

export interface KnownAtChanges {
  readonly kind: 'changes';
  readonly measure: Measure;
  readonly whose: Whose;
  readonly asked: ChangesAsked;
  /** The time it is counted over; undefined for what has none. */
  readonly window: WindowKind | undefined;
  readonly before: FigureThen;
  readonly after: FigureThen;
  /** Nothing was recorded yet at the first moment, so that everything known since is new and nobody is listed. */
  readonly knewNothing: boolean;
  readonly children: readonly ExplainedChild[];
  /** Changed too, and beyond the most that are listed at once. */
  readonly more: number;
  /** Changed too, and not listed: restricted records and conflicts of interest. */
  readonly closed: number;
  readonly outOfReach: number;
}

export type ChangesRefusal = MeasureRefusal | Refusal<'moments-reversed'>;

const MOMENTS_REVERSED = refused(
  'moments-reversed',
  'The first moment of knowledge must be before the second. Choose an earlier day to compare with.',
);

/** A list of more is no explanation, and whoever needs it can compare with a later day. */
const MOST_LISTED = 300;

const NOT_FOUND: NoSuchMeasure = { kind: 'not-found' };

/**
 * How a figure of one day came to be known otherwise: which children joined it, left it or count differently, what the
 * record says differently of each, and which import or correction said so. Who sees a child is decided on the present
 * record; the list is recorded, as every list of children behind a figure is.
 */
export const explainKnownAt = async (
  world: World,
  signedIn: SignedIn,
  asked: ChangesAsked,
): Promise<KnownAtChanges | NoSuchMeasure | ChangesRefusal> => {
  const found = findAskedMeasure(asked.id);
  if (found === undefined) return NOT_FOUND;
  const measure = found.kind === 'figure' ? found.measure : found.measure.of;
  const now = world.now();
  const knownThen = asked.knownThen ?? now;
  if (asked.knownFirst > knownThen) return MOMENTS_REVERSED;
  const { actor } = signedIn;
  const tenant = {
    authorityId: signedIn.authority.id,
    personId: signedIn.person.id,
    knownAt: asked.knownThen ?? asked.knownFirst,
  };
  return asTenant(world.db, tenant, async (tx) => {
    const after = await loadFigures(tx, world, signedIn, {
      asOf: asked.asOf,
      knownAt: asked.knownThen,
    });
    if (after.kind === 'refused') return after;
    if (after.kind === 'headlines') return FIGURES_ONLY;
    const permission = mayAttempt({ actor, action: 'see-known-at-changes', on: after.today });
    if (permission.kind === 'refused') return permission;
    if (!measuresFor(after.reach).includes(measure)) return WHOLE_AUTHORITY_ONLY;
    const heldFirst = await world.ledgers.load(tx, tenant.authorityId, asked.knownFirst);
    const bookFirst = await bookFor(after.reach, heldFirst, after);
    const window = windowFor(measure, asked.window);
    const view = (book: FigureBook, held: HeldLedger) => ({
      known: knownBy(held),
      ledger: book.authority(asked.asOf).ledger,
      asOf: asked.asOf,
      window,
    });
    const change = explainChange(
      measure,
      view(bookFirst, heldFirst),
      view(after.book, after.held),
      contextOfBoth(heldFirst, after.held),
    );
    const changed = await childrenChangedBetween(tx, { from: asked.knownFirst, to: knownThen });
    const because = new Map(changed.map((each) => [each.child, each.because]));
    const present = await world.ledgers.load(tx, tenant.authorityId);
    const known = change.children.flatMap(({ id }) => present.childById.get(id) ?? []);
    const { open, closed } = childrenBehind(measure, known, {
      actor,
      action: 'see-known-at-changes',
      access: await after.access(),
      today: after.today,
    });
    const details = new Map(open.map((child) => [child.id, child.details]));
    const knewNothing = heldFirst.ledger.children.length === 0;
    const explained = change.children.flatMap((each): ExplainedChild[] => {
      const who = details.get(each.id);
      if (who === undefined) return [];
      const { givenName, familyName } = who;
      return [{ ...each, givenName, familyName, because: because.get(each.id) ?? [] }];
    });
    const children = knewNothing ? [] : explained.slice(0, MOST_LISTED);
    await appendAudit(tx, {
      at: now,
      actor: String(signedIn.person.id),
      action: 'measure-changes-listed',
      subject: { kind: 'measure', id: measure.id },
      detail: {
        asOf: asked.asOf,
        ...(asked.window === undefined ? {} : { window: asked.window }),
        knownFirst: asked.knownFirst,
        knownThen: asked.knownThen ?? 'now',
        count: change.children.length,
        children: children.map(({ id }) => id),
      },
    });
    return {
      kind: 'changes',
      measure,
      whose: after.whose,
      asked,
      window,
      before: thenOf(change.before),
      after: thenOf(change.after),
      knewNothing,
      children,
      more: explained.length - children.length,
      closed: closed.length,
      outOfReach: change.children.length - explained.length - closed.length,
    };
  });
};

const thenOf = ({ value, numerator, denominator }: FigureThen): FigureThen => ({
  value,
  numerator,
  denominator,
});
