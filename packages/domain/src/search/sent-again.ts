import type { Day } from '../calendar/day.ts';
import { momentInWords } from '../calendar/london-time.ts';
import type { Answers } from '../form/form.ts';
import { sameAnswers } from '../form/merge-answers.ts';
import { readAnswers } from '../form/read-answers.ts';
import { TELLS_NOBODY } from '../profile/findings-in-message.ts';
import { type Refusal, refused } from '../refusal/refusal.ts';
import { answersInWords } from '../workflow/chronology.ts';
import {
  type EntryKind,
  entryMeaning,
  LATE_WHY,
  OUTSIDE_TIERS_WHY,
  PASSED_OVER_WHY,
  type SearchEntry,
} from './log-entry.ts';
import { asksOfEntry } from './outside-tiers.ts';
import { ALL_SEARCH_TIERS } from './tiers.ts';

export type WrittenOtherwise = Refusal<'written-otherwise'> & {
  /** The approach that was written by the form; undefined where it wrote another entry. */
  readonly approach?: number;
};

interface Sent {
  readonly kind: EntryKind;
  readonly about: number | null;
  readonly typed: Readonly<Record<string, unknown>>;
}

/** Asked as a search stands: once said, or once it stands otherwise, a form does not ask them. */
const NOT_ALWAYS_ASKED = [OUTSIDE_TIERS_WHY, PASSED_OVER_WHY, LATE_WHY] as const;

/** How words were looked at is put together when they are written. */
const compared = (answers: Answers, typed: Sent['typed']): Answers =>
  Object.fromEntries(
    Object.entries(answers).filter(
      ([name]) =>
        name !== TELLS_NOBODY && (typed[name] !== undefined || !NOT_ALWAYS_ASKED.some((one) => one === name)),
    ),
  );

const saysTheSame = (entry: SearchEntry, { kind, about, typed }: Sent, today: Day): boolean => {
  const asks = asksOfEntry(kind, {
    outside: entry.said[OUTSIDE_TIERS_WHY] === undefined ? [] : ALL_SEARCH_TIERS,
    passedOver: entry.said[PASSED_OVER_WHY] === undefined ? [] : ALL_SEARCH_TIERS,
    late: 'where-late',
  });
  const { answers } = readAnswers(asks, typed, today);
  return (
    entry.kind === kind &&
    entry.about === about &&
    sameAnswers(compared(entry.said, typed), compared(answers, typed))
  );
};

const inOneLine = ({ kind, said }: SearchEntry): string =>
  answersInWords(entryMeaning(kind).asks, said)
    .map(({ label, paragraphs }) => `${label} ${paragraphs.join(' ')}`)
    .join(' · ');

/** That a form was sent before and said something else then; undefined where it is the same form sent twice. */
export const findSaidOtherwise = (
  entry: SearchEntry,
  sent: Sent,
  today: Day,
): WrittenOtherwise | undefined => {
  if (saysTheSame(entry, sent, today)) return undefined;
  const said = inOneLine(entry);
  return {
    ...refused(
      'written-otherwise',
      `This form was sent before, on ${momentInWords(entry.at)}, and what it said then is written down${said === '' ? '' : `: ${said}`}. What it says now is not. Send it now, and it is written as another entry beside that one.`,
    ),
    ...(entry.kind === 'approach' ? { approach: entry.number } : {}),
  };
};
