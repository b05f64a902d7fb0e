import type { WrittenAs } from './written-as.ts';

/**
 * A form as data: what is asked, in which order, and when. The same value shows it, reads what was typed, says what is
 * missing, prints it, and tells a workflow whether its evidence is complete. Nothing here knows of a page.
 */
export interface Form {
  readonly id: string;
  readonly sections: readonly FormSection[];
}

/** A part of a form that can be filled in by itself: one line of the task list. */
export interface FormSection {
  readonly id: string;
  readonly title: string;
  readonly questions: readonly FormQuestion[];
}

/** Asked only while an earlier question has one of these answers. */
export interface AskedWhen {
  readonly question: string;
  readonly is: readonly string[];
}

interface Asked {
  readonly name: string;
  /** What the person is asked, in their words. */
  readonly label: string;
  readonly hint?: string;
  /** May be left open for good. Every other question is needed before the form is complete. */
  readonly optional?: true;
  /** Not asked: the form sends along what was on its page when it was shown. */
  readonly carried?: true;
  readonly when?: AskedWhen;
  /** Asked only of a child of such an age today; of one whose age is not known, always. */
  readonly ages?: Ages;
}

export interface Ages {
  readonly from?: number;
  readonly below?: number;
}

export interface NotAll {
  readonly of: readonly string[];
  readonly are: string;
  /** What to do about it. */
  readonly sentence: string;
}

export type Options = Readonly<Record<string, string>>;

export type FormQuestion =
  /** One line. */
  | (Asked & { readonly kind: 'line' })
  /** One line that is a postcode, a number of Ofsted's: kept as such things are written. */
  | (Asked & { readonly kind: 'written-as'; readonly as: WrittenAs })
  /** As much as there is to say, in paragraphs. */
  | (Asked & {
      readonly kind: 'text';
      /** The most characters, where that is fewer than of any text. */
      readonly atMost?: number;
      /** What is told of a letter or a stroke put where a reason is asked for. */
      readonly inWords?: string;
    })
  /** One of some. The keys are stored, the words shown. */
  | (Asked & {
      readonly kind: 'one-of';
      readonly options: Options;
      /** In which order they are shown, where that is not as they stand: keys that are whole numbers always stand by size. */
      readonly order?: readonly string[];
      /** Questions up to this one that cannot all have one answer. */
      readonly notAll?: NotAll;
    })
  /** Any of some, at least one unless optional. */
  | (Asked & {
      readonly kind: 'any-of';
      readonly options: Options;
      /** The answer with which no other goes: that there is none of them. */
      readonly standsAlone?: string;
    })
  | (Asked & {
      readonly kind: 'day';
      readonly notAfterToday?: true;
      /** Of what is to come. Asked in a step only: what a form says of days to come is read again when they have gone by. */
      readonly notBeforeToday?: true;
      /** Of what is to come, in a form: a day gone by is said to be wrong where it is typed, and only there. */
      readonly toCome?: true;
      /** A question asked before it, here or in the same entry, whose day this one is not before. */
      readonly notBefore?: string;
    })
  /** A time of the day on the clock, 24 hours. */
  | (Asked & { readonly kind: 'time' })
  /** What is paid a week in pounds, from nothing to what no home costs, kept with its pence: "1234.50". */
  | (Asked & { readonly kind: 'money' })
  /** The same few questions as often as needed: one entry for each. */
  | (Asked & { readonly kind: 'list'; readonly of: readonly PlainQuestion[]; readonly entry: string });

/** What can be chosen, in the order in which it is shown. */
export const optionsShown = ({
  options,
  order,
}: {
  readonly options: Options;
  readonly order?: readonly string[];
}): readonly (readonly [string, string])[] =>
  order === undefined
    ? Object.entries(options)
    : order.flatMap((key): readonly (readonly [string, string])[] => {
        const words = options[key];
        return words === undefined ? [] : [[key, words]];
      });

/** A question that an entry of a list may hold: lists are not nested. */
export type PlainQuestion = Exclude<FormQuestion, { readonly kind: 'list' }>;

/** What was answered: a word or words for a plain question, entries for a list. Left out where there is none. */
export type Answer = string | readonly string[] | readonly Entry[];
export type Entry = Readonly<Record<string, string | readonly string[]>>;
export type Answers = Readonly<Record<string, Answer>>;

export const questionsOf = (form: Form): readonly FormQuestion[] =>
  form.sections.flatMap(({ questions }) => questions);

const textOf = (answer: Answer | undefined): readonly string[] =>
  answer === undefined
    ? []
    : typeof answer === 'string'
      ? [answer]
      : answer.filter((one) => typeof one === 'string');

/** Whether a question is asked, given the answers so far. What is no longer asked is kept, and counts for nothing. */
export const isAsked = ({ when }: Pick<FormQuestion, 'when'>, answers: Answers): boolean =>
  when === undefined || textOf(answers[when.question]).some((one) => when.is.includes(one));

/** The questions that are asked of a child of an age: all of them, where it is not known. */
export const askedAtAge = (
  questions: readonly FormQuestion[],
  age: number | undefined,
): readonly FormQuestion[] =>
  age === undefined
    ? questions
    : questions.filter(
        ({ ages: { from = 0, below = Number.POSITIVE_INFINITY } = {} }) => from <= age && age < below,
      );
