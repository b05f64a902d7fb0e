import type { Day } from '../calendar/day.ts';
import { londonDayOf } from '../calendar/london-time.ts';
import { dayInWords } from '../calendar/words.ts';
import type { Answers } from '../form/form.ts';
import { hasWords } from '../form/has-words.ts';
import type { Fault } from '../form/read-answers.ts';
import { BEFORE_MOVE, LOGGED_STATES } from '../placement-request/states.ts';
import { approvedSince, type StandingNow } from './disclosure.ts';
import { type EntryKind, LATE_WHY } from './log-entry.ts';
import { isSentBefore } from './outside-tiers.ts';
import { dayIn, wordIn } from './said-in-entry.ts';

const isBeforeMove = (state: string): boolean => BEFORE_MOVE.some((one) => one === state);

const OVER_WITHOUT_MOVE: ReadonlySet<string> = new Set(['cancelled', 'no-placement-found']);

/** When a search ended in which homes were looked for, and the child came to none by it; undefined for every other. */
export const endedOn = ({ state, events }: StandingNow): Day | undefined => {
  if (!OVER_WITHOUT_MOVE.has(state) || !events.some(({ to }) => LOGGED_STATES.some((one) => one === to)))
    return undefined;
  const ended = events.findLast(({ from, to }) => from !== to);
  return ended && londonDayOf(ended.at);
};

/** Whether an approach is still written down though a home is approved, or the search ended without one: what was done is not lost. */
export const takesLateApproach = (now: StandingNow): boolean =>
  isBeforeMove(now.state) || now.state === 'moved' || endedOn(now) !== undefined;

/** Whether an approach was made after the search had ended, by its day. */
export const isSinceTheEnd = (now: StandingNow, said: Answers): boolean => {
  const [ended, on] = [endedOn(now), dayIn(said['sent-on'])];
  return ended !== undefined && (on === undefined || on > ended);
};

/** Whether an approach wants a reason: it was not made before the approval, or nobody logged it until the child had moved or the search was over. */
export const isLate = (now: StandingNow, said: Answers): boolean => {
  if (!takesLateApproach(now)) return false;
  const since = approvedSince(now);
  return !isBeforeMove(now.state) || since === undefined || !isSentBefore(since, said);
};

/** Whether an approach says why it is late, where it is. */
export const saysWhyLate = (now: StandingNow, said: Answers): boolean =>
  !isLate(now, said) || hasWords(wordIn(said[LATE_WHY]));

/** That an approach which is late says nothing of why, where the form cannot know it before; after the move it always asks. */
export const findLateFault = (kind: EntryKind, said: Answers, now: StandingNow): readonly Fault[] => {
  if (kind !== 'approach') return [];
  const ended = endedOn(now);
  if (ended !== undefined && isSinceTheEnd(now, said))
    return [
      {
        question: 'sent-on',
        sentence: `Enter ${dayInWords(ended)}, when the search ended, or a day before it: whom you asked since is not of this search`,
      },
    ];
  return !isBeforeMove(now.state) || wordIn(said[LATE_WHY]) !== '' || saysWhyLate(now, said)
    ? []
    : [
        {
          question: LATE_WHY,
          sentence:
            'Say why it is logged after a home was approved. It is not asked where it was made before: on a day before the approval, or on its day at a time before it',
        },
      ];
};
