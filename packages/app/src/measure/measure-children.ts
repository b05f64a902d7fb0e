import {
  type AttemptRefusal,
  authorityOnDay,
  type ChildId,
  DIMENSIONS,
  type DimensionId,
  type ExclusionReason,
  type Figure,
  type Measure,
  mayAttempt,
} from '@rightplace/domain';
import { appendAudit, asTenant } from '@rightplace/store';
import { type ChildLine, childLine } from '../child/child-line.ts';
import type { AsKnown } from '../child/load-children.ts';
import { type AccessFacts, childrenInScope } from '../child/scope.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { measuresFor } from './figure-book.ts';
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

/** Which of the children behind a figure: one side of it, or of one part of it. */
export interface ChildrenAsked {
  readonly id: string;
  readonly side: Side;
  readonly part: { readonly by: DimensionId; readonly key: string } | undefined;
  readonly page: number;
  readonly asKnown: AsKnown;
}

/** A child behind a figure. */
export interface CountedChild {
  readonly line: ChildLine;
  /** How often they are counted: an event each. */
  readonly times: number;
  /** What each of those times adds to an average or a sum, in the measure's unit; empty for what only counts. */
  readonly amounts: readonly number[];
  /** Why they are left out, in the list of those who are. */
  readonly reason: ExclusionReason | undefined;
}

export interface MeasureChildren {
  readonly kind: 'children';
  readonly measure: Measure;
  readonly whose: Whose;
  readonly side: Side;
  readonly part: { readonly by: DimensionId; readonly key: string; readonly title: string } | undefined;
  readonly asKnown: AsKnown;
  /** Entries in the list as the figure counts them: the children below, those not listed, and the repeated. */
  readonly total: number;
  readonly children: readonly CountedChild[];
  readonly page: number;
  readonly pages: number;
  /** Children who may be listed, over all pages. */
  readonly listed: number;
  /**
   * Counted, and not listed: restricted, closed by a conflict of interest, or not among those this person works with.
   * One number for all, because in a small part of a figure "restricted" would tell something about that child.
   */
  readonly notListed: number;
  /** How long each list of the figure is. */
  readonly sides: Readonly<Record<Side, number>>;
}

export const CHILDREN_ON_A_PAGE = 100;

const NO_SUCH_LIST: NoSuchMeasure = { kind: 'not-found' };

/**
 * The children behind a figure. It is an act of its own, and so it is recorded with the measure, how many there were and
 * who was shown. What a list leaves out it says, so that it adds up to the figure.
 */
