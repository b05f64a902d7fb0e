import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attempt, commandTo, type Taken } from '../../test/cases.ts';
import { askedNow, searchCase } from '../../test/search-cases.ts';
import type { Role } from '../access/role.ts';
import { decidedOtherwise } from './decided-by.ts';
import { EVERY_WORKFLOW } from './every-workflow.ts';
import type { Part } from './part.ts';
import { WORD_OF } from './word.ts';
import { STEP_KINDS, type Step, type Workflow } from './workflow.ts';

const officer = (...steps: readonly string[]): readonly Taken[] =>
  steps.map((step): Taken => [step, 'paige', 'placements-officer']);
const ASKED: readonly Taken[] = [['submit', 'jo', 'social-worker']];
const SEARCHED: readonly Taken[] = [...ASKED, ...officer('permit', 'take-on', 'ready')];
const PROPOSED: readonly Taken[] = [
  ...SEARCHED,
  ...officer('share-offers'),
  ['choose', 'jo', 'social-worker'],
  ['agree-choice', 'tess', 'team-manager'],
  ...officer('agree-terms', 'propose'),
];
const PERMITTED: readonly Taken[] = [
  ...ASKED,
  ...officer('ask-director'),
  ['director-permits', 'ada', 'director'],
  ...officer('take-on', 'ready'),
];
const FELL_THROUGH: readonly Taken[] = [
  ...PROPOSED,
  ['approve', 'ada', 'director'],
  ...officer('fell-through'),
];
const DECLINED: readonly Taken[] = [
  ...SEARCHED,
  ...officer('all-tiers-by-word'),
  ['confirm', 'ada', 'director'],
  ...officer('share-offers'),
  ['decline-all', 'jo', 'social-worker'],
];

/** What becomes of all tiers at once, by the director and by an officer who writes down their word. */
const allTiers = (steps: readonly Taken[], by: string, part: Part): readonly string[] => {
  const now = searchCase(steps);
  const workflow = askedNow(now);
  const own = attempt(workflow, now, commandTo(workflow, now, 'all-tiers', { by, parts: [part] }));
  const paige = { by: 'paige', parts: [{ role: 'placements-officer' as const }] };
  const command = commandTo(workflow, now, 'all-tiers-by-word', paige);
  const at = { 'given-on': '2026-11-02', 'given-at': command.at.slice(11, 16) };
  const said = { ...command.said, ...at, [WORD_OF]: by };
  const word = attempt(workflow, now, { ...command, said }, { partsOf: () => [part] });
  return [own, word].map((answer) => (answer.kind === 'refused' ? answer.name : answer.kind));
};

test('in an emergency a director orders all tiers, whatever they decided of the same search before as director', () => {
  for (const steps of [PERMITTED, FELL_THROUGH, DECLINED])
    assert.deepEqual(allTiers(steps, 'ada', { role: 'director' }), ['decided', 'decided']);
  assert.deepEqual(
    allTiers(FELL_THROUGH, 'gwen', { role: 'director', actingFor: 'ada' }),
    ['decided', 'decided'],
    'and whoever stands in for them',
  );
});

test('whoever decided in another part does not, nor stands in for whoever does, nor anybody for them', () => {
  const director: Role = 'director';
  for (const [by, actingFor] of [['tess'], ['tess', 'ada'], ['ada', 'tess']] as const) {
    const part: Part = { role: director, ...(actingFor === undefined ? {} : { actingFor }) };
    assert.deepEqual(allTiers(FELL_THROUGH, by, part), ['had-a-part', 'not-said'], `${by} for ${actingFor}`);
  }
  const both = new Map([['kit', new Set<Role>(['team-manager', 'director'])]]);
  assert.ok(decidedOtherwise(both, 'kit', { role: 'director' }), 'once at each level is at two');
  assert.ok(!decidedOtherwise(new Map(), 'kit', { role: 'director' }));
});

const decides = ({ kind, word }: Step): boolean => word !== undefined || STEP_KINDS[kind].decides;
const rolesOf = ({ who, word }: Step): readonly Role[] => word ?? who;

/** Decisions that come after another of the same role while nothing was sent on anew, given back or denied between the two. */
const secondOfARole = ({ steps }: Workflow): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const first of steps.filter((step) => decides(step) && step.kind !== 'return')) {
    const reached = new Set(first.to === undefined ? first.from : [first.to]);
    for (const state of reached)
      for (const step of steps.filter(({ from }) => from.includes(state))) {
        if (decides(step) && rolesOf(step).some((role) => rolesOf(first).includes(role))) found.add(step.id);
        if (!['submit', 'return', 'deny'].includes(step.kind)) reached.add(step.to ?? state);
      }
  }
  return found;
};

test('in no process are two levels of one decision of the same role: all tiers alone is asked again of a director, and a home after a denial', () => {
  for (const workflow of EVERY_WORKFLOW)
    assert.deepEqual(
      [...secondOfARole(workflow)].toSorted(),
      workflow.id === 'placement-request'
        ? ['all-tiers', 'all-tiers-by-word', 'approve-after-move', 'refuse-after-move']
        : [],
      workflow.id,
    );
});
