import {
  type Actor,
  type AttemptRefusal,
  CHAIRS,
  type Day,
  isPanelId,
  londonDayOf,
  mayAttempt,
  type PanelId,
  type Refusal,
  refused,
} from '@rightplace/domain';
import {
  appendAudit,
  asTenant,
  asTenantReading,
  listPanelMeetings,
  type PanelMeeting,
  savePanelMeeting,
  type Tx,
} from '@rightplace/store';
import { loadAccessFacts } from '../child/load-children.ts';
import type { Staff } from '../child/scope.ts';
import { actorAt } from '../delegation/acting.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { faultsOfHeld, wasHeld } from './held-meeting.ts';
import { panelsRun } from './panels-run.ts';
import { tellOfChair } from './tell-of-chair.ts';

export const MEETING_SAVED = 'panel-meeting-saved';

/** A meeting as it is typed. */
export interface MeetingToSave {
  readonly panel: string;
  readonly on: Day | undefined;
  /** The revision that was changed; 0 for a meeting that is new. */
  readonly basedOn: number;
  readonly startsAt: string;
  readonly place: string;
  /** Nobody yet where it is empty. */
  readonly chair: string;
  /** One name a line. */
  readonly members: string;
  readonly calledOff: boolean;
}

/** What is wrong with what was typed, field by field. */
export interface MeetingFault {
  readonly field: 'day' | 'starts-at' | 'place' | 'chair' | 'members';
  readonly sentence: string;
}

export type MeetingSaved = { readonly kind: 'meeting-saved'; readonly panel: PanelId; readonly on: Day };
export type MeetingRefusal =
  | AttemptRefusal
  | Refusal<'panel-not-run' | 'saved-meanwhile'>
  | (Refusal<'meeting-wrong'> & { readonly faults: readonly MeetingFault[] });

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const LONGEST = 200;
const MOST_MEMBERS = 40;

const tidied = (text: string): string => text.trim().replaceAll(/\s+/g, ' ');
const namesOf = (members: string): readonly string[] =>
  members
    .split('\n')
    .map(tidied)
    .filter((name) => name !== '');

/** Somebody who may chair a panel on a day. */
export interface ChairChoice {
  readonly id: string;
  readonly name: string;
}

export const chairsOn = ({ members }: Pick<Staff, 'members'>, on: Day): readonly ChairChoice[] =>
  [...members.values()]
    .filter(({ roles }) =>
      roles.some(
        ({ role, starts, ends }) =>
          (CHAIRS as readonly string[]).includes(role) && starts <= on && (ends === null || on < ends),
      ),
    )
    .map(({ id, name }) => ({ id: String(id), name }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));

/** Whether somebody else may be named to chair: until the day is over, or it is said who was there, as then it has met. */
const isChairOpen = ({ on, members }: PanelMeeting, today: Day): boolean =>
  on >= today && members.length === 0;

const faultsOf = (
  asked: MeetingToSave,
  {
    before,
    staff,
    today,
    actor,
  }: {
    readonly before: PanelMeeting | undefined;
    readonly staff: Staff;
    readonly today: Day;
    readonly actor: Actor;
  },
): readonly MeetingFault[] => {
  const faults: MeetingFault[] = [];
  const { on, startsAt, place, chair } = asked;
  const names = namesOf(asked.members);
  if (on === undefined) faults.push({ field: 'day', sentence: 'Enter the day on which the panel meets' });
  else if (before === undefined && on < today)
    faults.push({
      field: 'day',
      sentence: 'Enter today or a later day: a meeting is arranged before it is held',
    });
  else if (asked.basedOn === 0 && before !== undefined)
    faults.push({
      field: 'day',
      sentence: 'The panel meets on that day already: open that meeting to change it',
    });
  if (!TIME.test(startsAt.trim()))
    faults.push({ field: 'starts-at', sentence: 'Enter a time of the day, such as 09:30 or 14:00' });
  if (tidied(place) === '' || tidied(place).length > LONGEST)
    faults.push({ field: 'place', sentence: `Enter where it meets, in up to ${LONGEST} characters` });
  if (chair !== '' && !chairsOn(staff, on ?? today).some(({ id }) => id === chair))
    faults.push({ field: 'chair', sentence: 'Choose somebody who may chair on that day' });
  const isChairChanged = asked.basedOn > 0 && before !== undefined && String(before.chair ?? '') !== chair;
  if (isChairChanged && !isChairOpen(before, today))
    faults.push({
      field: 'chair',
      sentence:
        'The chair is changed before the meeting. List its cases for another meeting if nobody can record what it decided',
    });
  if (names.length > 0 && chair === '' && on !== undefined && on <= today)
    faults.push({ field: 'chair', sentence: 'Choose who chaired: nobody else records what was decided' });
  if (names.length > 0 && on !== undefined && on > today)
    faults.push({ field: 'members', sentence: 'Say who was there once the panel has met' });
  if (before !== undefined && asked.basedOn > 0) {
    const chairName = staff.members.get(before.chair ?? 0)?.name ?? 'whoever is named';
    faults.push(...faultsOfHeld(before, { names, calledOff: asked.calledOff }, { actor, chairName }));
  }
  if (names.length > 0 && asked.calledOff && (before === undefined || !wasHeld(before)))
    faults.push({ field: 'members', sentence: 'Nobody was at a meeting that was called off' });
  if (names.length > MOST_MEMBERS || names.some((name) => name.length > LONGEST))
    faults.push({
      field: 'members',
      sentence: `Enter up to ${MOST_MEMBERS} names, each on a line of up to ${LONGEST} characters`,
    });
  return faults;
};

