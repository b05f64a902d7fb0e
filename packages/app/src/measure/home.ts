import {
  type Action,
  ALL_ACTIONS,
  type Day,
  type DimensionId,
  londonDayOf,
  mayAttempt,
} from '@rightplace/domain';
import { asTenant, asTenantReading } from '@rightplace/store';
import { countMyWork, type MyWorkCount } from '../cases/list-my-work.ts';
import type { AsKnown } from '../child/load-children.ts';
import { countDue, type DueCount } from '../clocks/list-clocks.ts';
import { compareFigure, compareHeadline } from '../comparison/compare-shown.ts';
import { type Comparison, comparerFor } from '../comparison/comparer.ts';
import { type CostsWaiting, countCostsWaiting } from '../payment/costs-waiting.ts';
import { readinessLine } from '../return-readiness/readiness-line.ts';
import type { ReadinessLine } from '../return-readiness/views.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { measureOf, measuresFor, type Point } from './figure-book.ts';
import {
  flowsThisQuarter,
  type ShownFigure,
  type ShownRow,
  showFigure,
  showRows,
  type ThisQuarter,
} from './figure-shown.ts';
import { type Headline, headlines } from './headline.ts';
import { type HeadlineFigures, loadFigures, type TrueFigures, type Whose } from './load-figures.ts';
import { findOwnCases, type OwnCases, recordOwnCases } from './own-cases.ts';
import { knownAtOf, type QuarterEnds } from './quarter-ends.ts';
import {
  type AuditLength,
  auditLength,
  findSource,
  type Gaps,
  gapsOn,
  outcomesHeld,
  type Source,
  toldUntil,
  type YearHeld,
} from './what-is-held.ts';

/** The first page: the five questions to those who see figures, and what they may do to everyone else. */
export type Home = FiguresHome | HeadlinesHome | EmptyHome | PlainHome;

interface Common {
  /** What this person may attempt today. */
  readonly may: ReadonlySet<Action>;
}

/** The first page of those whose work is done from lists. */
interface WithCosts {
  /** For those who pay for placements. */
  readonly costs: CostsWaiting | undefined;
}

export interface FiguresHome extends Common, WithCosts {
  readonly kind: 'figures';
  readonly whose: Whose;
  readonly asKnown: AsKnown;
  readonly figures: ReadonlyMap<string, ShownFigure>;
  /** What each is held against. */
  readonly comparisons: ReadonlyMap<string, Comparison>;
  readonly thisQuarter: ThisQuarter;
  /** Starts and endings month by month. */
  readonly net: readonly Point[];
  readonly mixes: Readonly<Record<Mix, readonly ShownRow[]>>;
  readonly gaps: Gaps;
  readonly toldUntil: Day | undefined;
  readonly outcomes: readonly YearHeld[];
  readonly source: Source;
  /** For those who may see the audit. */
  readonly audit: AuditLength | undefined;
  /** For those who have cases of their own. */
  readonly own: OwnCases | undefined;
  /** How ready the return is now, for those who may see it. */
  readonly readiness: ReadinessLine | undefined;
  /** For those who have a list of work. */
  readonly work: MyWorkCount | undefined;
  /** For those who do what is due for children, where that is kept. */
  readonly due: DueCount | undefined;
}

/** The figures of the first page: of the rest, the list of measures tells. */
const ON_FIRST_PAGE: ReadonlySet<string> = new Set([
  'cla-number',
  'cla-rate-10k',
  'cla-started',
  'cla-ceased',
  'within-20-miles',
  'foster-share',
  'residential-share',
  'uasc-number',
  'stability-3plus',
  'stability-2yr',
  'rha-uptodate',
  'dental-uptodate',
  'cl-eet',
  'cl-suitable',
]);

/** The ways in which the children looked after are told apart on the first page. */
export const MIXES = {
  placement: 'placement-group',
  'legal-status': 'legal-status-group',
  age: 'age',
} as const satisfies Readonly<Record<string, DimensionId>>;
export type Mix = keyof typeof MIXES;

export interface HeadlinesHome extends Common {
  readonly kind: 'headlines';
  readonly shown: QuarterEnds;
  readonly headlines: readonly Headline[];
  /** What each is held against, by the measure's id. */
  readonly comparisons: ReadonlyMap<string, Comparison>;
  readonly lastImport: Source['lastImport'];
}

/** Nothing has been recorded yet, or nothing was at the moment looked at. */
export interface EmptyHome extends Common {
  readonly kind: 'empty';
  readonly asKnown: AsKnown;
  /** For those who see headlines: what was looked at. */
  readonly quarterEnds: QuarterEnds | undefined;
  readonly waiting: Source['waiting'];
}

export interface PlainHome extends Common, WithCosts {
  readonly kind: 'plain';
}

