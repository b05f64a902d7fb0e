import assert from 'node:assert/strict';
import { test } from 'node:test';
import { childId, EXIT_PLAN, moment, RESOURCES_PANEL, RETURN_HOME, STAYING_PUT } from '@rightplace/domain';
import type { CaseEventInto } from '@rightplace/store';
import { recordsOfPanels } from '../panel/records-of-panels.ts';
import { recordsOfLeaving } from './records-of-leaving.ts';

/** What happened to one case: a day, where it was, where it came to, and what was said. */
type Happened = readonly [day: string, from: string, to: string, said?: CaseEventInto['said'], kind?: string];

const of =
  (workflow: string, happened: readonly Happened[]) =>
  (asked: string): readonly CaseEventInto[] =>
    asked !== workflow
      ? []
      : happened.map(([day, from, to, said = {}, kind = 'authorise']) => ({
          workflow,
          case: 1,
          openedFrom: null,
          child: childId('A'),
          at: moment(`${day}T10:00:00Z`),
          kind,
          from,
          to,
          said,
        }));

test('a plan counts from the day it was agreed to the day it was planned anew, and again when it was agreed again', () => {
  const told = recordsOfLeaving(
    of(EXIT_PLAN.id, [
      ['2026-03-02', 'with-manager', 'agreed'],
      ['2026-04-01', 'agreed', 'draft'],
      ['2026-05-04', 'with-manager', 'agreed'],
    ]),
  );
  assert.deepEqual(told, {
    moveOnPlans: [
      { child: 'A', agreedOn: '2026-03-02', takenBackOn: '2026-04-01' },
      { child: 'A', agreedOn: '2026-05-04', takenBackOn: null },
    ],
  });
});

test('staying put that was agreed is a plan for where somebody goes, and going home is one of its own', () => {
  const agreed: readonly Happened[] = [['2026-03-02', 'with-team-manager', 'agreed']];
  const plan = { child: 'A', agreedOn: '2026-03-02', takenBackOn: null };
  assert.deepEqual(recordsOfLeaving(of(STAYING_PUT.id, agreed)), { moveOnPlans: [plan] });
  assert.deepEqual(recordsOfLeaving(of(RETURN_HOME.id, agreed)), { returnHomePlans: [plan] });
  assert.deepEqual(
    recordsOfLeaving(of(EXIT_PLAN.id, [['2026-03-02', '', 'draft']])),
    {},
    'begun is not agreed',
  );
});

test('a case heard again is given what the later hearing agreed, and not what the earlier did besides', () => {
  const support = (what: string, weekly: string) => ({
    support: [{ what, weekly, starts: '2026-03-02', ends: '', owner: 'Jo' }],
  });
  const { panelHearings, panelSupport, entryDecisions } = recordsOfPanels(
    of(RESOURCES_PANEL.id, [
      ['2026-02-20', 'referred', 'listed', { 'meeting-on': '2026-03-02' }, 'record'],
      ['2026-03-02', 'listed', 'support-agreed', support('A mentor', '100')],
      ['2026-04-20', 'referred', 'listed', { 'meeting-on': '2026-05-04' }, 'record'],
      ['2026-05-05', 'listed', 'return-planned', support('Respite', '40')],
    ]),
  );
  assert.deepEqual(
    panelHearings?.map(({ on, outcome }) => [on, outcome]),
    [
      ['2026-03-02', 'support-agreed'],
      ['2026-05-04', 'return-planned'],
    ],
    'by the meeting, whenever it was written down',
  );
  assert.deepEqual(
    panelSupport?.map(({ starts, ends, weekly }) => [starts, ends, weekly]),
    [
      ['2026-03-02', '2026-05-04', 10_000],
      ['2026-03-02', null, 4000],
    ],
  );
  assert.deepEqual(entryDecisions, [{ child: 'A', on: '2026-05-04', decision: 'reunited' }]);
});
