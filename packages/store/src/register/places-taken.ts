import {
  type BlockReason,
  type Day,
  type Filled,
  type Moment,
  moment,
  type PlaceBlock,
  type PlaceHold,
  type PlaceTaken,
} from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';

interface Row {
  readonly id: number;
  readonly setting_id: number;
  readonly place: number;
  readonly kind: 'hold' | 'block';
  readonly case_id: number | null;
  readonly reason: BlockReason | null;
  readonly note: string | null;
  readonly from: Moment;
  readonly until: Moment | null;
  readonly ended: 'released' | 'filled' | null;
  readonly filled_on: Day | null;
  readonly lengthened: readonly { readonly from: string; readonly at: string }[];
}

const COLUMNS = sql`id, setting_id, place, kind, case_id, reason, note, coalesce(lower(during), made_at) as "from",
  case when isempty(during) then made_at else upper(during) end as until, ended, filled_on, lengthened`;

const takenFrom = (row: Row): PlaceTaken => {
  const { id, setting_id: settingId, place, from, until } = row;
  return row.kind === 'hold'
    ? ({
        kind: 'hold',
        id,
        settingId,
        place,
        caseId: row.case_id as number,
        from,
        until: until as Moment,
        ended: row.ended,
        filledOn: row.filled_on,
        lengthened: row.lengthened.map((one) => ({ from: moment(one.from), at: moment(one.at) })),
      } satisfies PlaceHold)
    : ({
        kind: 'block',
        id,
        settingId,
        place,
        reason: row.reason as BlockReason,
        note: row.note,
        from,
        until,
      } satisfies PlaceBlock);
};

/** What is taken at a moment or later, and of one setting or search all there ever was when no moment is said. */
export const listPlacesTaken = async (
  tx: Tx,
  asked: { readonly settingId?: number; readonly caseId?: number; readonly endsAfter?: Moment },
): Promise<readonly PlaceTaken[]> => {
  const { settingId, caseId, endsAfter } = asked;
  const { rows } = await sql<Row>`select ${COLUMNS} from place_taken
    where authority_id = (select current_authority())
      ${settingId === undefined ? sql`` : sql`and setting_id = ${settingId}`}
      ${caseId === undefined ? sql`` : sql`and case_id = ${caseId}`}
      ${endsAfter === undefined ? sql`` : sql`and during && tstzrange(${endsAfter}::timestamptz, null)`}
    order by lower(during), id`.execute(tx);
  return rows.map(takenFrom);
};

export const findPlaceTaken = async (tx: Tx, id: number): Promise<PlaceTaken | undefined> => {
  const { rows } = await sql<Row>`select ${COLUMNS} from place_taken
    where authority_id = (select current_authority()) and id = ${id}`.execute(tx);
  return rows[0] && takenFrom(rows[0]);
};

/** When a place was taken, why it was held for longer, and who ended it when and why, where somebody did. */
export interface WordsOfPlace {
  readonly madeAt: Moment;
  readonly lengthenedWhy: string | null;
  readonly endedBy: number | null;
  readonly endedAt: Moment | null;
  readonly why: string | null;
}

export const wordsOfPlace = async (tx: Tx, id: number): Promise<WordsOfPlace | undefined> => {
  const { rows } = await sql<WordsOfPlace>`
    select made_at as "madeAt", lengthened_why as "lengthenedWhy", ended_by as "endedBy", ended_at as "endedAt", why
    from place_taken where authority_id = (select current_authority()) and id = ${id}`.execute(tx);
  return rows[0];
};

/** From which day until which a block was made, whatever became of it since; undefined where nothing was written of that. */
export const daysOfBlock = async (
  tx: Tx,
  { id, settingId }: { readonly id: number; readonly settingId: number },
): Promise<{ readonly from: Day; readonly lastDay: Day | null } | undefined> => {
  const { rows } = await sql<{ from: Day; lastDay: Day | null }>`
    select detail ->> 'from' as "from", detail ->> 'lastDay' as "lastDay" from audit
    where authority_id = (select current_authority()) and action = 'place-blocked'
      and subject_kind = 'setting' and subject_id = ${String(settingId)} and (detail ->> 'block')::bigint = ${id}`.execute(
    tx,
  );
  return rows[0];
};

