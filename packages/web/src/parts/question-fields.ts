import {
  type Answer,
  type Answers,
  type AskedWhen,
  answersInWords,
  type Entry,
  type Fault,
  type FormQuestion,
  isAsked,
  optionsShown,
  type PlainQuestion,
  WAYS_OF_WRITING,
} from '@rightplace/domain';
import {
  button,
  checkboxes,
  dateInput,
  type FieldError,
  formErrors,
  type Html,
  html,
  input,
  radios,
  textarea,
} from '../kit/index.ts';
import { dayBoxes, dayInBoxes } from './day-boxes.ts';

/** What is shown in a form of questions: answers saved or typed, and what is wrong with them. */
export interface QuestionsView {
  readonly given: Readonly<Record<string, unknown>>;
  readonly faults: readonly Fault[];
  /** Entries to show of each list, where more than are filled in. */
  readonly entries?: Readonly<Record<string, number>> | undefined;
  /** What is said beside a field, by its question. */
  readonly notes?: ReadonlyMap<string, Html> | undefined;
  /** What is said between a question and what can be chosen, by its question. */
  readonly beforeChoices?: ReadonlyMap<string, Html> | undefined;
}

/** The id of the field that a fault is about, so that the summary leads to it. */
export const fieldOf = ({ question, entry }: Fault): string =>
  entry === undefined ? question : `${question}.${entry.at}.${entry.question}`;

export const fieldErrors = (
  faults: readonly Fault[],
  questions: readonly FormQuestion[],
): readonly FieldError[] =>
  faults.map((fault) => {
    const question = questions.find(({ name }) => name === fault.question);
    const field = fieldOf(fault);
    const first =
      question?.kind === 'day'
        ? `${field}-day`
        : question?.kind === 'list' && fault.entry === undefined
          ? `${field}.0.${question.of[0]?.name}`
          : field;
    return { field: first, text: fault.sentence };
  });

const wordOf = (given: unknown): string => (typeof given === 'string' ? given : '');

/** What stands alone comes last, after an “or”; with script it takes the others away. */
const checkboxItems = (
  { options, standsAlone }: Extract<PlainQuestion, { kind: 'any-of' }>,
  chosen: readonly unknown[],
) => {
  const item = (value: string, text: string) => ({ value, text, checked: chosen.includes(value) });
  const others = Object.entries(options).filter(([value]) => value !== standsAlone);
  const items = others.map(([value, text]) => item(value, text));
  const alone = standsAlone === undefined ? undefined : options[standsAlone];
  return standsAlone === undefined || alone === undefined
    ? items
    : [...items, { divider: 'or' }, { ...item(standsAlone, alone), behaviour: 'exclusive' }];
};

interface InField {
  readonly given: unknown;
  readonly error: string | undefined;
  readonly before?: Html | undefined;
}

