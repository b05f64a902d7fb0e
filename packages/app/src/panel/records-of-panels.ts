import {
  ALL_PANELS,
  addDays,
  type CaseEvent,
  type Day,
  ENTRY_PANEL,
  type EntryDecision,
  MEETING,
  minDay,
  PANEL_OUTCOMES,
  type PanelHearingTold,
  type PanelId,
  type PanelOutcome,
  pencePerWeek,
  RESOURCES_PANEL,
  type Records,
  SUPPORT,
  supportAgreed,
} from '@rightplace/domain';
import type { CaseEventInto } from '@rightplace/store';
import { byCase, dayOf, type EventsOfProcess, type ToldByCases } from '../ledger/told-by-cases.ts';

type Told = Pick<Records, 'panelHearings' | 'entryDecisions' | 'panelSupport'>;

const LISTED = 'listed';
const isOutcome = (state: string): state is PanelOutcome => Object.hasOwn(PANEL_OUTCOMES, state);

const statesOf = ({ id, states }: { readonly id: string; readonly states: object }) => ({
  workflow: id,
  states: [LISTED, ...Object.keys(states).filter(isOutcome)],
  andSaidThere: true as const,
});

export const PANELS_TOLD: ToldByCases = {
  states: [statesOf(ENTRY_PANEL), statesOf(RESOURCES_PANEL)],
  said: [MEETING, SUPPORT],
};

/** A hearing, and what happened to its case up to it. */
interface Heard extends PanelHearingTold {
  readonly events: readonly CaseEventInto[];
}

/** What panels heard, decided about care and agreed to give. Once a panel has heard anybody, all of it is kept. */
export const recordsOfPanels = (eventsOf: EventsOfProcess): Told => {
  const cases = ALL_PANELS.flatMap((panel) => byCase(eventsOf(panel)).map((own) => hearingsIn(panel, own)));
  const heard = cases.flat();
  if (heard.length === 0) return {};
  return {
    panelHearings: heard.map(({ events: _, ...hearing }) => hearing),
    entryDecisions: heard.flatMap(decisionsIn),
    panelSupport: cases.flatMap((own) => own.flatMap((each, i) => supportOf(each, own[i + 1]?.on))),
  };
};

/** A case is heard at the meeting that it was listed for last. */
const hearingsIn = (panel: PanelId, own: readonly CaseEventInto[]): readonly Heard[] => {
  let meeting: Day | null = null;
  return own.flatMap((event, i) => {
    if (event.to === LISTED) meeting = dayOf(event.said, MEETING) ?? meeting;
    if (event.from !== LISTED || !isOutcome(event.to) || meeting === null) return [];
    return [{ child: event.child, panel, on: meeting, outcome: event.to, events: own.slice(0, i + 1) }];
  });
};

const DECISIONS: Partial<Record<PanelOutcome, EntryDecision['decision']>> = {
  'care-agreed': 'came-into-care',
  diverted: 'kept-at-home',
  'return-planned': 'reunited',
};

const decisionsIn = ({ child, on, outcome }: Heard): readonly EntryDecision[] => {
  const decision = DECISIONS[outcome];
  return decision === undefined ? [] : [{ child, on, decision }];
};

/** What was agreed at a hearing, until the case is heard again: then that hearing says what is given. */
const supportOf = (
  { child, panel, on, events }: Heard,
  heardAgain: Day | undefined,
): NonNullable<Told['panelSupport']> =>
  supportAgreed({ events: events.map(asCaseEvent) }).flatMap(({ weekly, starts = on, ends }) => {
    // The last day that was said is a day on which it is given.
    const over = [ends && addDays(ends, 1), heardAgain].filter((day) => day !== undefined);
    return [
      {
        child,
        panel,
        agreedOn: on,
        starts,
        ends: over.length === 0 ? null : over.reduce(minDay),
        weekly: pencePerWeek(weekly),
      },
    ];
  });

const asCaseEvent = (event: CaseEventInto, i: number): CaseEvent => ({
  number: i + 1,
  at: event.at,
  step: event.to,
  kind: event.kind as CaseEvent['kind'],
  by: null,
  from: event.from,
  to: event.to,
  said: event.said as CaseEvent['said'],
  evidence: null,
  key: '',
});
