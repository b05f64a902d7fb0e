import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attempt, commandTo, withNamed } from '../../test/cases.ts';
import {
  ENTRY_PANEL_STATES,
  entryPanelIn,
  RESOURCES_PANEL_STATES,
  resourcesPanelIn,
} from '../../test/panel-cases.ts';
import { ALL_ROLES, type Role } from '../access/role.ts';
import type { CaseNow } from '../workflow/case.ts';
import type { Step, Workflow } from '../workflow/workflow.ts';
import { ENTRY_PANEL } from './entry-panel.ts';
import { RESOURCES_PANEL } from './resources-panel.ts';

type Row = readonly [from: string, role: Role, to: string];
type Table = Readonly<Record<string, readonly Row[]>>;

const rows = (from: readonly string[], roles: readonly Role[], to: string): readonly Row[] =>
  from.flatMap((state) => roles.map((role): Row => [state, role, to]));

const WORKERS: readonly Role[] = ['social-worker', 'team-manager', 'group-manager'];
const HUB_TOO: readonly Role[] = [...WORKERS, 'placements-officer'];
const CHAIRS: readonly Role[] = ['group-manager', 'director', 'reviewing-officer'];
const KEEP: readonly Role[] = ['placements-officer', 'group-manager', 'reviewing-officer'];

/** Who may do what where: written down a second time, from what each panel is to be and not from the tables. */
const ENTRY_MAY: Table = {
  refer: rows(['draft', 'more-information'], WORKERS, 'referred'),
  list: rows(['referred', 'listed'], KEEP, 'listed'),
  'agree-care': rows(['listed'], CHAIRS, 'care-agreed'),
  divert: rows(['listed'], CHAIRS, 'diverted'),
  'to-legal-gateway': rows(['listed'], CHAIRS, 'legal-gateway'),
  'ask-more': rows(['listed'], CHAIRS, 'more-information'),
  review: rows(['care-agreed', 'diverted', 'legal-gateway'], KEEP, 'reviewed'),
  withdraw: rows(['draft', 'referred', 'listed', 'more-information'], WORKERS, 'withdrawn'),
};

const HEARD = ['support-agreed', 'move-agreed', 'return-planned', 'refused'];
const RESOURCES_MAY: Table = {
  refer: rows(['draft'], HUB_TOO, 'referred'),
  list: rows(['referred', 'listed'], KEEP, 'listed'),
  'agree-support': rows(['listed'], CHAIRS, 'support-agreed'),
  'agree-move': rows(['listed'], CHAIRS, 'move-agreed'),
  'plan-return': rows(['listed'], CHAIRS, 'return-planned'),
  refuse: rows(['listed'], CHAIRS, 'refused'),
  'follow-up': rows(HEARD, ['social-worker', 'team-manager', 'placements-officer'], 'followed-up'),
  close: rows(['followed-up'], KEEP, 'closed'),
  'put-again': rows(['followed-up'], HUB_TOO, 'referred'),
  withdraw: rows(['draft', 'referred', 'listed'], HUB_TOO, 'withdrawn'),
};

interface Panel {
  readonly workflow: Workflow;
  readonly may: Table;
  readonly states: readonly string[];
  readonly caseIn: (state: string) => CaseNow;
}

const PANELS: readonly Panel[] = [
  {
    workflow: withNamed(ENTRY_PANEL, 'somebody new'),
    may: ENTRY_MAY,
    states: ENTRY_PANEL_STATES,
    caseIn: (state) => entryPanelIn(state as (typeof ENTRY_PANEL_STATES)[number]),
  },
  {
    workflow: withNamed(RESOURCES_PANEL, 'somebody new'),
    may: RESOURCES_MAY,
    states: RESOURCES_PANEL_STATES,
    caseIn: (state) => resourcesPanelIn(state as (typeof RESOURCES_PANEL_STATES)[number]),
  },
];

/** Where a process allows what the table written here does not, or refuses what it allows. */
const unlikeTheTable = ({ may, states, caseIn }: Panel, workflow: Workflow): readonly string[] =>
  states.flatMap((state) => {
    const now = caseIn(state);
    return workflow.steps.flatMap(({ id, kind }) =>
      ALL_ROLES.flatMap((role) => {
        const by = kind === 'withdraw' ? 'jo' : 'somebody new';
        const answer = attempt(workflow, now, commandTo(workflow, now, id, { by, parts: [{ role }] }));
        const row = may[id]?.find(([from, who]) => from === state && who === role);
        return (answer.kind === 'decided' ? answer.event.to : undefined) === row?.[2]
          ? []
          : [`${id} in ${state} by ${role}`];
      }),
    );
  });