/** What this form of this person's made already, if it was sent before. */
export const findPlaceTakenByKey = async (
  tx: Tx,
  { madeBy, key }: { readonly madeBy: number; readonly key: string },
): Promise<PlaceTaken | undefined> => {
  const { rows } = await sql<Row>`select ${COLUMNS} from place_taken
    where authority_id = (select current_authority()) and made_by = ${madeBy} and key = ${key}`.execute(tx);
  return rows[0] && takenFrom(rows[0]);
};

/** Every place that was filled, and the child of its search. */
export const listFilled = async (tx: Tx): Promise<readonly Filled[]> => {
  const { rows } = await sql<Filled>`
    select t.setting_id as "settingId", child.local_id as child, t.filled_on as "filledOn"
    from place_taken t
    join workflow_case c on c.authority_id = t.authority_id and c.id = t.case_id
    join child on child.authority_id = c.authority_id and child.id = c.child_id
    where t.authority_id = (select current_authority()) and t.ended = 'filled'`.execute(tx);
  return rows;
};

/** Until the transaction ends nobody else takes a place of the setting, so what is read of it can be decided upon. */
export const holdSettingPlaces = async (tx: Tx, settingId: number): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(current_authority() || ' places of ' || ${settingId}::text, 0))`.execute(
    tx,
  );
};

export type PlaceToTake = {
  readonly settingId: number;
  readonly place: number;
  readonly from: Moment;
  readonly madeBy: number | null;
  readonly madeAt: Moment;
  readonly key: string;
} & (
  | { readonly kind: 'hold'; readonly caseId: number; readonly until: Moment }
  | {
      readonly kind: 'block';
      readonly reason: BlockReason;
      readonly note: string | null;
      readonly until: Moment | null;
    }
);

/** Takes a place. Undefined when somebody has it for any of that time, or the search has one there already. */
export const takePlace = async (tx: Tx, place: PlaceToTake): Promise<number | undefined> => {
  const [caseId, reason, note] =
    place.kind === 'hold' ? [place.caseId, null, null] : [null, place.reason, place.note];
  const { rows } = await sql<{ id: number }>`
    insert into place_taken (setting_id, place, kind, case_id, reason, note, during, made_by, made_at, key)
    values (${place.settingId}, ${place.place}, ${place.kind}, ${caseId}, ${reason}, ${note},
      tstzrange(${place.from}::timestamptz, ${place.until}::timestamptz), ${place.madeBy}, ${place.madeAt}, ${place.key})
    on conflict do nothing returning id`.execute(tx);
  return rows[0]?.id;
};

/** Cuts short what takes a place. False when it was ended already. */
export const endPlaceTaken = async (
  tx: Tx,
  end: {
    readonly id: number;
    readonly ended: 'released' | 'filled';
    readonly at: Moment;
    readonly by: number;
    readonly why: string | null;
    readonly filledOn: Day | null;
  },
): Promise<boolean> => {
  const { rows } = await sql`
    update place_taken set ended = ${end.ended}, ended_by = ${end.by}, ended_at = ${end.at}, why = ${end.why},
      filled_on = ${end.filledOn}, during = during * tstzrange(null, ${end.at}::timestamptz)
    where authority_id = (select current_authority()) and id = ${end.id}
      and (ended is null or (ended = 'filled' and ${end.ended} = 'released'))
    returning 1`.execute(tx);
  return rows.length === 1;
};

/**
 * Lets a hold that runs go on until a later moment. False when somebody else has the place before then. Whoever calls holds the
 * setting's places.
 */
export const lengthenHeldPlace = async (
  tx: Tx,
  {
    id,
    until,
    why,
    at,
  }: { readonly id: number; readonly until: Moment; readonly why: string; readonly at: Moment },
): Promise<boolean> => {
  const { rows } = await sql`
    update place_taken held set during = tstzrange(lower(during), ${until}::timestamptz),
      lengthened_why = coalesce(nullif(${why}, ''), lengthened_why),
      lengthened = lengthened || jsonb_build_object('from', upper(during), 'at', ${at}::timestamptz)
    where authority_id = (select current_authority()) and id = ${id} and kind = 'hold' and ended is null
      and not exists (select from place_taken other
        where other.authority_id = held.authority_id and other.setting_id = held.setting_id
          and other.place = held.place and other.id <> held.id
          and other.during && tstzrange(lower(held.during), ${until}::timestamptz))
    returning 1`.execute(tx);
  return rows.length === 1;
};
