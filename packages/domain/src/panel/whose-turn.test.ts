import assert from 'node:assert/strict';
import { test } from 'node:test';
import { after, answersTo, attempt, commandTo } from '../../test/cases.ts';
import { entryPanelIn } from '../../test/panel-cases.ts';
import type { Role } from '../access/role.ts';
import { ENGLAND_BANK_HOLIDAYS } from '../calendar/bank-holidays.ts';
import { day } from '../calendar/day.ts';
import { moment } from '../calendar/moment.ts';
import { type Colleague, noticesOfEvent, noticesOfOverdue } from '../notification/notices-of-event.ts';
import type { CaseNow } from '../workflow/case.ts';
import { holderOf } from '../workflow/holder.ts';
import { waitingFor } from '../workflow/work-list.ts';
import type { Workflow } from '../workflow/workflow.ts';
import { ENTRY_PANEL } from './entry-panel.ts';
import { MEETING, REVIEW } from './hearing.ts';
import { askedOfCase, chairedOfCase } from './panel-case.ts';

const CLOCK = { calendar: ENGLAND_BANK_HOLIDAYS, spanOf: () => undefined };
const MEETING_ON = day('2026-11-10');
const chairedBy =
  (chair: string | undefined) =>
  (now: CaseNow): Workflow =>
    askedOfCase(chairedOfCase(ENTRY_PANEL, now, [{ on: MEETING_ON, chair }]), now, [MEETING_ON]);
const chaired = chairedBy('gwen');
const take = (now: CaseNow, step: string, by: string, role: Role, said: Record<string, string>): CaseNow => {
  const workflow = chaired(now);
  const asks = workflow.steps.find(({ id }) => id === step)?.asks ?? [];
  const all = { said: { ...answersTo(asks), ...said } };
  const answer = attempt(workflow, now, commandTo(workflow, now, step, { by, parts: [{ role }] }, all));
  if (answer.kind === 'refused') throw new Error(answer.sentence);
  return after(now, answer.event);
};
const listed = take(entryPanelIn('referred'), 'list', 'paige', 'placements-officer', {
  [MEETING]: MEETING_ON,
});
const heard = take(listed, 'divert', 'gwen', 'group-manager', { [REVIEW]: '2026-12-15' });

const KEEPERS: readonly (readonly [string, Role])[] = [
  ['paige', 'placements-officer'],
  ['milo', 'placements-officer'],
  ['gwen', 'group-manager'],
  ['rob', 'reviewing-officer'],
];
const waitsFor = (now: CaseNow, at: string): readonly string[] =>
  KEEPERS.flatMap(([by, role]) => {
    const holder = holderOf(ENTRY_PANEL, now);
    const asked = { by, parts: [{ role }], at: moment(`${at}T12:00:00Z`), holder, ...CLOCK };
    return waitingFor(chaired(now), now, asked)?.for === 'me' ? [by] : [];
  });
const COLLEAGUES = KEEPERS.map(([id, role]): Colleague => ({ id, parts: [{ role }], hasConflict: false }));
const toldOf = (now: CaseNow): readonly string[] => {
  const event = { ...now.events.at(-1), by: null } as CaseNow['events'][0];
  return noticesOfEvent(chaired(now), { event, now }, COLLEAGUES).map(({ to }) => to);
};
const toldLate = (now: CaseNow): readonly string[] =>
  noticesOfOverdue(chaired(now), now, COLLEAGUES).map(({ to }) => to);

test('a referral waits for all who keep agendas until one of them lists it, and then for them and the chair', () => {
  assert.deepEqual(
    waitsFor(entryPanelIn('referred'), '2026-11-02'),
    KEEPERS.map(([id]) => id),
  );
  assert.deepEqual(waitsFor(listed, '2026-11-03'), ['paige', 'gwen']);
  assert.deepEqual(toldLate(listed), ['gwen'], 'the chair decides on it');
});

test('a case that was heard is on nobody’s list until its review is near, then on that of whoever listed it', () => {
  assert.deepEqual(waitsFor(heard, '2026-11-11'), []);
  assert.deepEqual(waitsFor(heard, '2026-12-07'), [], 'six working days before');
  assert.deepEqual(waitsFor(heard, '2026-12-08'), ['paige'], 'five');
  assert.deepEqual(waitsFor(heard, '2026-12-15'), ['paige']);
  assert.deepEqual(
    waitsFor(heard, '2026-12-16'),
    KEEPERS.map(([id]) => id),
    'what is late waits for all who may do it',
  );
  assert.ok(!toldOf(heard).includes('milo') && !toldOf(heard).includes('rob'), 'nothing waits for them');
  assert.deepEqual(toldLate(heard), ['paige'], 'and is told to whose it is');
});

test('a case that is late is told to somebody, whoever of those whose it is has left or was never named', () => {
  const told = (now: CaseNow, workflow: Workflow, colleagues: readonly Colleague[], isLong = false) =>
    noticesOfOverdue(workflow, now, colleagues, { isLong }).map(({ to }) => to);
  const without = (id: string) => COLLEAGUES.filter((one) => one.id !== id);
  assert.deepEqual(told(listed, chairedBy(undefined)(listed), COLLEAGUES), ['paige'], 'nobody chairs it');
  assert.deepEqual(told(listed, chaired(listed), without('gwen')), ['paige'], 'its chair has left');
  assert.deepEqual(
    told(heard, chaired(heard), without('paige')),
    ['milo', 'gwen', 'rob'],
    'its keeper has left',
  );
  assert.deepEqual(
    told(heard, chaired(heard), COLLEAGUES, true),
    ['paige', 'milo', 'gwen', 'rob'],
    'for long',
  );
});
