import type { Day } from '../calendar/day.ts';
import { momentInWords } from '../calendar/london-time.ts';
import type { Answers } from '../form/form.ts';
import { sameAnswers } from '../form/merge-answers.ts';
import { readAnswers } from '../form/read-answers.ts';
import { TELLS_NOBODY } from '../profile/findings-in-message.ts';
import { type Refusal, refused } from '../refusal/refusal.ts';
import { answersInWords } from '../workflow/chronology.ts';
import type { Approach } from './approach.ts';
import {
  type EntryKind,
  entryMeaning,
  LATE_WHY,
  OUTSIDE_TIERS_WHY,
  PASSED_OVER_WHY,
  type SearchEntry,
} from './log-entry.ts';
import { asksOfEntry } from './outside-tiers.ts';
import { findWrittenAlready } from './same-approach.ts';
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

const readAs = (entry: SearchEntry, { kind, typed }: Sent, today: Day): Answers => {
  const asks = asksOfEntry(kind, {
    outside: entry.said[OUTSIDE_TIERS_WHY] === undefined ? [] : ALL_SEARCH_TIERS,
    passedOver: entry.said[PASSED_OVER_WHY] === undefined ? [] : ALL_SEARCH_TIERS,
    late: 'where-late',
  });
  return readAnswers(asks, typed, today).answers;
};

const saysTheSame = (entry: SearchEntry, { kind, about, typed }: Sent, answers: Answers): boolean =>
  entry.kind === kind &&
  entry.about === about &&
  sameAnswers(compared(entry.said, typed), compared(answers, typed));

const lowered = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);

const inOneLine = ({ kind, said }: SearchEntry): string =>
  answersInWords(entryMeaning(kind).asks, said)
    .map(({ label, paragraphs }) => `${label} ${paragraphs.join(' ')}`)
    .join(' · ');

/**
 * That a form was sent before and said something else then; undefined where it is the same form sent twice. Of the approaches there
 * are none is written a second time.
 */
export const findSaidOtherwise = (
  entry: SearchEntry,
  sent: Sent,
  { today, approaches }: { readonly today: Day; readonly approaches: readonly Approach[] },
): WrittenOtherwise | undefined => {
  const answers = readAs(entry, sent, today);
  if (saysTheSame(entry, sent, answers)) return undefined;
  const there = findWrittenAlready(approaches, sent.kind, answers);
  const next =
    there === undefined
      ? '. Send it now, and it is written as another entry beside that one.'
      : `: ${lowered(there.sentence)}`;
  const said = inOneLine(entry);
  return {
    ...refused(
      'written-otherwise',
      `This form was sent before, on ${momentInWords(entry.at)}, and what it said then is written down${said === '' ? '' : `: ${said}`}. What it says now is not${next}`,
    ),
    ...(entry.kind === 'approach' ? { approach: there?.approach ?? entry.number } : {}),
  };
};
