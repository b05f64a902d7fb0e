import {
  type BreakdownMeasure,
  CATALOGUE,
  hasWindow,
  MEASURES,
  type Measure,
  type MeasureText,
  OVER,
  QUESTIONS,
} from '@rightplace/domain';
import { isHeadline } from '../measure/headline.ts';
import type { World } from '../world.ts';
import { type ApiAnswer, type ApiRequest, answerClient } from './answer-client.ts';
import type { ApiCaller } from './recognise-client.ts';
import { signOf } from './sign-of.ts';

/** A measure of the catalogue, as a client reads it. */
export interface MeasureBody {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly question: string;
  readonly definition: string;
  readonly source: string;
  readonly unit: string;
  readonly polarity: MeasureText['polarity'];
  readonly certainty: { readonly mark: string; readonly says: string };
  /** What its time is, in words. */
  readonly over: string;
  /** Whether another time can be asked for with `window`. */
  readonly windows: boolean;
  /** What `by` may be. */
  readonly breakdowns: readonly string[];
  /** For a breakdown with an id of its own: the measure that it cuts. */
  readonly of: string | null;
  readonly fields: readonly string[];
}

export interface MeasuresBody {
  readonly scope: string;
  readonly measures: readonly MeasureBody[];
}

/** The measures that a client may ask for. */
export const listMeasuresFor = (
  world: World,
  caller: ApiCaller,
  request: ApiRequest,
): Promise<ApiAnswer<MeasuresBody>> =>
  answerClient(world, caller, {
    request,
    action: ['read-catalogue'],
    work: async ({ may }) => {
      const { scope } = caller.standing;
      const sign = signOf([request.endpoint, scope]);
      if (request.held?.includes(sign) === true) return { answer: { kind: 'unchanged', sign } };
      const measures = may('read-figures')
        ? CATALOGUE.map((each) => measureBody(each))
        : MEASURES.filter(({ id }) => isHeadline(id)).map(roundedBody);
      return { answer: { kind: 'answer', body: { scope, measures }, sign }, count: measures.length };
    },
  });

const overInWords = (measure: Measure): string => {
  if (measure.kind === 'stock') return OVER.day;
  return OVER[measure.kind === 'flow' ? 'window' : measure.over];
};

const measureBody = (measure: Measure | BreakdownMeasure): MeasureBody => {
  const counted = measure.kind === 'breakdown' ? measure.of : measure;
  return {
    id: measure.id,
    version: measure.version,
    title: measure.title,
    question: QUESTIONS[measure.question],
    definition: measure.definition,
    source: measure.source,
    unit: measure.unit,
    polarity: measure.polarity,
    certainty: { mark: measure.certainty.mark, says: measure.certainty.says },
    over: overInWords(counted),
    windows: hasWindow(counted),
    breakdowns: measure.kind === 'breakdown' ? [measure.by] : measure.breakdowns,
    of: measure.kind === 'breakdown' ? measure.of.id : null,
    fields: measure.fields,
  };
};

/** For rounded figures, which are not cut and have no time but their own. */
const roundedBody = (measure: Measure): MeasureBody => ({
  ...measureBody(measure),
  windows: false,
  breakdowns: [],
});
