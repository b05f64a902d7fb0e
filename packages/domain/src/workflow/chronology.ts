import { roleTitle } from '../access/role.ts';
import { parseDay } from '../calendar/day.ts';
import type { Moment } from '../calendar/moment.ts';
import { dayInWords } from '../calendar/words.ts';
import { type Answer, type Answers, type FormQuestion, isAsked, type PlainQuestion } from '../form/form.ts';
import { formatMoney } from '../money/format-money.ts';
import { parseMoney } from '../money/parse-money.ts';
import type { CaseEvent, CaseNow } from './case.ts';
import type { Doer } from './part.ts';
import { findTold, stateMeaning, type Workflow } from './workflow.ts';

/** An answer as it is read: its question as it was worded, and a paragraph for each thing said. */
export interface Said {
  readonly label: string;
  /** A choice, a line, a day or a time: read beside its question, and not under it. */
  readonly isBrief: boolean;
  readonly paragraphs: readonly string[];
  /** Of a list: each of its entries, answer by answer, for pages that show more than a line of each. */
  readonly entries?: readonly (readonly SaidOfEntry[])[];
}

/** One answer of an entry of a list. */
export interface SaidOfEntry {
  readonly label: string;
  readonly text: string;
}

/** One line of a case's story. */
export interface ChronologyLine {
  readonly number: number;
  readonly at: Moment;
  /** "Jo Park, social worker, put the request before the team manager". */
  readonly sentence: string;
  readonly said: readonly Said[];
}

/** A choice that is not offered any more may have been of a day. */
const dayOrWords = (word: string): string => {
  const day = parseDay(word);
  return day === undefined ? word : dayInWords(day);
};

const moneyInWords = (word: string): string => {
  const read = parseMoney(word);
  return read.kind === 'refused' ? word : formatMoney(read.pence);
};

const plainInWords = (question: PlainQuestion, answer: string | readonly string[]): string => {
  const words = typeof answer === 'string' ? [answer] : answer;
  if (question.kind === 'one-of' || question.kind === 'any-of')
    return words.map((word) => question.options[word] ?? dayOrWords(word)).join('; ');
  const [word = ''] = words;
  if (question.kind === 'money') return moneyInWords(word);
  return question.kind === 'day' ? dayOrWords(word) : words.join('\n');
};

/** One after another, each ended once. */
const asSentences = (parts: readonly string[]): string =>
  parts.map((part, i) => (i === parts.length - 1 || /[.!?]$/.test(part) ? part : `${part}.`)).join(' ');

const entriesOf = (of: readonly PlainQuestion[], answer: Answer): readonly (readonly SaidOfEntry[])[] =>
  (typeof answer === 'string' ? [] : answer).flatMap((entry) =>
    typeof entry === 'string'
      ? []
      : [
          of.flatMap((one) => {
            const given = entry[one.name];
            return given === undefined ? [] : [{ label: one.label, text: plainInWords(one, given) }];
          }),
        ],
  );

/** An entry of a list on one line. A question mark needs no colon after it. */
const onOneLine = (entry: readonly SaidOfEntry[]): string =>
  asSentences(entry.map(({ label, text }) => `${label}${label.endsWith('?') ? '' : ':'} ${text}`));

const answerInWords = (
  question: FormQuestion,
  answer: Answer,
): Pick<Said, 'isBrief' | 'paragraphs' | 'entries'> => {
  if (question.kind !== 'list')
    return {
      isBrief: question.kind !== 'text',
      paragraphs: [plainInWords(question, answer as string | readonly string[])],
    };
  const entries = entriesOf(question.of, answer);
  return { isBrief: false, paragraphs: entries.map(onOneLine), entries };
};

/** Answers as they are read and printed, in the order asked; what is no longer asked, and a list of nothing, is left out. */
export const answersInWords = (questions: readonly FormQuestion[], answers: Answers): readonly Said[] =>
  questions.flatMap((question) => {
    const answer = answers[question.name];
    const isNothing = question.kind === 'list' && answer?.length === 0;
    return answer === undefined || isNothing || !isAsked(question, answers)
      ? []
      : [{ label: question.label, ...answerInWords(question, answer) }];
  });

/** "Jo Park, social worker"; of whoever stands in, both whose role it is and who did it: "Sam Reed, acting for Ada Osei as director". */
export const doerInWords = ({ person, part, name }: Doer, nameOf: (person: string) => string): string => {
  const role = roleTitle(part.role).toLowerCase();
  return part.actingFor === undefined
    ? `${name ?? nameOf(person)}, ${role}`
    : `${nameOf(person)}, acting for ${nameOf(part.actingFor)} as ${role}`;
};

const toldOf = (workflow: Workflow, { kind, step: id, from, to }: CaseEvent): string => {
  if (kind === 'begin') return workflow.begins.told;
  const { lapses, opens } = from === null ? {} : stateMeaning(workflow, from);
  if (kind === 'lapse') return lapses?.told ?? 'lapsed';
  if (kind === 'follow')
    return opens?.outcomes.find((outcome) => outcome.to === to)?.told ?? 'decided on the case opened from it';
  return findTold(workflow, id)?.told ?? 'took a step that this process no longer has';
};

/** What happened to a case, in words, newest first. */
export const chronologyOf = (
  workflow: Workflow,
  { events }: CaseNow,
  nameOf: (person: string) => string,
): readonly ChronologyLine[] =>
  events
    .map((event): ChronologyLine => {
      const words = findTold(workflow, event.step);
      const who = event.by === null ? 'It' : `${doerInWords(event.by, nameOf)},`;
      const word = event.wordOf === undefined ? '' : ` ${doerInWords(event.wordOf, nameOf)}`;
      return {
        number: event.number,
        at: event.at,
        sentence: `${who} ${toldOf(workflow, event)}${word}`,
        said: answersInWords(words?.asks ?? [], event.said),
      };
    })
    .toReversed();
