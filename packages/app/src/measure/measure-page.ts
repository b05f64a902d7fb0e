import {
  type AttemptRefusal,
  addMonths,
  BREAKDOWNS,
  type BreakdownMeasure,
  type ClosedPeriod,
  type ComparedPart,
  type Day,
  DIMENSIONS,
  type DimensionId,
  findMeasure,
  type Measure,
  mayAttempt,
  type RecordKind,
  type Refusal,
  refused,
  toldFor,
  type WindowKind,
} from '@rightplace/domain';
import { asTenantReading } from '@rightplace/store';
import type { AsKnown } from '../child/load-children.ts';
import { commentaryOnOne, type MeasureCommentary } from '../commentary/read-commentary.ts';
import { compareFigure, compareHeadline } from '../comparison/compare-shown.ts';
import { type Comparison, comparerFor } from '../comparison/comparer.ts';
import { type ConventionInForce, conventionsOfMeasure } from '../convention/kept-conventions.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { type FigureBook, measuresFor } from './figure-book.ts';
import { type FiguresOnly, whyNotRounded } from './figure-reach.ts';
import { type ShownFigure, type ShownRow, showFigure, showRows } from './figure-shown.ts';
import { type Headline, headline, isHeadline } from './headline.ts';
import { loadFigures, type TrueFigures, type Whose } from './load-figures.ts';
import { knownAtOf, type QuarterEnds } from './quarter-ends.ts';
import type { Teams } from './team-on.ts';
import { findSource, type Source, toldUntil } from './what-is-held.ts';

export interface ShownBreakdown {
  readonly by: DimensionId;
  readonly title: string;
  readonly rows: readonly ShownRow[];
}

interface TruePage {
  readonly whose: Whose;
  readonly asKnown: AsKnown;
  readonly maySeeChildren: boolean;
  readonly maySeeChanges: boolean;
  readonly toldUntil: Day | undefined;
}

export interface FigurePage extends TruePage {
  readonly kind: 'figure';
  readonly figure: ShownFigure;
  readonly breakdowns: readonly ShownBreakdown[];
  /** What the authority decides for itself, as the day shown is counted by it. */
  readonly conventions: readonly ConventionInForce[];
  /** Kinds of record that it is worked out from, and whether they are kept yet; empty for what the return tells. */
  readonly needs: readonly { readonly kind: RecordKind; readonly isKept: boolean }[];
  readonly comparison: Comparison;
  readonly commentary: MeasureCommentary;
  /** Of which days what was loaded tells, for what is worked out from loads; undefined for every other figure. */
  readonly daysTold: readonly ClosedPeriod[] | undefined;
}

/** A count cut one way, under a name of its own. */
export interface BreakdownPage extends TruePage {
  readonly kind: 'breakdown';
  readonly measure: BreakdownMeasure;
  readonly breakdown: ShownBreakdown;
  readonly of: ShownFigure;
  /** The earlier day that its parts are held against. */
  readonly against: Day;
  readonly parts: readonly PartCompared[];
}

/** A part’s share of the whole: now, on an earlier day, and elsewhere. */
export interface PartCompared extends ComparedPart {
  readonly title: string;
  /** Null where there is nobody to share out, or the day cannot be compared. */
  readonly share: number | null;
  readonly shareBefore: number | null;
}

export interface HeadlinePage {
  readonly kind: 'headline';
  readonly headline: Headline;
  readonly shown: QuarterEnds;
  readonly comparison: Comparison;
  readonly commentary: MeasureCommentary;
}

/** No child was in the record at the moment looked at: no figure is nought, there is none. */
export interface NothingKnown {
  readonly kind: 'nothing-known';
  readonly title: string;
  /** For those who see headlines: what was looked at. */
  readonly quarterEnds: QuarterEnds | undefined;
}

export type MeasurePage = FigurePage | BreakdownPage | HeadlinePage | NothingKnown;

export type NoSuchMeasure = { readonly kind: 'not-found' };
export type MeasureRefusal = AttemptRefusal | FiguresOnly | Refusal<'whole-authority-only'>;

const NO_SUCH_MEASURE: NoSuchMeasure = { kind: 'not-found' };

export const WHOLE_AUTHORITY_ONLY = refused(
  'whole-authority-only',
  'This figure is of the whole authority or of everyone who lives there, so a team or service has none of its own.',
);

export type AskedMeasure =
  | { readonly kind: 'figure'; readonly measure: Measure }
  | { readonly kind: 'breakdown'; readonly measure: BreakdownMeasure };

export const findAskedMeasure = (id: string): AskedMeasure | undefined => {
  const measure = findMeasure(id);
  if (measure !== undefined) return { kind: 'figure', measure };
  const breakdown = BREAKDOWNS.find((each) => each.id === id);
  return breakdown && { kind: 'breakdown', measure: breakdown };
};

export interface MeasureAsked {
  readonly id: string;
  readonly asKnown: AsKnown;
  /** For what happens in a time; from 1 April unless it is said. */
  readonly window?: WindowKind | undefined;
  /** For a breakdown: the earlier day to hold it against; a year before unless it is said. */
  readonly against?: Day | undefined;
}