export const openHome = async (world: World, signedIn: SignedIn, asKnown: AsKnown): Promise<Home> => {
  const tenant = {
    authorityId: signedIn.authority.id,
    personId: signedIn.person.id,
    knownAt: asKnown.knownAt,
  };
  const today = londonDayOf(world.now());
  const may = actionsOf(signedIn, today);
  // All of the page is of one moment, and what several parts of it stand on is read once.
  const home = await asTenantReading(world.db, tenant, async (tx): Promise<Home> => {
    const loaded = await loadFigures(tx, world, signedIn, asKnown);
    if (loaded.kind === 'refused')
      return { kind: 'plain', may, costs: await countCostsWaiting(tx, world, signedIn) };
    const quarterEnds = loaded.kind === 'headlines' ? loaded.shown : undefined;
    const source = await findSource(tx, quarterEnds === undefined ? asKnown.knownAt : knownAtOf(quarterEnds));
    if (loaded.held.ledger.children.length === 0)
      return { kind: 'empty', may, asKnown, quarterEnds, waiting: source.waiting };
    const { authorityId } = tenant;
    if (loaded.kind === 'headlines') {
      const home = headlinesHome(loaded, { may, source });
      const { asOf } = loaded.shown;
      const measures = home.headlines.map(({ measure }) => measure);
      const knownAt = knownAtOf(loaded.shown);
      const comparer = await comparerFor(tx, { authorityId, measures, asOf, knownAt });
      const compared = home.headlines.map(
        (each) => [each.measure.id, compareHeadline(comparer, each)] as const,
      );
      return { ...home, comparisons: new Map(compared) };
    }
    const own = await findOwnCases(tx, world, signedIn, { figures: loaded, asKnown });
    const audit = may.has('view-audit') ? await auditLength(tx) : undefined;
    const counted = figuresHome(loaded, asKnown, source);
    const shown = [...counted.figures.values()];
    const measures = shown.map(({ measure }) => measure);
    const comparer = await comparerFor(tx, { authorityId, measures, ...asKnown });
    const compared = shown.map((each) => [each.measure.id, compareFigure(comparer, each)] as const);
    return {
      ...counted,
      comparisons: new Map(compared),
      may,
      source,
      audit,
      own,
      readiness: await readinessLine(tx, world, signedIn),
      work: await countMyWork(tx, world, signedIn),
      due: await countDue(tx, world, signedIn),
      costs: await countCostsWaiting(tx, world, signedIn),
    };
  });
  // Seeing one's own cases by name is written down, and before they are seen; figures alone change nothing.
  if (home.kind === 'figures' && home.own !== undefined && home.own.lines.length > 0) {
    const { own } = home;
    await asTenant(world.db, { ...tenant, knownAt: undefined }, (tx) =>
      recordOwnCases(tx, world, signedIn, own),
    );
  }
  return home;
};

const actionsOf = ({ actor }: SignedIn, today: Day): ReadonlySet<Action> =>
  new Set(ALL_ACTIONS.filter((action) => mayAttempt({ actor, action, on: today }).kind === 'may'));

const headlinesHome = (
  { book, held, shown }: HeadlineFigures,
  { may, source }: { readonly may: Home['may']; readonly source: Source },
): Omit<HeadlinesHome, 'comparisons'> => ({
  kind: 'headlines',
  may,
  shown,
  headlines: headlines(book, shown.asOf, (day) => held.context.population?.(day)),
  // How many rows were set aside may be a small number, and is not for everyone.
  lastImport: source.lastImport && { ...source.lastImport, setAside: undefined },
});

type Counted = Omit<
  FiguresHome,
  'may' | 'source' | 'audit' | 'own' | 'readiness' | 'work' | 'due' | 'costs' | 'comparisons'
>;

const figuresHome = (
  { reach, whose, book, held }: TrueFigures,
  asKnown: AsKnown,
  { lastImport }: Source,
): Counted => {
  const { asOf } = asKnown;
  const number = measureOf('cla-number');
  const shown = measuresFor(reach).filter(({ id }) => ON_FIRST_PAGE.has(id));
  const mix = (name: Mix): readonly ShownRow[] => showRows(book, { measure: number, by: MIXES[name], asOf });
  return {
    kind: 'figures',
    whose,
    asKnown,
    figures: new Map(shown.map((measure) => [measure.id, showFigure(book, measure, asOf)])),
    thisQuarter: flowsThisQuarter(book, asOf),
    net: book.trend(measureOf('cla-net-flow'), asOf),
    mixes: { placement: mix('placement'), 'legal-status': mix('legal-status'), age: mix('age') },
    gaps: gapsOn(book, held, asOf),
    toldUntil: toldUntil(book, held, { asOf, lastImport }),
    outcomes: outcomesHeld(book, { held, reach }, asOf),
  };
};
