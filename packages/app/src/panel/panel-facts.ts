import {
  type CaseNow,
  type ChildForAccess,
  type ChildRecord,
  caseFrom,
  chairedOfCase,
  type Day,
  EMERGENCY,
  ENTRY_PANEL,
  hasLeftHome,
  hearingsOf,
  isPanelId,
  listedFor,
  lookedAtAfterMove,
  movedByDeniedWord,
  PALAC,
  type PanelId,
  type PanelView,
  panelViewOf,
  RETURN_HOME,
  type Workflow,
} from '@rightplace/domain';
import {
  findCase,
  listCaseLinks,
  listPanelMeetings,
  type PanelMeeting,
  type StoredCase,
  type Tx,
} from '@rightplace/store';
import { findPanelBeforeHome } from './panel-before-home.ts';
import { panelsRun } from './panels-run.ts';

/** What a case has to do with panels, and a decision on it stands on. */
export interface PanelFacts {
  readonly run: ReadonlySet<PanelId>;
  /** Of the panel whose case it is: every meeting there is or was. */
  readonly meetings: readonly PanelMeeting[];
  /** Of a request for care, or a plan to go home: what the panel that is asked thinks of it, and in which of its cases. */
  readonly view: (PanelView & { readonly caseId: number }) | undefined;
  /** Of a plan to go home: whether the Access to Resources Panel is to be heard first, and has not been. */
  readonly wantsView: boolean;
  /** Of a request for care: whether it decides after an emergency, when the panel is asked after the event. */
  readonly isAfterEmergency: boolean;
  /** Of a request for care: how far the last referral to that panel is; undefined where nobody referred the child. */
  readonly referral: CaseNow | undefined;
}

/** The panel's view on a request for care, given in a case opened from it, or from the emergency it follows. */
const findView = async (
  tx: Tx,
  id: number,
  nameOf: (person: string) => string,
): Promise<Pick<PanelFacts, 'view' | 'referral' | 'isAfterEmergency'>> => {
  const links = await listCaseLinks(tx);
  const before = links.find((link) => link.case === id)?.from;
  const origin = before === undefined ? undefined : await findCase(tx, before);
  const isAfterEmergency = origin?.workflow === EMERGENCY.id;
  const from = links.filter((link) => link.from === id || (isAfterEmergency && link.from === before));
  const opened = await Promise.all(from.map((link) => findCase(tx, link.case)));
  const referrals = opened.flatMap((stored) =>
    stored?.workflow === ENTRY_PANEL.id ? [{ caseId: stored.id, now: caseFrom(stored.events) }] : [],
  );
  const views = referrals.flatMap(({ caseId, now }) => {
    const view = panelViewOf(now, nameOf);
    return view === undefined ? [] : [{ ...view, caseId }];
  });
  // One that was withdrawn tells only where there is no other.
  const last = referrals.findLast(({ now }) => now.state !== 'withdrawn') ?? referrals.at(-1);
  return {
    view: views.toSorted((a, b) => (a.event.at < b.event.at ? -1 : 1)).at(-1),
    referral: last?.now,
    isAfterEmergency,
  };
};

const NO_VIEW = { view: undefined, referral: undefined, wantsView: false, isAfterEmergency: false };

export const loadPanelFacts = async (
  tx: Tx,
  {
    workflow,
    stored,
    today,
    nameOf,
  }: {
    readonly workflow: Workflow;
    readonly stored: Pick<StoredCase, 'id' | 'child'>;
    readonly today: Day;
    readonly nameOf: (person: string) => string;
  },
): Promise<PanelFacts> => ({
  run: await panelsRun(tx, today),
  meetings: isPanelId(workflow.id)
    ? (await listPanelMeetings(tx)).filter(({ panel }) => panel === workflow.id)
    : [],
  ...NO_VIEW,
  ...(workflow.id === PALAC.id ? await findView(tx, stored.id, nameOf) : {}),
  ...(workflow.id === RETURN_HOME.id ? await findPanelBeforeHome(tx, stored, { today, nameOf }) : {}),
});

/**
 * A case's process as lists have it: with whoever is named in it, of a panel's the chair of the meeting that hears the case; and of a
 * search with the director, where the child lives in a home that nobody approved.
 */
export const namedInCase = (
  workflow: Workflow,
  now: CaseNow,
  {
    meetings,
    child,
    today,
  }: {
    readonly meetings: readonly PanelMeeting[];
    readonly child: Pick<ChildRecord, 'placements'> | undefined;
    readonly today: Day;
  },
): Workflow =>
  isPanelId(workflow.id)
    ? chairedOfCase(
        workflow,
        now,
        meetings
          .filter(({ panel, calledOff }) => panel === workflow.id && !calledOff)
          .map(({ on, chair }) => ({ on, chair: chair === null ? undefined : String(chair) })),
      )
    : movedByDeniedWord(now)
      ? lookedAtAfterMove(workflow, now, hasLeftHome(now.events, child?.placements ?? [], today))
      : workflow;

/**
 * A child as the access rules see them, of one case: before a panel, whoever chairs a meeting reaches those listed for it or heard
 * there as well, of whichever service.
 */
export const reachedByChairs = (
  child: ChildForAccess,
  { workflow, now }: { readonly workflow: Workflow; readonly now: CaseNow },
  meetings: readonly PanelMeeting[],
): ChildForAccess => {
  if (!isPanelId(workflow.id)) return child;
  const days = new Set([listedFor(now), ...hearingsOf(now).map(({ on }) => on)]);
  const chairs = meetings.flatMap(({ panel, on, chair }) =>
    panel === workflow.id && days.has(on) && chair !== null ? [String(chair)] : [],
  );
  return { ...child, chairIds: chairs };
};

/** The meetings that a case can be listed for: today's, and those to come. */
export const meetingsToCome = (meetings: readonly PanelMeeting[], today: Day): readonly PanelMeeting[] =>
  meetings.filter(({ on, calledOff }) => on >= today && !calledOff);

/** Whether the meeting that a case is listed for has come, with who was there. */
const hasMet = (meetings: readonly PanelMeeting[], now: CaseNow, today: Day): boolean => {
  const meeting = meetings.find(({ on }) => on === listedFor(now));
  return meeting !== undefined && !meeting.calledOff && meeting.on <= today && meeting.members.length > 0;
};

/** Whether what a step needs of panels is there; undefined for a need that has nothing to do with them. */
export const isMetByPanels = (
  need: string,
  { run, meetings, view, isAfterEmergency, wantsView }: PanelFacts,
  { now, today }: { readonly now: CaseNow; readonly today: Day },
): boolean | undefined => {
  switch (need) {
    case 'panel-view':
      return !run.has('entry-to-care-panel') || isAfterEmergency || view !== undefined;
    case 'panel-heard':
      return !run.has('access-to-resources-panel') || !wantsView;
    case 'panel-wanting':
      return run.has('access-to-resources-panel') && wantsView;
    case 'meeting-arranged':
      return meetingsToCome(meetings, today).length > 0;
    case 'meeting-held':
      return hasMet(meetings, now, today);
    default:
      return undefined;
  }
};
