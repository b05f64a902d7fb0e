import { type FormQuestion, type PlainQuestion, WORD_OF } from '@rightplace/domain';
import type { TypedFields } from '../kit/index.ts';

const PARTS_OF_DAY = ['day', 'month', 'year'] as const;

/** The parts of a day beside each other, as they were typed: "31 2 2026" is a day that nobody could have saved. */
const dayTyped = (sent: URLSearchParams, field: string): string =>
  PARTS_OF_DAY.map((part) => (sent.get(`${field}-${part}`) ?? '').trim())
    .filter((part) => part !== '')
    .join(' ');

const fieldsOf = ({ kind }: PlainQuestion, field: string): readonly string[] =>
  kind === 'day' ? PARTS_OF_DAY.map((part) => `${field}-${part}`) : [field];

const typedTo = (question: PlainQuestion, field: string, sent: URLSearchParams): string => {
  switch (question.kind) {
    case 'day':
      return dayTyped(sent, field);
    case 'one-of':
    case 'any-of':
      return sent
        .getAll(field)
        .map((value) => question.options[value] ?? value)
        .join(', ');
    default:
      return sent.getAll(field).join('\n');
  }
};

interface Asked {
  readonly label: string;
  readonly field: string;
  readonly question: PlainQuestion;
}

/** Each field that a question has, an entry of a list numbered as its form numbers it. */
const askedOf = (questions: readonly FormQuestion[], sent: URLSearchParams): readonly Asked[] =>
  questions.flatMap((question): readonly Asked[] => {
    if (question.kind !== 'list') return [{ label: question.label, field: question.name, question }];
    const places = [...sent.keys()].flatMap((key) => {
      const [name, at] = key.split('.');
      return name === question.name && at !== undefined && /^\d{1,3}$/.test(at) ? [Number(at)] : [];
    });
    const entries = [...new Set(places)].toSorted((a, b) => a - b);
    return entries.flatMap((at) =>
      question.of.map((one) => ({
        label: `${question.entry} ${at + 1}: ${one.label}`,
        field: `${question.name}.${at}.${one.name}`,
        question: one,
      })),
    );
  });

/** What was sent under the questions of the form it was typed into, and the rest by the names of its fields. */
export const typedInWords = (
  sent: URLSearchParams,
  questions: readonly FormQuestion[],
): { readonly said: TypedFields; readonly rest: TypedFields } => {
  const asked = askedOf(questions, sent);
  const known = new Set([...asked.flatMap(({ question, field }) => fieldsOf(question, field)), WORD_OF]);
  return {
    said: asked
      .map(({ label, question, field }) => [label, typedTo(question, field, sent)] as const)
      .filter(([, value]) => value.trim() !== ''),
    rest: [...sent].filter(([name]) => !known.has(name)),
  };
};
