import {
  addDays,
  avoidedAWeek,
  avoidedInFull,
  compareMoments,
  dayInWords,
  formatMoneyInFull,
  formatWeekly,
  forumInWords,
  type Moment,
  type Said,
} from '@rightplace/domain';
import type { AvoidanceDecisionKind, StoredAvoidance } from '@rightplace/store';

/** Something about cost avoided, as a chronology tells it. */
export interface AvoidanceTold {
  readonly at: Moment;
  readonly sentence: string;
  readonly said: readonly Said[];
}

const DECIDED: Readonly<Record<AvoidanceDecisionKind, string>> = {
  verified: 'verified a line of cost avoided',
  'sent-back': 'sent a line of cost avoided back',
  'taken-back': 'took a line of cost avoided back',
};

const saying = (label: string, ...paragraphs: readonly string[]): Said => ({
  label,
  isBrief: true,
  paragraphs,
});

const draftedIn = (line: StoredAvoidance): readonly Said[] => {
  const { nights, amount } = avoidedInFull(line);
  return [
    saying(
      line.of,
      `${formatWeekly(line.before)} to ${formatWeekly(line.after)}: ${formatWeekly(avoidedAWeek(line))} less, in ${forumInWords(line.forum)}`,
    ),
    saying(
      'Claimed',
      `${formatMoneyInFull(amount)} for ${nights} nights, ${dayInWords(line.nights.starts)} to ${dayInWords(addDays(line.nights.ends, -1))}`,
    ),
    saying('Why these weeks', line.whyWeeks),
  ];
};

/** What happened to lines of cost avoided, newest first: each that was drafted, and what became of it. */
export const storyOfAvoidance = (
  lines: readonly StoredAvoidance[],
  nameOf: (person: string) => string,
): readonly AvoidanceTold[] =>
  lines
    .flatMap((line): readonly AvoidanceTold[] => [
      {
        at: line.at,
        sentence: `${nameOf(String(line.by))} drafted a line of cost avoided`,
        said: draftedIn(line),
      },
      ...line.decisions.map(({ what, by, at, reason }) => ({
        at,
        sentence: `${nameOf(String(by))} ${DECIDED[what]}`,
        said: [saying('Of', line.of), ...(reason === '' ? [] : [saying('Why', reason)])],
      })),
    ])
    .toReversed()
    .toSorted((a, b) => compareMoments(b.at, a.at));
