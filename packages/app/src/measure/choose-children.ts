import {
  authorityOnDay,
  type ChildChange,
  type ChildId,
  type ExclusionReason,
  type Figure,
  type Measure,
} from '@rightplace/domain';
import { type ChildLine, childLine } from '../child/child-line.ts';
import type { AsKnown } from '../child/load-children.ts';
import type { AccessFacts } from '../child/scope.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { childrenBehind } from './children-behind.ts';
import type { TrueFigures } from './load-figures.ts';

/** A child behind a figure. */
export interface CountedChild {
  readonly line: ChildLine;
  /** How often they are counted: an event each. */
  readonly times: number;
  /** What each of those times adds to an average or a sum, in the measure's unit; empty for what only counts. */
  readonly amounts: readonly number[];
  /** Why they are left out, in the list of those who are. */
  readonly reason: ExclusionReason | undefined;
  /** How they stood on both days and what happened between, in the list of a step from one to the other. */
  readonly change: ChildChange | undefined;
}

const CHILDREN_ON_A_PAGE = 100;

/** A page of the children who may be listed, and how many there are. */
export interface ChosenChildren {
  /** Entries in the list as the figure counts them: the children below, those not listed, and the repeated. */
  readonly total: number;
  readonly children: readonly CountedChild[];
  readonly page: number;
  readonly pages: number;
  /** Children who may be listed, over all pages. */
  readonly listed: number;
  /**
   * Counted, and not listed: restricted, closed by a conflict of interest, or not among those this person works with or whose
   * cases of that kind they may see.
   * One number for all, because in a small part of a figure "restricted" would tell something about that child.
   */
  readonly notListed: number;
}

interface Choosing {
  readonly measure: Measure;
  readonly signedIn: SignedIn;
  readonly loaded: TrueFigures;
  readonly access: AccessFacts;
  /** The record as it is now, by which it is decided who sees a child. */
  readonly present: TrueFigures['held']['childById'];
  readonly asKnown: AsKnown;
  readonly page: number;
  /** What is said of each child beside the line. */
  readonly about: (id: ChildId) => Partial<Pick<CountedChild, 'amounts' | 'reason' | 'change'>>;
}

export const chooseChildren = (
  ids: readonly ChildId[],
  { measure, signedIn: { actor }, loaded, access, present, asKnown, page: asked, about }: Choosing,
): ChosenChildren => {
  const times = new Map<ChildId, number>();
  for (const id of ids) times.set(id, (times.get(id) ?? 0) + 1);
  const { open } = childrenBehind(
    measure,
    [...times.keys()].flatMap((id) => present.get(id) ?? []),
    { actor, action: 'view-measure-children', access, today: loaded.today },
  );
  const lineOf = lineMaker(loaded, access, asKnown);
  const lines = open.flatMap(({ id }) => lineOf(id) ?? []).sort(byName);
  const pages = Math.max(1, Math.ceil(lines.length / CHILDREN_ON_A_PAGE));
  const page = Math.min(asked, pages);
  const from = (page - 1) * CHILDREN_ON_A_PAGE;
  return {
    total: ids.length,
    children: lines.slice(from, from + CHILDREN_ON_A_PAGE).map((line) => ({
      line,
      times: times.get(line.id) ?? 1,
      amounts: [],
      reason: undefined,
      change: undefined,
      ...about(line.id),
    })),
    page,
    pages,
    listed: lines.length,
    notListed: times.size - lines.length,
  };
};

/** What one child's cases add to a figure. */
export const amountsOf = ({ children: { numerator, amounts } }: Figure, of: ChildId): readonly number[] =>
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