for (const panel of PANELS) {
  const { workflow, may, states, caseIn } = panel;

  test(`${workflow.title}: every step, in every state, by every role, is allowed as its table says and no other`, () => {
    assert.deepEqual(unlikeTheTable(panel, workflow), []);
    assert.deepEqual(
      states.map((state) => caseIn(state).state),
      Object.keys(workflow.states),
      'every state was tried',
    );
    assert.deepEqual(Object.keys(may).toSorted(), workflow.steps.map(({ id }) => id).toSorted());
  });

  test(`${workflow.title}: whoever referred a child says nothing for the panel, whatever else they are`, () => {
    const now = caseIn('listed');
    for (const { id, kind, from, who } of workflow.steps) {
      if (!from.includes('listed') || (kind !== 'authorise' && kind !== 'reject' && kind !== 'return'))
        continue;
      for (const role of who) {
        const answer = attempt(workflow, now, commandTo(workflow, now, id, { by: 'jo', parts: [{ role }] }));
        assert.equal(answer.kind === 'refused' && answer.name, 'own-request', `${id} by ${role}`);
        const acting = { by: 'sam', parts: [{ role, actingFor: 'jo' }] };
        const stoodInFor = attempt(workflow, now, commandTo(workflow, now, id, acting));
        assert.equal(stoodInFor.kind === 'refused' && stoodInFor.name, 'own-request', `${id} for jo`);
      }
    }
  });

  test(`${workflow.title}: nothing is heard before its meeting has come, or listed where none is arranged`, () => {
    const heard = workflow.steps.filter(({ needs }) => needs?.includes('meeting-held'));
    assert.ok(heard.length >= 4);
    for (const { id, who } of heard) {
      const now = caseIn('listed');
      const chair = { by: 'somebody new', parts: who.map((role) => ({ role })) };
      const answer = attempt(workflow, now, commandTo(workflow, now, id, chair), {
        isMet: (need) => need !== 'meeting-held',
      });
      assert.equal(answer.kind === 'refused' && answer.name, 'need-not-met', id);
    }
    const waiting = caseIn('referred');
    const hub = { by: 'paige', parts: [{ role: 'placements-officer' as const }] };
    const listing = attempt(workflow, waiting, commandTo(workflow, waiting, 'list', hub), {
      isMet: (need) => need !== 'meeting-arranged',
    });
    assert.equal(listing.kind === 'refused' && listing.name, 'need-not-met');
  });
}

/** Steps that somebody who is not named could take in this part, of all that are for whoever is named. */
const takenBy = (
  workflow: Workflow,
  now: CaseNow,
  who: { readonly by: string; readonly actingFor?: string },
): readonly string[] =>
  workflow.steps.flatMap(({ id, from, who: roles }) => {
    if (!from.includes('listed') || !roles.includes('reviewing-officer') || id === 'list') return [];
    const { by, ...acting } = who;
    const parts = roles.map((role) => ({ role, ...acting }));
    return attempt(workflow, now, commandTo(workflow, now, id, { by, parts })).kind === 'decided' ? [id] : [];
  });

test('only whoever is named to chair the meeting, or stands in for them, says what the panel made of a case', () => {
  for (const { workflow, states, caseIn } of PANELS) {
    const now = caseIn('listed');
    assert.ok(states.includes('listed'));
    const all = takenBy(workflow, now, { by: 'somebody new' });
    assert.ok(all.length >= 4);
    assert.deepEqual(takenBy(workflow, now, { by: 'sam', actingFor: 'somebody new' }), all);
    assert.deepEqual(takenBy(workflow, now, { by: 'sam' }), []);
    assert.deepEqual(takenBy(workflow, now, { by: 'sam', actingFor: 'tess' }), []);
    const nobody = {
      ...workflow,
      steps: workflow.steps.map((step) => ({ ...step, ...withoutPerson(step) })),
    };
    assert.deepEqual(takenBy(nobody, now, { by: 'somebody new' }), [], 'nobody while nobody is named');
  }
});

const withoutPerson = ({ only }: Step): Partial<Step> =>
  only === undefined ? {} : { only: { as: only.as } };

test('a panel that hears what is not listed, or lets the hub decide, would be noticed', () => {
  const [entry] = PANELS as readonly [Panel];
  const changed = (id: string, changes: Partial<Step>): Workflow => ({
    ...entry.workflow,
    steps: entry.workflow.steps.map((step): Step => (step.id === id ? { ...step, ...changes } : step)),
  });
  assert.deepEqual(unlikeTheTable(entry, changed('divert', { from: ['listed', 'referred'] })), [
    'divert in referred by group-manager',
    'divert in referred by director',
    'divert in referred by reviewing-officer',
  ]);
  assert.deepEqual(unlikeTheTable(entry, changed('agree-care', { who: [...CHAIRS, 'placements-officer'] })), [
    'agree-care in listed by placements-officer',
  ]);
});
