import { type Asker, askersOf, type MeasureText, type Question } from '@rightplace/domain';

/** Which of the measures somebody looks for. What is undefined asks nothing. */
export interface MeasuresAsked {
  /** Every one of these words has to be in its title, identifier or definition. */
  readonly words: string | undefined;
  readonly question: Question | undefined;
  readonly asker: Asker | undefined;
  readonly certainty: MeasureText['certainty']['mark'] | undefined;
  /** Those that have a figure, or those for which nothing is recorded yet. */
  readonly data: 'figures' | 'none' | undefined;
}

export const EVERY_MEASURE: MeasuresAsked = {
  words: undefined,
  question: undefined,
  asker: undefined,
  certainty: undefined,
  data: undefined,
};

/** Small letters, and without what hangs on them or about them: "children's" is found by "Children’s". */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[’']|\p{Mn}/gu, '');

const texts = new WeakMap<object, string>();
const textOf = (measure: MeasureText): string => {
  const { id, title, definition } = measure;
  const text = texts.get(measure) ?? plain(`${title} ${id} ${definition}`);
  texts.set(measure, text);
  return text;
};

/** Whether a measure is one of those asked for. Whether it has a figure is told by whoever has worked it out. */
export const measureFinder = ({ words, question, asker, certainty, data }: MeasuresAsked) => {
  const sought = plain(words ?? '')
    .split(/\s+/)
    .filter((word) => word !== '');
  return (measure: MeasureText, hasData: boolean): boolean =>
    (question === undefined || measure.question === question) &&
    (certainty === undefined || measure.certainty.mark === certainty) &&
    (asker === undefined || askersOf(measure).includes(asker)) &&
    (data === undefined || (data === 'figures') === hasData) &&
    sought.every((word) => textOf(measure).includes(word));
};