export const listMeasureChildren = async (
  world: World,
  signedIn: SignedIn,
  asked: ChildrenAsked,
): Promise<MeasureChildren | NoSuchMeasure | MeasureRefusal> => {
  const found = findAskedMeasure(asked.id);
  if (found === undefined) return NO_SUCH_LIST;
  const measure = found.kind === 'figure' ? found.measure : found.measure.of;
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
    const ids = idsAsked(loaded, { measure, asked, teams: await loaded.teams() });
    if (ids === undefined) return NO_SUCH_LIST;
    const present = await world.ledgers.load(tx, tenant.authorityId);
    const access = await loaded.access();
    const list = chooseChildren(ids, {
      signedIn,
      loaded,
      access,
      present: present.childById,
      measure,
      asked,
    });
    await appendAudit(tx, {
      at: world.now(),
      actor: String(signedIn.person.id),
      action: 'measure-children-listed',
      subject: { kind: 'measure', id: measure.id },
      detail: {
        list: asked.side,
        ...(asked.part === undefined ? {} : { part: `${asked.part.by} ${asked.part.key}` }),
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

/** Entries of the list in the figure's order; undefined for a part or side the figure does not have. */
const idsAsked = (
  { book }: TrueFigures,
  {
    measure,
    asked,
    teams,
  }: { readonly measure: Measure; readonly asked: ChildrenAsked; readonly teams: Teams },
): readonly ChildId[] | undefined => {
  const { side, part } = asked;
  const { asOf } = asked.asKnown;
  const figure = book.figure(measure, asOf);
  if (part === undefined) return listOf(figure, side);
  if (side === 'excluded' || side === 'not-recorded') return undefined;
  return book.rows(measure, part.by, asOf, { teams })?.find(({ key }) => key === part.key)?.children[side];
};

const listOf = ({ children, excluded, notRecorded }: Figure, side: Side): readonly ChildId[] => {
  if (side === 'excluded') return excluded.map(({ id }) => id);
  return side === 'not-recorded' ? notRecorded : children[side];
};

interface Choosing {
  readonly signedIn: SignedIn;
  readonly loaded: TrueFigures;
  readonly access: AccessFacts;
  readonly present: TrueFigures['held']['childById'];
  readonly measure: Measure;
  readonly asked: ChildrenAsked;
}

const chooseChildren = (
  ids: readonly ChildId[],
  { signedIn: { actor }, loaded, access, present, measure, asked }: Choosing,
): MeasureChildren => {
  const { book, today, whose } = loaded;
  const { side, asKnown } = asked;
  const times = new Map<ChildId, number>();
  for (const id of ids) times.set(id, (times.get(id) ?? 0) + 1);
  const { open } = childrenInScope(
    [...times.keys()].flatMap((id) => present.get(id) ?? []),
    { actor, action: 'view-measure-children', access, today },
  );
  const figure = book.figure(measure, asKnown.asOf);
  const reasons = new Map(figure.excluded.map(({ id, reason }) => [id, reason]));
  const lineOf = lineMaker(loaded, access, asKnown);
  const lines = open.flatMap(({ id }) => lineOf(id) ?? []).sort(byName);
  const pages = Math.max(1, Math.ceil(lines.length / CHILDREN_ON_A_PAGE));
  const page = Math.min(asked.page, pages);
  const from = (page - 1) * CHILDREN_ON_A_PAGE;
  return {
    kind: 'children',
    measure,
    whose,
    side,
    part: asked.part && { ...asked.part, title: DIMENSIONS[asked.part.by].titleOf(asked.part.key) },
    asKnown,
    total: ids.length,
    children: lines.slice(from, from + CHILDREN_ON_A_PAGE).map((line) => ({
      line,
      times: times.get(line.id) ?? 1,
      amounts: side === 'numerator' && asked.part === undefined ? amountsOf(figure, line.id) : [],
      reason: side === 'excluded' ? reasons.get(line.id) : undefined,
    })),
    page,
    pages,
    listed: lines.length,
    notListed: times.size - lines.length,
    sides: lengthsOf(figure),
  };
};

const lengthsOf = (figure: Figure): MeasureChildren['sides'] => ({
  numerator: listOf(figure, 'numerator').length,
  denominator: listOf(figure, 'denominator').length,
  'not-recorded': listOf(figure, 'not-recorded').length,
  excluded: listOf(figure, 'excluded').length,
});

/** What one child's cases add to a figure. */
const amountsOf = ({ children: { numerator, amounts } }: Figure, of: ChildId): readonly number[] =>
  amounts === undefined ? [] : numerator.flatMap((id, i) => (id === of ? (amounts[i] ?? []) : []));

const lineMaker = (
  { held }: TrueFigures,
  access: AccessFacts,
  { asOf }: AsKnown,
): ((id: ChildId) => ChildLine | undefined) => {
  // Of the whole authority, because the list may reach a child by an event, after the case was passed on.
  const day = authorityOnDay({ ...held.prepared, histories: [] }, asOf);
  const histories = new Map(held.prepared.histories.map((history) => [history.id, history]));
  return (id) => {
    const [child, history] = [held.childById.get(id), histories.get(id)];
    if (child === undefined || history === undefined) return undefined;
    return childLine(child, history, { day, context: held.context, staff: access.staff });
  };
};

const names = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' });
const sortKey = ({ familyName, givenName, id }: ChildLine): string =>
  `${familyName ?? '\uffff'} ${givenName ?? ''} ${id}`;
const byName = (a: ChildLine, b: ChildLine): number => names.compare(sortKey(a), sortKey(b));