const save = async (
  tx: Tx,
  world: World,
  signedIn: SignedIn,
  asked: MeetingToSave,
): Promise<MeetingSaved | MeetingRefusal> => {
  const today = londonDayOf(world.now());
  const permission = mayAttempt({ actor: signedIn.actor, action: 'arrange-panels', on: today });
  if (permission.kind === 'refused') return permission;
  const { panel, on } = asked;
  if (!isPanelId(panel) || !(await panelsRun(tx, today)).has(panel))
    return refused(
      'panel-not-run',
      'The authority does not run this panel. An administrator says so under settings.',
    );
  const before = (await listPanelMeetings(tx)).find((one) => one.panel === panel && one.on === on);
  const { staff } = await loadAccessFacts(tx);
  const at = world.now();
  const actor = await actorAt(tx, signedIn, { staff, at });
  const faults = faultsOf(asked, { before, staff, today, actor });
  if (on === undefined || faults.length > 0)
    return { ...refused('meeting-wrong', 'Something about the meeting is missing or wrong.'), faults };
  const meeting: PanelMeeting = {
    panel,
    on,
    revision: asked.basedOn + 1,
    startsAt: asked.startsAt.trim(),
    place: tidied(asked.place),
    chair: asked.chair === '' ? null : Number(asked.chair),
    members: namesOf(asked.members),
    calledOff: asked.calledOff,
  };
  const isSaved =
    (before?.revision ?? 0) === asked.basedOn &&
    (await savePanelMeeting(tx, { ...meeting, savedBy: signedIn.person.id, savedAt: at }));
  if (!isSaved)
    return refused(
      'saved-meanwhile',
      'Somebody else has changed this meeting since you opened it. Nothing of yours was recorded: look at it as it is now.',
    );
  await appendAudit(tx, {
    at,
    actor: String(signedIn.person.id),
    action: MEETING_SAVED,
    subject: { kind: 'authority', id: signedIn.authority.id },
    detail: meeting,
  });
  await tellOfChair(tx, { before, meeting }, { by: signedIn.actor.id, at });
  return { kind: 'meeting-saved', panel, on };
};

/** Arranges a meeting, changes it, calls it off, or says who was there. What it was before is kept. */
export const saveMeeting = (
  world: World,
  signedIn: SignedIn,
  asked: MeetingToSave,
): Promise<MeetingSaved | MeetingRefusal> =>
  asTenant(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, (tx) =>
    save(tx, world, signedIn, asked),
  );

/** Who may be chosen to chair, for the form. */
export const listChairs = (world: World, signedIn: SignedIn, on: Day): Promise<readonly ChairChoice[]> =>
  asTenantReading(
    world.db,
    { authorityId: signedIn.authority.id, personId: signedIn.person.id },
    async (tx) => chairsOn((await loadAccessFacts(tx)).staff, on),
  );

export interface MeetingFound {
  readonly kind: 'meeting-found';
  readonly meeting: PanelMeeting;
  readonly chairs: readonly ChairChoice[];
}

/** A meeting as it is kept, to be changed. It names no child. */
export const findMeeting = (
  world: World,
  signedIn: SignedIn,
  { panel, on }: { readonly panel: string; readonly on: string },
): Promise<MeetingFound | AttemptRefusal | Refusal<'no-such-meeting'>> =>
  asTenantReading(
    world.db,
    { authorityId: signedIn.authority.id, personId: signedIn.person.id },
    async (tx) => {
      const today = londonDayOf(world.now());
      const permission = mayAttempt({ actor: signedIn.actor, action: 'arrange-panels', on: today });
      if (permission.kind === 'refused') return permission;
      const meeting = (await listPanelMeetings(tx)).find((one) => one.panel === panel && one.on === on);
      return meeting === undefined
        ? refused('no-such-meeting', 'There is no such meeting.')
        : {
            kind: 'meeting-found',
            meeting,
            chairs: chairsOn((await loadAccessFacts(tx)).staff, meeting.on),
          };
    },
  );
