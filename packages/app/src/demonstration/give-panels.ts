import {
  ALL_PANELS,
  type Answers,
  type ChildId,
  type ChildRecord,
  type Day,
  londonDayOf,
  moment,
  PALAC,
  type PanelId,
} from '@rightplace/domain';
import {
  addCaseLink,
  appendAudit,
  asTenant,
  asTenantReading,
  findEvidence,
  holdRecord,
  listAuthorities,
  listCases,
  listPanelMeetings,
  listSettings,
  loadLedger,
  type PanelMeeting,
  savePanelMeeting,
  setSetting,
  type Tx,
} from '@rightplace/store';
import { loadAccessFacts } from '../child/load-children.ts';
import { PANEL_SETTINGS } from '../settings/panel-settings.ts';
import type { World } from '../world.ts';
import { colleaguesIn, type InventedRequest, keepCase } from './give-requests.ts';

/** What the demonstration package makes of panels. */
interface InventedPanels {
  readonly since: Day;
  readonly meetings: readonly {
    readonly panel: PanelId;
    readonly on: Day;
    readonly startsAt: string;
    readonly place: string;
    readonly chair: string;
    readonly members: readonly string[];
    readonly arrangedBy: string;
    readonly arrangedOn: Day;
  }[];
  readonly cases: readonly (InventedRequest & { readonly from: number | undefined })[];
}

type InventPanels = (asked: {
  readonly staff: ReturnType<typeof colleaguesIn>;
  readonly children: readonly ChildRecord[];
  readonly requests: readonly {
    readonly id: number;
    readonly child: ChildId;
    readonly begunBy: string;
    readonly answers: Answers;
  }[];
  readonly asOf: Day;
}) => InventedPanels;

/**
 * Gives a demonstration in which nobody ever said whether it runs panels both of them, with meetings past and to come and
 * children before each. No real authority is given any.
 */
export const givePanels = async (
  { db, now }: Pick<World, 'db' | 'now'>,
  invent: InventPanels,
): Promise<void> => {
  for (const { code: authorityId, demonstration } of await listAuthorities(db)) {
    if (!demonstration || !(await asTenantReading(db, { authorityId }, neverSaid))) continue;
    await asTenant(db, { authorityId }, async (tx) => {
      // Whoever starts at the same moment waits, and then finds it said.
      await holdRecord(tx);
      if (await neverSaid(tx)) await give(tx, now, invent);
    });
  }
};

const KEYS = new Set(ALL_PANELS.map((panel) => PANEL_SETTINGS[panel].key));
const neverSaid = async (tx: Tx): Promise<boolean> =>
  (await listSettings(tx)).every(({ key }) => !KEYS.has(key)) && (await listPanelMeetings(tx)).length === 0;

/** Requests for care that were sent on at least once, with what they say. */
const requestsThere = async (tx: Tx): Promise<Parameters<InventPanels>[0]['requests']> => {
  const requests = (await listCases(tx)).filter(({ workflow }) => workflow === PALAC.id);
  return Promise.all(
    requests.map(async ({ id, child, begunBy }) => ({
      id,
      child,
      begunBy: String(begunBy),
      answers: (await findEvidence(tx, id))?.answers ?? {},
    })),
  );
};

const keepMeetings = async (tx: Tx, meetings: InventedPanels['meetings']): Promise<void> => {
  for (const { arrangedBy, arrangedOn, chair, members, ...meeting } of meetings) {
    const arranged: PanelMeeting = {
      ...meeting,
      revision: 1,
      chair: Number(chair),
      members: [],
      calledOff: false,
    };
    const savedBy = Number(arrangedBy);
    await savePanelMeeting(tx, { ...arranged, savedBy, savedAt: moment(`${arrangedOn}T10:00:00Z`) });
    // Who was there is said while they are there.
    if (members.length > 0)
      await savePanelMeeting(tx, {
        ...arranged,
        revision: 2,
        members,
        savedBy,
        savedAt: moment(`${meeting.on}T09:35:00Z`),
      });
  }
};

const give = async (tx: Tx, now: World['now'], invent: InventPanels): Promise<void> => {
  const { staff } = await loadAccessFacts(tx);
  const { children } = await loadLedger(tx);
  const asOf = londonDayOf(now());
  const { since, meetings, cases } = invent({
    staff: colleaguesIn(staff, asOf),
    children,
    requests: await requestsThere(tx),
    asOf,
  });
  if (meetings.length === 0) return;
  for (const panel of ALL_PANELS)
    await setSetting(tx, { key: PANEL_SETTINGS[panel].key, value: true, starts: since, clock: now });
  await keepMeetings(tx, meetings);
  const teams = [...staff.teams.values()];
  for (const one of cases) {
    const [begun] = one.events;
    const id = await keepCase(tx, one, teams.find(({ name }) => name === one.team)?.id ?? null);
    if (one.from !== undefined && begun !== undefined)
      await addCaseLink(tx, { case: id, from: one.from, by: Number(one.begunBy), at: begun.at });
  }
  await appendAudit(tx, {
    at: now(),
    actor: 'command line',
    action: 'demonstration-panels-given',
    detail: { meetings: meetings.length, cases: cases.length },
  });
};
