import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Taken } from '../../test/cases.ts';
import { logOf, searchCase } from '../../test/search-cases.ts';
import { PLACEMENT_REQUEST } from '../placement-request/placement-request.ts';
import { offeredByMove } from './offered-by-move.ts';
import { searchFrom } from './search.ts';

const officer = (...steps: readonly string[]): readonly Taken[] =>
  steps.map((step): Taken => [step, 'paige', 'placements-officer']);
const stepOf = (id: string) =>
  PLACEMENT_REQUEST.steps.find((step) => step.id === id) ?? assert.fail(`There is no step ${id}`);
const { events } = searchCase([
  ['submit', 'jo', 'social-worker'],
  ...officer('permit', 'take-on', 'ready', 'share-offers'),
  ['choose', 'jo', 'social-worker'],
  ['agree-choice', 'tess', 'team-manager'],
  ...officer('agree-terms', 'propose'),
  ['approve', 'ada', 'director'],
  ...officer('notify', 'send-contract', 'confirm-move'),
]);
const confirmed = events.findLast(({ step }) => step === 'confirm-move')?.said['moves-on'];
const chosenOf = (said: Readonly<Record<string, string>>) =>
  searchFrom(logOf(['approach', null], ['offer', 1, said])).offers[0] ?? assert.fail('no offer');
const HOME = { home: 'Samphire Lodge', 'home-kind': 'childrens-home', postcode: 'PE21 0AB', urn: 'SC990100' };

test('whoever records a move finds the day that was confirmed and the home that was offered filled in', () => {
  const approved = { events, chosen: chosenOf(HOME), home: undefined };
  assert.equal(typeof confirmed, 'string');
  assert.deepEqual(offeredByMove(stepOf('moved-home'), approved), {
    'moved-on': confirmed,
    'moved-before-why': 'What was said of: moved-before-why',
    home: 'Samphire Lodge',
    'home-type': 'K2',
    'home-provider': 'PR1',
    'home-postcode': 'PE21 0AB',
    'home-urn': 'SC990100',
  });
  assert.equal(offeredByMove(stepOf('moved-in'), approved)['placed-on'], confirmed);
});

test('the register comes before the offer, and of carers nobody guesses which of six types they are', () => {
  const home = {
    id: 7,
    providerId: 1,
    name: 'Tern House',
    type: 'K1',
    kind: 'childrens-home',
    urn: null,
    postcode: 'PE22 0AB',
    inHouse: false,
    standings: [],
    terms: [],
    judgements: [],
    exemptions: [],
    fees: [],
  } as const;
  const known = offeredByMove(stepOf('moved-home'), { events, chosen: chosenOf(HOME), home });
  assert.deepEqual(
    [known['home'], known['home-type'], known['home-postcode'], known['home-urn']],
    ['Tern House', 'K1', 'PE22 0AB', 'SC990100'],
  );
  const carer = { events, chosen: chosenOf({ home: 'Brackenhill' }), home: undefined };
  const told = offeredByMove(stepOf('moved-home'), carer);
  assert.deepEqual([told['home'], told['home-type']], ['Brackenhill', undefined]);
  const odd = offeredByMove(stepOf('moved-home'), {
    events,
    chosen: chosenOf(HOME),
    home: { ...home, type: 'Z1' },
  });
  assert.equal(odd['home-type'], undefined, 'nothing is offered that cannot be chosen');
});

test('nothing is offered where no move is recorded', () => {
  const approved = { events, chosen: chosenOf(HOME), home: undefined };
  for (const { id, asks } of PLACEMENT_REQUEST.steps)
    if (id !== 'moved-in' && id !== 'moved-home')
      assert.deepEqual(offeredByMove({ id, asks }, approved), {}, id);
  assert.deepEqual(offeredByMove(stepOf('moved-home'), undefined), {});
});
