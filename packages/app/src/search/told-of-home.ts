import {
  APPROVED_AFTER_MOVE,
  type CaseNow,
  type ChronologyLine,
  REFUSED_AFTER_MOVE,
  TERMS_AGAIN,
} from '@rightplace/domain';

const APPROVED_BY_WORD = 'approve-by-word';
const PROPOSED_BY: ReadonlySet<string> = new Set([
  'choose',
  'agree-choice',
  'agree-terms',
  TERMS_AGAIN,
  'propose',
]);
const DECIDED_BY: ReadonlySet<string> = new Set([
  'approve',
  APPROVED_BY_WORD,
  APPROVED_AFTER_MOVE,
  REFUSED_AFTER_MOVE,
  'give-back',
  'look-on',
]);

/** How the home that is chosen came to be put to the director, and what they decided of it: each oldest first. */
export interface ToldOfHome {
  readonly proposal: readonly ChronologyLine[];
  readonly decisions: readonly ChronologyLine[];
}

/** A director who answers for a word of theirs decides of the home by whose approval the word was. */
export const toldOfHome = (
  { events, words }: Pick<CaseNow, 'events' | 'words'>,
  lines: readonly ChronologyLine[],
): ToldOfHome => {
  const chosen = events.findLast(({ step }) => step === 'choose')?.number;
  if (chosen === undefined) return { proposal: [], decisions: [] };
  const since = events.filter(({ number }) => number >= chosen);
  const approvals = new Set(since.flatMap(({ number, step }) => (step === APPROVED_BY_WORD ? [number] : [])));
  const answers = words.flatMap(({ number, answer }) =>
    answer !== undefined && approvals.has(number) ? [answer.number] : [],
  );
  const told = (by: ReadonlySet<string>, besides: readonly number[] = []): readonly ChronologyLine[] => {
    const numbers = new Set([
      ...since.flatMap(({ number, step }) => (by.has(step) ? [number] : [])),
      ...besides,
    ]);
    return lines.filter(({ number }) => numbers.has(number)).toReversed();
  };
  return { proposal: told(PROPOSED_BY), decisions: told(DECIDED_BY, answers) };
};