export const openMeasure = async (
  world: World,
  signedIn: SignedIn,
  { id, asKnown, window, against }: MeasureAsked,
): Promise<MeasurePage | NoSuchMeasure | MeasureRefusal> => {
  const asked = findAskedMeasure(id);
  if (asked === undefined) return NO_SUCH_MEASURE;
  const tenant = {
    authorityId: signedIn.authority.id,
    personId: signedIn.person.id,
    knownAt: asKnown.knownAt,
  };
  return asTenantReading(world.db, tenant, async (tx) => {
    const loaded = await loadFigures(tx, world, signedIn, asKnown);
    if (loaded.kind === 'refused') return loaded;
    const quarterEnds = loaded.kind === 'headlines' ? loaded.shown : undefined;
    if (loaded.held.ledger.children.length === 0)
      return { kind: 'nothing-known', title: asked.measure.title, quarterEnds };
    if (loaded.kind === 'headlines') {
      if (asked.kind !== 'figure' || !isHeadline(id)) return whyNotRounded(asked.measure);
      const { book, held, shown } = loaded;
      const found = headline(book, asked.measure, shown.asOf, (day) => held.context.population?.(day));
      const comparer = await comparerFor(tx, {
        authorityId: tenant.authorityId,
        measures: [asked.measure],
        asOf: shown.asOf,
        knownAt: knownAtOf(shown),
      });
      return {
        kind: 'headline',
        headline: found,
        shown,
        comparison: compareHeadline(comparer, found),
        commentary: await commentaryOnOne(tx, world, signedIn, { id, asKnown }),
      };
    }
    const { lastImport } = await findSource(tx, asKnown.knownAt);
    const found = truePage(asked, loaded, {
      signedIn,
      asKnown,
      window,
      lastImport,
      teams: await loaded.teams(),
    });
    if (found.kind === 'breakdown') {
      const { of, by } = found.measure;
      const keys = found.breakdown.rows.map(({ key }) => key);
      const comparer = await comparerFor(tx, {
        authorityId: tenant.authorityId,
        measures: [],
        cuts: [{ measure: of, by, keys }],
        ...asKnown,
      });
      const earlier = against ?? addMonths(asKnown.asOf, -12);
      const elsewhere = comparer.compareParts({ measure: of, by, keys });
      return { ...found, against: earlier, parts: partsCompared(found, loaded.book, { earlier, elsewhere }) };
    }
    if (found.kind !== 'figure') return found;
    const { figure } = found;
    const comparer = await comparerFor(tx, {
      authorityId: tenant.authorityId,
      measures: [figure.measure],
      ...asKnown,
    });
    return {
      ...found,
      comparison: compareFigure(comparer, figure),
      commentary: await commentaryOnOne(tx, world, signedIn, { id, asKnown }),
    };
  });
};

const partsCompared = (
  { measure: { of, by }, breakdown, asKnown }: Omit<BreakdownPage, 'against' | 'parts'>,
  book: FigureBook,
  { earlier, elsewhere }: { readonly earlier: Day; readonly elsewhere: readonly ComparedPart[] },
): readonly PartCompared[] => {
  const shares = (on: Day): ((key: string) => number | null) => {
    const rows = book.parts(of, by, on) ?? [];
    const whole = rows.reduce((sum, { numerator }) => sum + numerator, 0);
    const counted = new Map(rows.map(({ key, numerator }) => [key, numerator]));
    return (key) => (whole === 0 || !book.isComparable(on) ? null : ((counted.get(key) ?? 0) * 100) / whole);
  };
  const [now, then] = [shares(asKnown.asOf), shares(earlier)];
  return breakdown.rows.map(({ key, title }) => ({
    key,
    title,
    share: now(key),
    shareBefore: then(key),
    comparators: elsewhere.find((part) => part.key === key)?.comparators ?? [],
  }));
};

const truePage = (
  asked: AskedMeasure,
  loaded: TrueFigures,
  {
    signedIn: { actor },
    asKnown,
    window,
    lastImport,
    teams,
  }: {
    readonly signedIn: SignedIn;
    readonly asKnown: AsKnown;
    readonly window: WindowKind | undefined;
    readonly lastImport: Source['lastImport'];
    readonly teams: Teams;
  },
):
  | Omit<FigurePage, 'comparison' | 'commentary'>
  | Omit<BreakdownPage, 'against' | 'parts'>
  | MeasureRefusal => {
  const { book, held, reach, whose, today } = loaded;
  const { asOf } = asKnown;
  const may = (action: 'view-measure-children' | 'see-known-at-changes'): boolean =>
    mayAttempt({ actor, action, on: today }).kind === 'may';
  const common = {
    whose,
    asKnown,
    maySeeChildren: may('view-measure-children'),
    maySeeChanges: may('see-known-at-changes'),
    toldUntil: toldUntil(book, held, { asOf, lastImport }),
  };
  if (asked.kind === 'breakdown') {
    const { of, by } = asked.measure;
    const breakdown = { by, title: DIMENSIONS[by].title, rows: showRows(book, { measure: of, by, asOf }) };
    return {
      kind: 'breakdown',
      ...common,
      measure: asked.measure,
      breakdown,
      of: showFigure(book, of, asOf),
    };
  }
  const { measure } = asked;
  if (!measuresFor(reach).includes(measure)) return WHOLE_AUTHORITY_ONLY;
  return {
    kind: 'figure',
    ...common,
    figure: showFigure(book, measure, asOf, window),
    daysTold: measure.kind === 'cases' ? toldFor(measure, held.context) : undefined,
    conventions: conventionsOfMeasure(held.conventions, measure.id, asOf),
    needs: (measure.kind === 'cases' ? (measure.needs ?? []) : []).map((kind) => ({
      kind,
      isKept: held.context.records?.[kind] !== undefined,
    })),
    breakdowns: measure.breakdowns.map((by) => ({
      by,
      title: DIMENSIONS[by].title,
      rows: showRows(book, { measure, by, asOf, teams, window }),
    })),
  };
};