const plainField = (question: PlainQuestion, id: string, { given, error, before }: InField): Html => {
  const errorMessage = error === undefined ? undefined : { text: error };
  const label = { text: question.optional === true ? `${question.label} (optional)` : question.label };
  const hint = question.hint === undefined ? undefined : { text: question.hint };
  const fieldset = { legend: { ...label, classes: 'govuk-fieldset__legend--s' } };
  const common = { name: id, hint, errorMessage };
  switch (question.kind) {
    case 'line':
      return input({ ...common, id, label: { ...label, classes: 'govuk-label--s' }, value: wordOf(given) });
    case 'text':
      return textarea({
        ...common,
        id,
        rows: question.when === undefined ? '6' : '3',
        label: { ...label, classes: 'govuk-label--s' },
        value: wordOf(given),
      });
    case 'time':
      return input({
        ...common,
        id,
        label: { ...label, classes: 'govuk-label--s' },
        hint: hint ?? { text: 'For example 09:30 or 22:15' },
        classes: 'govuk-input--width-5',
        value: wordOf(given),
      });
    case 'written-as':
      return input({
        ...common,
        id,
        label: { ...label, classes: 'govuk-label--s' },
        hint: hint ?? { text: `For example ${WAYS_OF_WRITING[question.as].example}` },
        classes: 'govuk-input--width-10',
        value: wordOf(given),
      });
    case 'money':
      return input({
        ...common,
        id,
        label: { ...label, classes: 'govuk-label--s' },
        classes: 'govuk-input--width-5',
        prefix: { text: '£' },
        inputmode: 'decimal',
        value: wordOf(given),
      });
    case 'one-of':
      return radios({
        ...common,
        idPrefix: id,
        fieldset,
        formGroup: before && { beforeInputs: { html: before } },
        classes:
          Object.keys(question.options).length <= 3
            ? 'govuk-radios--inline govuk-radios--small'
            : 'govuk-radios--small',
        items: optionsShown(question).map(([value, text]) => ({
          value,
          text,
          checked: given === value,
        })),
      });
    case 'any-of': {
      const chosen = Array.isArray(given) ? given : [given];
      return checkboxes({
        ...common,
        idPrefix: id,
        fieldset,
        classes: 'govuk-checkboxes--small',
        items: checkboxItems(question, chosen),
      });
    }
    case 'day': {
      const parts = dayBoxes(wordOf(given));
      return dateInput({
        id,
        namePrefix: id,
        fieldset,
        hint: hint ?? { text: 'For example 3 11 2026' },
        errorMessage,
        items: (['day', 'month', 'year'] as const).map((name, at) => ({
          name,
          classes: name === 'year' ? 'govuk-input--width-4' : 'govuk-input--width-2',
          value: parts[at],
        })),
      });
    }
  }
};

const entriesOf = (given: unknown): readonly Entry[] =>
  Array.isArray(given) ? given.filter((one) => typeof one === 'object') : [];

const listField = (question: Extract<FormQuestion, { kind: 'list' }>, view: QuestionsView): Html => {
  const { name } = question;
  const entries = entriesOf(view.given[name]);
  const count = Math.max(view.entries?.[name] ?? 0, entries.length, 1);
  const errorOf = (at: number, one: string): string | undefined =>
    view.faults.find(({ question: of, entry }) => of === name && entry?.at === at && entry.question === one)
      ?.sentence;
  const missing = view.faults.find((fault) => fault.question === name && fault.entry === undefined)?.sentence;
  return html`<fieldset class="govuk-fieldset app-entries"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">${question.label}${question.optional === true && ' (optional)'}</legend>
${Array.from(
  { length: count },
  (
    _,
    at,
  ) => html`<div class="app-entries__one">${count > 1 && html`<h3 class="govuk-heading-s">${question.entry} ${at + 1}</h3>`}
${question.of.map((one) => plainField(one, `${name}.${at}.${one.name}`, { given: entries[at]?.[one.name], error: errorOf(at, one.name) ?? (at === 0 && one === question.of[0] ? missing : undefined) }))}</div>`,
)}
${button({ text: `Add another ${question.entry.toLowerCase()}`, name: 'add', value: name, classes: 'govuk-button--secondary' })}
</fieldset>`;
};

const quoted = (words: readonly string[]): string => words.map((one) => `“${one}”`).join(' or ');

/** Which answer brings a question, in the words of the one above; of all but one, the one that does not. */
const broughtBy = ({ question, is }: AskedWhen, questions: readonly FormQuestion[]): string => {
  const asked = questions.find(({ name }) => name === question);
  if (asked === undefined || !('options' in asked)) return `If ${quoted(is)}`;
  const [brings, others] = [true, false].map((wanted) =>
    Object.entries(asked.options).flatMap(([value, text]) => (is.includes(value) === wanted ? [text] : [])),
  ) as [string[], string[]];
  if (asked.kind === 'any-of' && others.length <= 1) return 'If any of these were chosen';
  return others.length === 1 && brings.length > 2 ? `Unless ${quoted(others)}` : `If ${quoted(brings)}`;
};

