import { type Day, day, type PanelId, type Role } from '@rightplace/domain';
import { answersTo } from '../../domain/test/cases.ts';
import { openFromCase } from '../src/cases/open-from-case.ts';
import { takeStep } from '../src/cases/take-step.ts';
import { type MeetingToSave, saveMeeting } from '../src/panel/arrange-meeting.ts';
import { changeSetting } from '../src/settings/change-settings.ts';
import { PANEL_SETTINGS } from '../src/settings/panel-settings.ts';
import type { SignedIn } from '../src/sign-in/visitor.ts';
import { aChild } from './children-world.ts';
import { anEntryWorld, type EntryWorld } from './entry-world.ts';

export const TODAY = day('2026-11-23');

export interface PanelWorld extends EntryWorld {
  /** Says that the authority runs both panels. */
  readonly runPanels: () => Promise<void>;
  readonly arrange: (who: SignedIn, said?: Partial<MeetingToSave>) => ReturnType<typeof saveMeeting>;
  /** A meeting that has met today under whoever is named to chair it, with who was there. */
  readonly meet: (panel: PanelId, chair?: Role, on?: Day) => Promise<void>;
  /** Takes a step with everything answered as its page asks it. */
  readonly step: (
    who: SignedIn,
    id: number,
    step: string,
    said?: Readonly<Record<string, unknown>>,
  ) => ReturnType<typeof takeStep>;
  /** A request for care that waits for the director. */
  readonly withDirector: (number: string) => Promise<number>;
  /** Restricts a child's record. */
  readonly restrict: (number: string) => Promise<void>;
  /** A referral opened from a request, filled in and sent, by whoever. */
  readonly refer: (from: number, who: SignedIn) => Promise<number>;
}

const MEETING: MeetingToSave = {
  panel: 'entry-to-care-panel',
  on: day('2026-12-01'),
  basedOn: 0,
  startsAt: '09:30',
  place: 'County Hall, room 4',
  chair: '',
  members: '',
  calledOff: false,
};

export const aPanelWorld = async (): Promise<PanelWorld> => {
  const world = await anEntryWorld();
  const runPanels = async (): Promise<void> => {
    const admin = await world.as('administrator');
    for (const { key } of Object.values(PANEL_SETTINGS)) {
      const changed = await changeSetting(world, admin, { key, value: 'yes', from: TODAY });
      if (changed.kind === 'refused') throw new Error(changed.sentence);
    }
  };
  const arrange: PanelWorld['arrange'] = (who, said = {}) => saveMeeting(world, who, { ...MEETING, ...said });
  const meet: PanelWorld['meet'] = async (panel, role = 'reviewing-officer', on = TODAY) => {
    const hub = await world.as('placements-officer');
    const chair = String((await world.as(role)).person.id);
    const first = await arrange(hub, { panel, on, chair });
    const members = 'Gwen Hale\nDr Ash O’Neill, health';
    const met = await arrange(hub, { panel, on, chair, basedOn: 1, members });
    for (const saved of [first, met]) if (saved.kind === 'refused') throw new Error(saved.sentence);
  };
  const step: PanelWorld['step'] = async (who, id, name, said = {}) => {
    const view = await world.seenBy(who, id);
    const [seen, steps] = view.kind === 'case' ? [view.seen, view.steps] : [0, []];
    const asks = steps.find((one) => one.id === name)?.asks ?? [];
    return takeStep(world, who, {
      id,
      step: name,
      key: `${name} ${seen}`,
      seen,
      said: { ...answersTo(asks), ...said },
    });
  };
  const withDirector = async (number: string): Promise<number> => {
    const ana = (await world.signIn(world.ana)).signedIn;
    const id = await world.begin(number);
    await world.fillIn(id, ana);
    const way: readonly (readonly [string, Role | undefined])[] = [
      ['submit', undefined],
      ['support', 'team-manager'],
      ['authorise', 'group-manager'],
    ];
    for (const [name, role] of way) {
      const taken = await step(role === undefined ? ana : await world.as(role), id, name);
      if (taken.kind === 'refused') throw new Error(taken.sentence);
    }
    return id;
  };
  const refer = async (from: number, who: SignedIn): Promise<number> => {
    const opened = await openFromCase(world, who, {
      id: from,
      key: `refer ${from}`,
      to: 'entry-to-care-panel',
    });
    if (opened.kind === 'refused') throw new Error(opened.sentence);
    await world.fillIn(opened.id, who);
    const sent = await step(who, opened.id, 'refer');
    if (sent.kind === 'refused') throw new Error(sent.sentence);
    return opened.id;
  };
  const restrict: PanelWorld['restrict'] = async (number) => {
    const details = { givenName: 'Lark', familyName: 'Brindle', dateOfBirth: day('2015-04-05') };
    await world.saveChildren([aChild(number, { details, restricted: true })], world.now());
  };
  return { ...world, restrict, runPanels, arrange, meet, step, withDirector, refer };
};
