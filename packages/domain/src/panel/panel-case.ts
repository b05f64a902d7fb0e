import { type Day, parseDay } from '../calendar/day.ts';
import { dayAndWeekday } from '../calendar/words.ts';
import type { Entry } from '../form/form.ts';
import { formatMoney } from '../money/format-money.ts';
import { parseMoney } from '../money/parse-money.ts';
import { NO_MONEY, type Pence, sumPence } from '../money/pence.ts';
import type { CaseEvent, CaseNow } from '../workflow/case.ts';
import type { Step, Workflow } from '../workflow/workflow.ts';
import { MEETING, SUPPORT } from './hearing.ts';

/** The day of the meeting a case is listed for; undefined where it is not listed. */
export const listedFor = ({ state, events }: CaseNow): Day | undefined =>
  state === 'listed' ? meetingOf(events) : undefined;

const meetingOf = (events: readonly CaseEvent[]): Day | undefined => {
  const on = events.findLast(({ said }) => MEETING in said)?.said[MEETING];
  return typeof on === 'string' ? parseDay(on) : undefined;
};

/** What a meeting made of a case it heard. */
export interface PanelHearing {
  /** The meeting's. */
  readonly on: Day;
  readonly event: CaseEvent;
}

/** Every hearing of a case, oldest first: one that asked for more, and the one that decided after it. */
export const hearingsOf = ({ events }: { readonly events: readonly CaseEvent[] }): readonly PanelHearing[] =>
  events.flatMap((event, at) => {
    const decides = event.kind === 'authorise' || event.kind === 'reject' || event.kind === 'return';
    const on = decides && event.from === 'listed' ? meetingOf(events.slice(0, at)) : undefined;
    return on === undefined ? [] : [{ on, event }];
  });

/** What was agreed to be given. */
export interface SupportItem {
  readonly what: string;
  readonly weekly: Pence;
  readonly starts: Day | undefined;
  readonly ends: Day | undefined;
  readonly owner: string;
}

const wordIn = (entry: Entry, name: string): string => {
  const word = entry[name];
  return typeof word === 'string' ? word : '';
};

/** What the last hearing that decided agreed to give. */
export const supportAgreed = ({
  events,
}: {
  readonly events: readonly CaseEvent[];
}): readonly SupportItem[] => {
  const last = hearingsOf({ events }).findLast(({ event }) => event.kind !== 'return');
  const agreed = last?.event.said[SUPPORT];
  if (agreed === undefined || typeof agreed === 'string') return [];
  return agreed.flatMap((entry) => {
    if (typeof entry === 'string') return [];
    const cost = parseMoney(wordIn(entry, 'weekly'));
    return [
      {
        what: wordIn(entry, 'what'),
        weekly: cost.kind === 'money' ? cost.pence : NO_MONEY,
        starts: parseDay(wordIn(entry, 'starts')),
        ends: parseDay(wordIn(entry, 'ends')),
        owner: wordIn(entry, 'owner'),
      },
    ];
  });
};

/** What all of it costs a week while all of it is given. */
export const weeklyCost = (items: readonly SupportItem[]): Pence =>
  sumPence(items.map(({ weekly }) => weekly));

/** Steps that ask what became of each thing that was agreed. */
const ASKS_AFTER = new Set(['follow-up', 'review']);

const asksFor = (step: Step, now: CaseNow, meetings: readonly Day[]): Step['asks'] => {
  const after = ASKS_AFTER.has(step.id) ? supportAgreed(now) : [];
  return [
    ...step.asks.map((question) =>
      question.name === MEETING
        ? {
            kind: 'one-of' as const,
            name: MEETING,
            label: question.label,
            options: Object.fromEntries(meetings.map((day) => [day, dayAndWeekday(day)])),
          }
        : question,
    ),
    ...after.map(({ what, weekly, owner }, at) => ({
      kind: 'text' as const,
      name: `result-${at + 1}`,
      label: `What came of this: ${what} (${formatMoney(weekly)} a week, ${owner})?`,
    })),
  ];
};

/** A meeting, as far as the cases before it have to do with it. */
export interface MeetingOfCase {
  readonly on: Day;
  /** Nobody while none is named. */
  readonly chair: string | undefined;
}

/** A process with, in each step for somebody who is named, who that is: of a panel, the chair of the meeting that hears the case. */
export const chairedOfCase = (
  workflow: Workflow,
  now: CaseNow,
  meetings: readonly MeetingOfCase[],
): Workflow => {
  const on = listedFor(now);
  const person = meetings.find((meeting) => meeting.on === on)?.chair;
  return {
    ...workflow,
    steps: workflow.steps.map((step) =>
      step.only === undefined ? step : { ...step, only: { ...step.only, person } },
    ),
  };
};

/**
 * A panel's process as it asks of one case: for which of the meetings there are, and what became of each thing that was
 * agreed. The table of the process cannot say either.
 */
export const askedOfCase = (workflow: Workflow, now: CaseNow, meetings: readonly Day[]): Workflow => ({
  ...workflow,
  steps: workflow.steps.map((step) => ({ ...step, asks: asksFor(step, now, meetings) })),
});
