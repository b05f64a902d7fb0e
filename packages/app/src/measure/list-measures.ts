import {
  type AttemptRefusal,
  BREAKDOWNS,
  type BreakdownMeasure,
  type Day,
  QUESTIONS,
  type Question,
} from '@rightplace/domain';
import { asTenantReading } from '@rightplace/store';
import type { AsKnown } from '../child/load-children.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { measuresFor } from './figure-book.ts';
import { type ShownFigure, showFigure } from './figure-shown.ts';
import { type Headline, headlines } from './headline.ts';
import { loadFigures, type Whose } from './load-figures.ts';
import type { QuarterEnds } from './quarter-ends.ts';
import { findSource, toldUntil } from './what-is-held.ts';

export interface MeasuresOfQuestion<Shown> {
  readonly question: Question;
  readonly title: string;
  readonly figures: readonly Shown[];
  readonly breakdowns: readonly BreakdownMeasure[];
}

/** Every measure there is for this person, under the question it answers. */
export type MeasureList =
  | {
      readonly kind: 'measures';
      readonly whose: Whose;
      readonly asKnown: AsKnown;
      readonly toldUntil: Day | undefined;
      readonly questions: readonly MeasuresOfQuestion<ShownFigure>[];
    }
  | {
      readonly kind: 'headlines';
      readonly shown: QuarterEnds;
      readonly questions: readonly MeasuresOfQuestion<Headline>[];
    }
  /** For those who see headlines, with what was looked at. */
  | { readonly kind: 'empty'; readonly quarterEnds: QuarterEnds | undefined };

export const listMeasures = async (
  world: World,
  signedIn: SignedIn,
  asKnown: AsKnown,
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
      const found = headlines(book, loaded.shown.asOf, (day) => held.context.population?.(day));
      return { kind: 'headlines', shown: loaded.shown, questions: byQuestion(found, []) };
    }
    const { lastImport } = await findSource(tx, asKnown.knownAt);
    const shown = measuresFor(loaded.reach).map((measure) => showFigure(book, measure, asKnown.asOf));
    return {
      kind: 'measures',
      whose: loaded.whose,
      asKnown,
      toldUntil: toldUntil(book, held, { asOf: asKnown.asOf, lastImport }),
      questions: byQuestion(shown, BREAKDOWNS),
    };
  });
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
