import type { Answers } from '../form/form.ts';
import { hasWords } from '../form/has-words.ts';
import type { Fault } from '../form/read-answers.ts';
import { BEFORE_MOVE } from '../placement-request/states.ts';
import { approvedSince, type StandingNow } from './disclosure.ts';
import { type EntryKind, LATE_WHY } from './log-entry.ts';
import { isSentBefore } from './outside-tiers.ts';
import { wordIn } from './said-in-entry.ts';

const isBeforeMove = (state: string): boolean => BEFORE_MOVE.some((one) => one === state);

/** Whether an approach is still written down though a home is approved: what was done is not lost, and no answer to it is. */
export const takesLateApproach = (state: string): boolean => isBeforeMove(state) || state === 'moved';

/** Whether an approach wants a reason: it was not made before the approval, or nobody logged it until the child had moved. */
export const isLate = (now: StandingNow, said: Answers): boolean => {
  if (!takesLateApproach(now.state)) return false;
  const since = approvedSince(now);
  return !isBeforeMove(now.state) || since === undefined || !isSentBefore(since, said);
};

/** Whether an approach says why it is late, where it is. */
export const saysWhyLate = (now: StandingNow, said: Answers): boolean =>
  !isLate(now, said) || hasWords(wordIn(said[LATE_WHY]));

/** That an approach which is late says nothing of why, where the form cannot know it before; after the move it always asks. */
export const findLateFault = (kind: EntryKind, said: Answers, now: StandingNow): readonly Fault[] =>
  kind !== 'approach' || !isBeforeMove(now.state) || wordIn(said[LATE_WHY]) !== '' || saysWhyLate(now, said)
    ? []
    : [
        {
          question: LATE_WHY,
          sentence:
            'Say why it is logged after a home was approved. It is not asked where it was made before: on a day before the approval, or on its day at a time before it',
        },
      ];
