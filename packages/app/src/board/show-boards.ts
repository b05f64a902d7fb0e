import {
  type AttemptRefusal,
  type ChangeReading,
  findMeasure,
  isRole,
  londonDayOf,
  type Measure,
  mayAttempt,
  type Role,
  readChange,
  valueInUnit,
} from '@rightplace/domain';
import { asTenantReading, type BoardRow, listBoards } from '@rightplace/store';
import type { AsKnown } from '../child/load-children.ts';
import { commentaryOn, type ShownCommentary } from '../commentary/read-commentary.ts';
import { compareFigure, compareHeadline } from '../comparison/compare-shown.ts';
import { type Comparer, type Comparison, comparerFor } from '../comparison/comparer.ts';
import { measuresFor } from '../measure/figure-book.ts';
import { findFigureReach, whyNotRounded } from '../measure/figure-reach.ts';
import { type ShownFigure, showFigure } from '../measure/figure-shown.ts';
import { type Headline, headline, isHeadline } from '../measure/headline.ts';
import { loadFigures, type TrueFigures, type Whose } from '../measure/load-figures.ts';
import { WHOLE_AUTHORITY_ONLY } from '../measure/measure-page.ts';
import { knownAtOf, type QuarterEnds } from '../measure/quarter-ends.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';

/** A named set of measures for a meeting or an audience. */
export interface Board {
  readonly id: number;
  readonly version: number;
  readonly title: string;
  readonly about: string;
  readonly roles: readonly Role[];
  /** In their order. Measures that are no more are left out. */
  readonly measures: readonly Measure[];
}

export const boardFrom = ({ id, version, title, about, roles, measures }: BoardRow): Board => ({
  id,
  version,
  title,
  about,
  roles: roles.filter(isRole),
  measures: measures.map(findMeasure).filter((measure) => measure !== undefined),
});

export interface BoardList {
  readonly kind: 'boards';
  readonly boards: readonly Board[];
  readonly mayMake: boolean;
}

/** The boards for somebody's roles; for who makes boards, all of them. */
const boardsFor = (rows: readonly BoardRow[], { actor }: SignedIn, world: Pick<World, 'now'>): BoardList => {
  const on = londonDayOf(world.now());
  const mayMake = mayAttempt({ actor, action: 'make-boards', on }).kind === 'may';
  const figures = mayAttempt({ actor, action: 'view-measure', on });
  const roles = figures.kind === 'may' ? figures.grants.map(({ assignment }) => assignment.role) : [];
  const boards = rows.map(boardFrom);
  return {
    kind: 'boards',
    boards: boards.filter((board) => mayMake || board.roles.some((role) => roles.includes(role))),
    mayMake,
  };
};

export const showBoards = async (
  world: Pick<World, 'db' | 'now'>,
  signedIn: SignedIn,
): Promise<BoardList | AttemptRefusal> => {
  const reach = findFigureReach(signedIn, londonDayOf(world.now()));
  if (reach.kind === 'refused') return reach;
  return asTenantReading(world.db, { authorityId: signedIn.authority.id }, async (tx) =>
    boardsFor(await listBoards(tx), signedIn, world),
  );
};

interface Line {
  readonly comparison: Comparison;
  /** The newest. */
  readonly commentary: ShownCommentary | undefined;
}

/** A measure on a board, as much of it as whoever looks may see. */
export type BoardLine =
  | (Line & { readonly kind: 'figure'; readonly figure: ShownFigure; readonly reading: ChangeReading })
  | (Line & { readonly kind: 'headline'; readonly headline: Headline })
  | { readonly kind: 'not-shown'; readonly measure: Measure; readonly why: string };

export interface ShownBoard {
  readonly kind: 'board';
  readonly board: Board;
  readonly whose: Whose;
  readonly asKnown: AsKnown;
  /** For those who see rounded figures: what is shown to them. */
  readonly quarterEnds: QuarterEnds | undefined;
  readonly lines: readonly BoardLine[];
  readonly mayMake: boolean;
}

const NOTHING_KNOWN = 'No child was in the record at that moment.';

/** A board with its figures. Who sees rounded headlines sees no other figure on it, and of a team only what a team has. */
export const openBoard = async (
  world: World,
  signedIn: SignedIn,
  { id, asKnown }: { readonly id: number; readonly asKnown: AsKnown },
): Promise<ShownBoard | { readonly kind: 'not-found' } | AttemptRefusal> => {
  const tenant = {
    authorityId: signedIn.authority.id,
    personId: signedIn.person.id,
    knownAt: asKnown.knownAt,
  };
  return asTenantReading(world.db, tenant, async (tx) => {
    const loaded = await loadFigures(tx, world, signedIn, asKnown);
    if (loaded.kind === 'refused') return loaded;
    const { boards, mayMake } = boardsFor(await listBoards(tx), signedIn, world);
    const board = boards.find((each) => each.id === id);
    if (board === undefined) return { kind: 'not-found' };
    const { measures } = board;
    const isHeadlines = loaded.kind === 'headlines';
    const shown = isHeadlines ? { asOf: loaded.shown.asOf, knownAt: knownAtOf(loaded.shown) } : asKnown;
    const comparer = await comparerFor(tx, { authorityId: tenant.authorityId, measures, ...shown });
    const commentary = await commentaryOn(
      tx,
      { measures: measures.map((measure) => measure.id), asKnown },
      { signedIn, reach: isHeadlines ? { kind: 'headlines' } : loaded.reach, today: loaded.today },
    );
    const withheld = (measure: Measure, why: string): BoardLine => ({ kind: 'not-shown', measure, why });
    const isEmpty = loaded.held.ledger.children.length === 0;
    const lines = measures.map((measure): BoardLine => {
      if (isHeadlines && !isHeadline(measure.id)) return withheld(measure, whyNotRounded(measure).sentence);
      if (isEmpty) return withheld(measure, NOTHING_KNOWN);
      const [latest] = commentary.get(measure.id) ?? [];
      if (!isHeadlines) return trueLine(measure, loaded, { comparer, asKnown, latest });
      const { book, held } = loaded;
      const found = headline(book, measure, shown.asOf, (day) => held.context.population?.(day));
      const comparison = compareHeadline(comparer, found);
      return { kind: 'headline', headline: found, comparison, commentary: latest };
    });
    return {
      kind: 'board',
      board,
      whose: isHeadlines ? { kind: 'authority' } : loaded.whose,
      asKnown: shown,
      quarterEnds: isHeadlines ? loaded.shown : undefined,
      lines,
      mayMake,
    };
  });
};

const trueLine = (
  measure: Measure,
  { book, reach }: TrueFigures,
  {
    comparer,
    asKnown,
    latest,
  }: {
    readonly comparer: Comparer;
    readonly asKnown: AsKnown;
    readonly latest: ShownCommentary | undefined;
  },
): BoardLine => {
  if (!measuresFor(reach).includes(measure))
    return { kind: 'not-shown', measure, why: WHOLE_AUTHORITY_ONLY.sentence };
  const figure = showFigure(book, measure, asKnown.asOf);
  return {
    kind: 'figure',
    figure,
    reading: readChange(
      measure,
      figure.trend,
      (value) => valueInUnit(tenths(value), measure.unit),
      figure.window,
    ),
    comparison: compareFigure(comparer, figure),
    commentary: latest,
  };
};

const tenths = (value: number): number => Math.round(value * 10) / 10;
