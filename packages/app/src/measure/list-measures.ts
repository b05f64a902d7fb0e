import {
  type AttemptRefusal,
  addMonths,
  BREAKDOWNS,
  type BreakdownMeasure,
  type Day,
  type Measure,
  QUESTIONS,
  type Question,
} from '@rightplace/domain';
import { asTenantReading } from '@rightplace/store';
import type { AsKnown } from '../child/load-children.ts';
import { shownValue } from '../comparison/compare-shown.ts';
import { type FindTarget, type ShownTarget, targetsOn } from '../comparison/comparer.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { type FigureBook, measuresFor, type Point, windowFor } from './figure-book.ts';
import type { ShownFigure } from './figure-shown.ts';
import { EVERY_MEASURE, type MeasuresAsked, measureFinder } from './find-measures.ts';
import { type Headline, headlines } from './headline.ts';
import { loadFigures, type Whose } from './load-figures.ts';
import { knownAtOf, type QuarterEnds } from './quarter-ends.ts';
import { findSource, toldUntil } from './what-is-held.ts';

export interface MeasuresOfQuestion<Shown> {
  readonly question: Question;
  readonly title: string;
  readonly figures: readonly Shown[];
  readonly breakdowns: readonly BreakdownMeasure[];
}

/**
 * A line of the list: what the measure counted on the day and on an earlier one, and no more, because a hundred measures of a
 * team are counted when it asks for them.
 */
export type ListedFigure = Pick<
  ShownFigure,
  'measure' | 'asOf' | 'window' | 'value' | 'noValue' | 'numerator' | 'denominator'
> & {
  /** The same on the earlier day that the list is held against. */
  readonly before: Point;
  readonly target: ShownTarget | undefined;
};

/** A rounded figure, and how that stands. */
export interface ListedHeadline extends Headline {
  readonly target: ShownTarget | undefined;
}

/** The measures somebody looks for of all there are for them, under the question each answers. */
export type MeasureList =
  | {
      readonly kind: 'measures';
      readonly whose: Whose;
      readonly asKnown: AsKnown;
      /** The earlier day that figures are held against: a year before, unless another is asked for. */
      readonly against: Day;
      readonly toldUntil: Day | undefined;
      readonly asked: MeasuresAsked;
      /** Of all questions, those with figures of their own and those that are a count cut one way. */
      readonly found: number;
      readonly all: number;
      readonly questions: readonly MeasuresOfQuestion<ListedFigure>[];
    }
  | {
      readonly kind: 'headlines';
      readonly shown: QuarterEnds;
      readonly questions: readonly MeasuresOfQuestion<ListedHeadline>[];
    }
  /** For those who see headlines, with what was looked at. */
  | { readonly kind: 'empty'; readonly quarterEnds: QuarterEnds | undefined };

export const listMeasures = async (
  world: World,
  signedIn: SignedIn,
  asKnown: AsKnown,
  asked: MeasuresAsked = EVERY_MEASURE,
  against: Day = addMonths(asKnown.asOf, -12),
): Promise<MeasureList | AttemptRefusal> => {
  const tenant = {
    authorityId: signedIn.authority.id,
    personId: signedIn.person.id,
    knownAt: asKnown.knownAt,
  };
  return asTenantReading(world.db, tenant, async (tx) => {
    const loaded = await loadFigures(tx, world, signedIn, asKnown);
    if (loaded.kind === 'refused') return loaded;
    const quarterEnds = loaded.kind === 'headlines' ? loaded.shown : undefined;
    if (loaded.held.ledger.children.length === 0) return { kind: 'empty', quarterEnds };
    const { book, held } = loaded;
    if (loaded.kind === 'headlines') {
      const { shown } = loaded;
      const targetOf = await targetsOn(tx, { asOf: shown.asOf, knownAt: knownAtOf(shown) });
      // Judged by the rounded figure that is shown, so that the standing tells no more than it.
      const found = headlines(book, shown.asOf, (day) => held.context.population?.(day)).map((each) => ({
        ...each,
        target: targetOf({ measure: each.measure, value: shownValue(each.value) }),
      }));
      return { kind: 'headlines', shown, questions: byQuestion(found, []) };
    }
    const { lastImport } = await findSource(tx, asKnown.knownAt);
    const isSought = measureFinder(asked);
    const measures = measuresFor(loaded.reach);
    const targetOf = await targetsOn(tx, asKnown);
    // What cannot be sought by its words is not worked out.
    const shown = measures
      .filter((measure) => isSought(measure, true) || isSought(measure, false))
      .map((measure) => listFigure(book, { measure, asOf: asKnown.asOf, against, targetOf }))
      .filter(({ measure, noValue }) => isSought(measure, noValue !== 'no-records'));
    const breakdowns = BREAKDOWNS.filter((breakdown) => isSought(breakdown, true));
    return {
      kind: 'measures',
      whose: loaded.whose,
      asKnown,
      against,
      toldUntil: toldUntil(book, held, { asOf: asKnown.asOf, lastImport }),
      asked,
      found: shown.length + breakdowns.length,
      all: measures.length + BREAKDOWNS.length,
      questions: byQuestion(shown, breakdowns),
    };
  });
};

interface Listing {
  readonly measure: Measure;
  readonly asOf: Day;
  readonly against: Day;
  readonly targetOf: FindTarget;
}

const listFigure = (book: FigureBook, { measure, asOf, against, targetOf }: Listing): ListedFigure => {
  const { value, noValue, numerator, denominator } = book.count(measure, asOf);
  const window = windowFor(measure, undefined);
  return {
    measure,
    asOf,
    window,
    value,
    noValue,
    numerator,
    denominator,
    before: book.point(measure, against),
    target: targetOf({ measure, value, window }),
  };
};

const byQuestion = <Shown extends { readonly measure: { readonly question: Question } }>(
  figures: readonly Shown[],
  breakdowns: readonly BreakdownMeasure[],
): readonly MeasuresOfQuestion<Shown>[] =>
  (Object.keys(QUESTIONS) as readonly Question[]).map((question) => ({
    question,
    title: QUESTIONS[question],
    figures: figures.filter(({ measure }) => measure.question === question),
    breakdowns: breakdowns.filter((breakdown) => breakdown.question === question),
  }));
