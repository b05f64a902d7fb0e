import type { Day, Moment, PanelId } from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';

/** A meeting of a panel as it was last saved. */
export interface PanelMeeting {
  readonly panel: PanelId;
  readonly on: Day;
  readonly revision: number;
  /** "09:30". */
  readonly startsAt: string;
  readonly place: string;
  readonly chair: number | null;
  /** Who was there, by name; nobody until it has met. */
  readonly members: readonly string[];
  readonly calledOff: boolean;
}

/** Every meeting there is or was, the earliest first. */
export const listPanelMeetings = async (tx: Tx): Promise<readonly PanelMeeting[]> => {
  const { rows } = await sql<PanelMeeting>`
    select distinct on (panel, meets_on) panel, meets_on as "on", revision, starts_at as "startsAt", place, chair, members,
      called_off as "calledOff"
    from panel_meeting where authority_id = (select current_authority())
    order by panel, meets_on, revision desc`.execute(tx);
  return rows.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
};

/**
 * Saves a meeting as its next revision. False when somebody else has saved that revision: what they said has to be read first.
 */
export const savePanelMeeting = async (
  tx: Tx,
  meeting: PanelMeeting & { readonly savedBy: number; readonly savedAt: Moment },
): Promise<boolean> => {
  const { panel, on, revision, startsAt, place, chair, members, calledOff, savedBy, savedAt } = meeting;
  const { rows } = await sql`
    insert into panel_meeting (panel, meets_on, revision, starts_at, place, chair, members, called_off, saved_by, saved_at)
    values (${panel}, ${on}::date, ${revision}, ${startsAt}, ${place}, ${chair}, ${members}::text[], ${calledOff}, ${savedBy},
      ${savedAt})
    on conflict do nothing returning 1`.execute(tx);
  return rows.length === 1;
};
