import {
  addDays,
  type ChildRecord,
  containsDay,
  countedPlacements,
  type Day,
  episodesFromTimelines,
  HOME_NOTICE,
  type HomeUnderNotice,
  homeNoticeIn,
  type Ledger,
  londonDayOf,
  minDay,
  PLACEMENT_REQUEST,
  type Records,
  stateMeaning,
  TAKEN_BACK_BY,
} from '@rightplace/domain';
import type { CaseEventInto, StepTaken } from '@rightplace/store';
import { dayOf, type EventsOfProcess, type ToldByCases } from '../ledger/told-by-cases.ts';
import { dayOfMove } from './records-of-searches.ts';

const MOVED = 'moved';
const OVER = Object.keys(PLACEMENT_REQUEST.states).filter(
  (state) => state !== MOVED && stateMeaning(PLACEMENT_REQUEST, state).ended === true,
);
const TAKEN_BACK_ON = 'taken-back-on';

/** The steps by which notice is given and taken back. */
export const NOTICE_STEPS_TOLD: readonly string[] = [HOME_NOTICE.id, ...TAKEN_BACK_BY];

export const NOTICES_TOLD: ToldByCases = {
  states: [{ workflow: PLACEMENT_REQUEST.id, states: [MOVED, ...OVER] }],
  said: [],
};

/** When the child left the home they lived in on that day; null where they live there, undefined where they lived in none. */
const leftHome = (record: ChildRecord, on: Day): Day | null | undefined =>
  countedPlacements(episodesFromTimelines(record)).find((home) => containsDay(home, on))?.ends;

/** With the move that the search was for, or with the search. */
const searchOver = (own: readonly CaseEventInto[]): Day | undefined => {
  const end = own.find(({ to }) => to === MOVED || OVER.includes(to));
  return end && ((end.to === MOVED ? dayOfMove(end.said) : null) ?? londonDayOf(end.at));
};

/** Of one search: what was said again takes the place of what was said before, and what was taken back had stood until then. */
const timesOf = (
  steps: readonly StepTaken[],
  own: readonly CaseEventInto[],
  record: ChildRecord,
): readonly HomeUnderNotice[] =>
  steps.flatMap(({ step, said }, at): readonly HomeUnderNotice[] => {
    const given = step === HOME_NOTICE.id ? homeNoticeIn(said) : undefined;
    const next = steps[at + 1];
    if (given === undefined || next?.step === HOME_NOTICE.id) return [];
    // They may have left on the very day: then it is of the home before.
    const before = leftHome(record, addDays(given.givenOn, -1));
    const left = before === undefined ? leftHome(record, given.givenOn) : before;
    if (left === undefined) return [];
    const back = next && (dayOf(next.said, TAKEN_BACK_ON) ?? londonDayOf(next.at));
    const ends = [left, back, searchOver(own)].flatMap((end) => end ?? []);
    const [first, ...more] = ends;
    const end = first === undefined ? null : more.reduce(minDay, first);
    if (end !== null && end <= given.givenOn) return [];
    return [{ child: record.id, starts: given.givenOn, ends: end }];
  });

/** When homes that children lived in were under notice. While none ever was nothing is kept, which is not nought. */
export const recordsOfNotices = (
  steps: readonly StepTaken[],
  eventsOf: EventsOfProcess,
  ledger: Ledger,
): Pick<Records, 'homesUnderNotice'> => {
  if (steps.length === 0) return {};
  const cases = Map.groupBy(eventsOf(PLACEMENT_REQUEST.id), (event) => event.case);
  const children = new Map(ledger.children.map((child) => [child.id, child]));
  return {
    homesUnderNotice: [...Map.groupBy(steps, (step) => step.case)].flatMap(([id, own]) => {
      const record = own[0] && children.get(own[0].child);
      return record === undefined ? [] : timesOf(own, cases.get(id) ?? [], record);
    }),
  };
};