/** What a question waits for, said where it stands: without script every question of a part is on the page. */
const onlyIf = (when: AskedWhen, questions: readonly FormQuestion[]): Html =>
  html`<p class="govuk-hint app-only-if">${broughtBy(when, questions)}:</p>`;

type Following = FormQuestion & { readonly when: AskedWhen };

const follows = (question: FormQuestion): question is Following => question.when !== undefined;

/** A question that an answer above brings. Where scripts run it is out of sight until then. */
const followingField = (
  { name, when }: Following,
  field: Html,
  {
    questions,
    given,
  }: { readonly questions: readonly FormQuestion[]; readonly given: QuestionsView['given'] },
): Html =>
  html`<div class="app-follows${!isAsked({ when }, given as Answers) && ' app-follows--unasked'}" id="${name}-asked" data-asked-when="${when.question}" data-asked-is="${when.is.join(' ')}">${onlyIf(when, questions)}${field}</div>`;

/** What was on the page is sent along with it, and shown to nobody. */
const carriedFields = ({ name }: FormQuestion, given: unknown): readonly Html[] =>
  [given]
    .flat()
    .filter((one) => typeof one === 'string')
    .map((one) => html`<input type="hidden" name="${name}" value="${one}">`);

/** The fields of some questions, in order. */
export const questionFields = (questions: readonly FormQuestion[], view: QuestionsView): Html =>
  html`${questions.map((question) => {
    if (question.carried === true) return carriedFields(question, view.given[question.name]);
    const error = view.faults.find((fault) => fault.question === question.name)?.sentence;
    const field =
      question.kind === 'list'
        ? listField(question, view)
        : plainField(question, question.name, {
            given: view.given[question.name],
            error,
            before: view.beforeChoices?.get(question.name),
          });
    const beside = html`${field}${view.notes?.get(question.name)}`;
    return follows(question) ? followingField(question, beside, { questions, given: view.given }) : beside;
  })}`;

const plainTyped = (
  form: URLSearchParams,
  question: PlainQuestion,
  id: string,
): string | readonly string[] =>
  question.kind === 'any-of'
    ? form.getAll(id)
    : question.kind === 'day'
      ? dayInBoxes(form, id)
      : (form.get(id) ?? '').replaceAll('\r\n', '\n');

const MOST_ENTRIES = 50;

/** What was typed, as the questions read it. */
export const typedAnswers = (
  form: URLSearchParams,
  questions: readonly FormQuestion[],
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    questions.map((question) => {
      if (question.kind !== 'list') return [question.name, plainTyped(form, question, question.name)];
      const places = [...form.keys()].flatMap((key) => {
        const [name, at] = key.split('.');
        return name === question.name && at !== undefined ? [Number(at)] : [];
      });
      const count = Math.min(Math.max(-1, ...places.filter(Number.isInteger)) + 1, MOST_ENTRIES);
      return [
        question.name,
        Array.from({ length: count }, (_, at) =>
          Object.fromEntries(
            question.of.map((one) => [one.name, plainTyped(form, one, `${question.name}.${at}.${one.name}`)]),
          ),
        ),
      ];
    }),
  );

/** Answers of a part that somebody else has saved meanwhile, beside what was typed. */
/** In the words of the form, as it is read everywhere else. */
export const theirAnswer = (
  question: FormQuestion | undefined,
  answer: Answer | undefined,
): readonly string[] => {
  if (answer === undefined || question === undefined) return ['They left it open.'];
  const { when: _when, ...asked } = question;
  return answersInWords([asked], { [question.name]: answer }).flatMap(({ paragraphs }) => paragraphs);
};

export const errorsOf = (faults: readonly Fault[], questions: readonly FormQuestion[]) =>
  formErrors(fieldErrors(faults, questions));
