import {
  type AttemptRefusal,
  type BridgeStepKind,
  type ChildChange,
  type ChildId,
  type Day,
  DIMENSIONS,
  type DimensionId,
  type Figure,
  type Measure,
  mayAttempt,
  type WindowKind,
} from '@rightplace/domain';
import { appendAudit, asTenant } from '@rightplace/store';
import type { AsKnown } from '../child/load-children.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { bridgeBetween } from './bridge-figure.ts';
import { amountsOf, type ChosenChildren, type CountedChild, chooseChildren } from './choose-children.ts';
import { measuresFor, windowFor } from './figure-book.ts';
import { FIGURES_ONLY } from './figure-reach.ts';
import { loadFigures, type TrueFigures, type Whose } from './load-figures.ts';
import {
  findAskedMeasure,
  type MeasureRefusal,
  type NoSuchMeasure,
  WHOLE_AUTHORITY_ONLY,
} from './measure-page.ts';
import type { Teams } from './team-on.ts';

export const SIDES = ['numerator', 'denominator', 'not-recorded', 'excluded'] as const;
export type Side = (typeof SIDES)[number];

/** One part of a figure, cut one way. */
export interface PartAsked {
  readonly by: DimensionId;
  readonly key: string;
}

/** The children of one step from an earlier day's figure to this one's. */
export interface StepAsked {
  readonly from: Day;
  readonly kind: Exclude<BridgeStepKind, 'first-known' | 'corrections'>;
}

/** Which of the children behind a figure: one side of it, of one part of it or of two at once, or a step of a bridge. */
export interface ChildrenAsked {
  readonly id: string;
  readonly side: Side;
  readonly part: PartAsked | undefined;
  /** Of that part, those who are in this one too. */
  readonly and?: PartAsked | undefined;
  readonly step?: StepAsked | undefined;
  readonly window?: WindowKind | undefined;
  readonly page: number;
  readonly asKnown: AsKnown;
}

type ShownPart = PartAsked & { readonly title: string };

export interface MeasureChildren extends ChosenChildren {
  readonly kind: 'children';
  readonly measure: Measure;
  readonly whose: Whose;
  readonly side: Side;
  readonly part: ShownPart | undefined;
  readonly and: ShownPart | undefined;
  readonly step: StepAsked | undefined;
  readonly window: WindowKind | undefined;
  readonly asKnown: AsKnown;
  /** How long each list of the figure is. */
  readonly sides: Readonly<Record<Side, number>>;
}

/** There is such a measure, and its figure of this day and time has no such part, or no such step: others' figures may have. */
export interface NoSuchPart {
  readonly kind: 'no-such-part';
  readonly measure: Measure;
  readonly window: WindowKind | undefined;
}

const NO_SUCH_LIST: NoSuchMeasure = { kind: 'not-found' };

/**
 * The children behind a figure. It is an act of its own, and so it is recorded with the measure, how many there were and
 * who was shown. What a list leaves out it says, so that it adds up to the figure.
 */
export const listMeasureChildren = async (
  world: World,
  signedIn: SignedIn,
  asked: ChildrenAsked,
): Promise<MeasureChildren | NoSuchPart | NoSuchMeasure | MeasureRefusal> => {
  const named = findAskedMeasure(asked.id);
  if (named === undefined) return NO_SUCH_LIST;
  const measure = named.kind === 'figure' ? named.measure : named.measure.of;
  const tenant = {
    authorityId: signedIn.authority.id,
    personId: signedIn.person.id,
    knownAt: asked.asKnown.knownAt,
  };
  return asTenant(world.db, tenant, async (tx) => {
    const loaded = await loadFigures(tx, world, signedIn, asked.asKnown);
    if (loaded.kind === 'refused') return loaded;
    if (loaded.kind === 'headlines') return FIGURES_ONLY;
    const refusal = refusalFor(signedIn, measure, loaded);
    if (refusal !== undefined) return refusal;
    const found = listAsked(loaded, { measure, asked, teams: await loaded.teams() });
    if (found === undefined)
      return { kind: 'no-such-part', measure, window: windowFor(measure, asked.window) };
    const present = await world.ledgers.load(tx, tenant.authorityId);
    const chosen = chooseChildren(found.ids, {
      measure,
      signedIn,
      loaded,
      access: await loaded.access(),
      present: present.childById,
      asKnown: asked.asKnown,
      page: asked.page,
      about: found.about,
    });
    const list = { ...headOf(asked, { measure, loaded }), ...chosen };
    await appendAudit(tx, {
      at: world.now(),
      actor: String(signedIn.person.id),
      action: 'measure-children-listed',
      subject: { kind: 'measure', id: measure.id },
      detail: {
        list: asked.step === undefined ? asked.side : `${asked.step.kind} since ${asked.step.from}`,
        ...partsInAudit(asked),
        ...(list.window === undefined || list.window === 'year-to-date' ? {} : { window: list.window }),
        asOf: asked.asKnown.asOf,
        ...(asked.asKnown.knownAt === undefined ? {} : { knownAt: asked.asKnown.knownAt }),
        count: list.total,
        children: list.children.map(({ line }) => line.id),
      },
    });
    return list;
  });
};

