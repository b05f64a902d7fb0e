import {
  ALL_PANELS,
  type AttemptRefusal,
  caseFrom,
  type Day,
  EMERGENCY,
  ENTRY_PANEL,
  hearingsOf,
  listedFor,
  mayAttempt,
  type PanelId,
} from '@rightplace/domain';
import {
  appendAudit,
  asTenant,
  listCaseLinks,
  listPanelMeetings,
  type PanelMeeting,
  type Tx,
} from '@rightplace/store';
import { findWorkflow } from '../cases/workflows.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { type LoadedPanels, loadPanelCases, namedIn, type PanelLine } from './panel-cases.ts';

export const PANELS_LISTED = 'panels-listed';

export interface MeetingLine {
  readonly on: Day;
  readonly startsAt: string;
  readonly place: string;
  readonly chair: string | undefined;
  readonly calledOff: boolean;
  /** How many cases are listed for it, or were heard, whoever may see them. */
  readonly cases: number;
}

export interface PanelShown {
  readonly panel: PanelId;
  /** Today's and those to come, the next first. */
  readonly next: readonly MeetingLine[];
  /** The latest first. */
  readonly past: readonly MeetingLine[];
  /** Waiting to be listed, or to be listed anew as their meeting has gone by or was called off. */
  readonly toList: readonly PanelLine[];
  /** Heard, and to be followed up or looked at again. */
  readonly toFollowUp: readonly PanelLine[];
  /** In care after an emergency, and never put before this panel. */
  readonly toRefer: readonly PanelLine[];
}

export interface PanelsShown {
  readonly kind: 'panels';
  readonly panels: readonly PanelShown[];
  readonly mayArrange: boolean;
  readonly mayRefer: boolean;
  readonly today: Day;
}

const MOST_PAST = 6;
const TO_FOLLOW_UP = new Set([
  'care-agreed',
  'diverted',
  'legal-gateway',
  'support-agreed',
  'move-agreed',
  'return-planned',
  'refused',
  'followed-up',
]);
const IN_CARE_AFTER_EMERGENCY = new Set(['placed', 'denied-placed', 'authorised', 'denied-authorised']);

const longestFirst = (a: PanelLine, b: PanelLine): number =>
  (a.waiting?.due ?? '9') < (b.waiting?.due ?? '9')
    ? -1
    : (a.waiting?.due ?? '9') > (b.waiting?.due ?? '9')
      ? 1
      : a.id - b.id;

/** Emergencies whose child came into care and whom the panel has not been asked about, by themselves or by the full request. */
const neverReferred = async (
  tx: Tx,
  { all, lineOf }: Pick<LoadedPanels, 'all' | 'lineOf'>,
): Promise<readonly PanelLine[]> => {
  const links = await listCaseLinks(tx);
  const byId = new Map(all.map((stored) => [stored.id, stored]));
  const openedFrom = (id: number): readonly number[] =>
    links.flatMap((link) => (link.from === id ? [link.case, ...openedFrom(link.case)] : []));
  return all.flatMap((stored) => {
    const workflow = findWorkflow(stored.workflow);
    if (workflow?.id !== EMERGENCY.id) return [];
    const now = caseFrom(stored.events);
    const isAsked = openedFrom(stored.id).some((id) => {
      const opened = byId.get(id);
      return opened?.workflow === ENTRY_PANEL.id && opened.events.at(-1)?.to !== 'withdrawn';
    });
    if (!IN_CARE_AFTER_EMERGENCY.has(now.state) || isAsked) return [];
    const line = lineOf(stored, workflow, now);
    return line === undefined ? [] : [line];
  });
};

const shownOf = (
  panel: PanelId,
  panels: LoadedPanels,
  meetings: readonly PanelMeeting[],
): Omit<PanelShown, 'toRefer'> => {
  const { cases, loaded, today } = panels;
  const own = cases.filter(({ workflow }) => workflow.id === panel);
  const held = meetings.filter((meeting) => meeting.panel === panel);
  const isToCome = (on: Day | undefined): boolean =>
    held.some((meeting) => meeting.on === on && meeting.on >= today && !meeting.calledOff);
  const lines = (which: (state: string, listed: Day | undefined) => boolean): readonly PanelLine[] =>
    own
      .flatMap(({ now, line }) => (line !== undefined && which(now.state, listedFor(now)) ? [line] : []))
      .toSorted(longestFirst);
  const lineOf = ({ on, startsAt, place, chair, calledOff }: PanelMeeting): MeetingLine => ({
    on,
    startsAt,
    place,
    chair: chair === null ? undefined : loaded.access.staff.members.get(chair)?.name,
    calledOff,
    cases: own.filter(
      ({ now }) => listedFor(now) === on || hearingsOf(now).some((hearing) => hearing.on === on),
    ).length,
  });
  return {
    panel,
    next: held.filter(({ on }) => on >= today).map(lineOf),
    past: held
      .filter(({ on }) => on < today)
      .toReversed()
      .slice(0, MOST_PAST)
      .map(lineOf),
    toList: lines((state, listed) => state === 'referred' || (state === 'listed' && !isToCome(listed))),
    toFollowUp: lines((state) => TO_FOLLOW_UP.has(state)),
  };
};

/** The panels that the authority runs: when they meet, what waits to be listed, what is to be followed up. Who is named is recorded. */
export const showPanels = (world: World, signedIn: SignedIn): Promise<PanelsShown | AttemptRefusal> =>
  asTenant(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, async (tx) => {
    const panels = await loadPanelCases(tx, world, signedIn);
    if (panels.kind === 'refused') return panels;
    const { run, today, at } = panels;
    const meetings = await listPanelMeetings(tx);
    const referable = await neverReferred(tx, panels);
    const shown = ALL_PANELS.filter((panel) => run.has(panel)).map(
      (panel): PanelShown => ({
        ...shownOf(panel, panels, meetings),
        toRefer: panel === ENTRY_PANEL.id ? referable : [],
      }),
    );
    const named = namedIn(
      shown.flatMap(({ toList, toFollowUp, toRefer }) => [...toList, ...toFollowUp, ...toRefer]),
    );
    if (named.length > 0)
      await appendAudit(tx, {
        at,
        actor: String(signedIn.person.id),
        action: PANELS_LISTED,
        subject: { kind: 'authority', id: signedIn.authority.id },
        detail: { children: named },
      });
    const may = (action: 'arrange-panels' | 'refer-to-panel'): boolean =>
      mayAttempt({ actor: signedIn.actor, action, on: today }).kind === 'may';
    return {
      kind: 'panels',
      panels: shown,
      mayArrange: may('arrange-panels'),
      mayRefer: may('refer-to-panel'),
      today,
    };
  });