const refusalFor = (
  { actor }: SignedIn,
  measure: Measure,
  { reach, today }: TrueFigures,
): AttemptRefusal | MeasureRefusal | undefined => {
  const permission = mayAttempt({ actor, action: 'view-measure-children', on: today });
  if (permission.kind === 'refused') return permission;
  return measuresFor(reach).includes(measure) ? undefined : WHOLE_AUTHORITY_ONLY;
};

const partsInAudit = ({ part, and }: ChildrenAsked): { readonly part?: string; readonly and?: string } => ({
  ...(part === undefined ? {} : { part: `${part.by} ${part.key}` }),
  ...(and === undefined ? {} : { and: `${and.by} ${and.key}` }),
});

const headOf = (
  { side, part, and, step, window, asKnown }: ChildrenAsked,
  { measure, loaded: { whose, book } }: { readonly measure: Measure; readonly loaded: TrueFigures },
) =>
  ({
    kind: 'children',
    measure,
    whose,
    side,
    part: part && shownPart(part),
    and: and && shownPart(and),
    step,
    window: windowFor(measure, window),
    asKnown,
    sides: lengthsOf(book.figure(measure, asKnown.asOf, window)),
  }) as const;

const shownPart = ({ by, key }: PartAsked): ShownPart => ({ by, key, title: DIMENSIONS[by].titleOf(key) });

interface ListFound {
  /** Entries of the list in the figure's order. */
  readonly ids: readonly ChildId[];
  readonly about: (id: ChildId) => Partial<Pick<CountedChild, 'amounts' | 'reason' | 'change'>>;
}

interface Asking {
  readonly measure: Measure;
  readonly asked: ChildrenAsked;
  readonly teams: Teams;
}

/** Undefined for a part, side or step the figure does not have. */
const listAsked = (loaded: TrueFigures, asking: Asking): ListFound | undefined => {
  const { measure, asked } = asking;
  const { side, part, window } = asked;
  if (asked.step !== undefined) return stepList(loaded, { measure, asked, step: asked.step });
  const figure = loaded.book.figure(measure, asked.asKnown.asOf, window);
  if (part !== undefined) {
    const ids = partList(loaded, { ...asking, part });
    return ids && { ids, about: () => ({}) };
  }
  const reasons = new Map(figure.excluded.map(({ id, reason }) => [id, reason]));
  return {
    ids: listOf(figure, side),
    about: (id) => ({
      amounts: side === 'numerator' ? amountsOf(figure, id) : [],
      reason: side === 'excluded' ? reasons.get(id) : undefined,
    }),
  };
};

const partList = (
  { book }: TrueFigures,
  { measure, asked, teams, part }: Asking & { readonly part: PartAsked },
): readonly ChildId[] | undefined => {
  const { side, and, window } = asked;
  const { asOf } = asked.asKnown;
  if (side === 'excluded' || side === 'not-recorded') return undefined;
  if (and === undefined)
    return book.rows(measure, part.by, asOf, { teams, window })?.find(({ key }) => key === part.key)
      ?.children[side];
  return book
    .crossed(measure, [part.by, and.by], asOf, { teams, window })
    ?.cells.find(({ row, column }) => row === part.key && column === and.key)?.children[side];
};

const stepList = (
  loaded: TrueFigures,
  {
    measure,
    asked: { asKnown, window },
    step: { from, kind },
  }: { readonly measure: Measure; readonly asked: ChildrenAsked; readonly step: StepAsked },
): ListFound | undefined => {
  const found = bridgeBetween(loaded, { measure, from, to: asKnown.asOf, window });
  const step = found?.steps.find((each) => each.kind === kind);
  if (found === undefined || step === undefined) return undefined;
  const changes = new Map<ChildId, ChildChange>(found.change.children.map((each) => [each.id, each]));
  return { ids: step.children, about: (id) => ({ change: changes.get(id) }) };
};

const listOf = ({ children, excluded, notRecorded }: Figure, side: Side): readonly ChildId[] => {
  if (side === 'excluded') return excluded.map(({ id }) => id);
  return side === 'not-recorded' ? notRecorded : children[side];
};

const lengthsOf = (figure: Figure): MeasureChildren['sides'] => ({
  numerator: listOf(figure, 'numerator').length,
  denominator: listOf(figure, 'denominator').length,
  'not-recorded': listOf(figure, 'not-recorded').length,
  excluded: listOf(figure, 'excluded').length,
});
