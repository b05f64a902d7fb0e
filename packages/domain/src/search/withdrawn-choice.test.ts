import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moment } from '../calendar/moment.ts';
import { withdrawnChoiceInWords } from './withdrawn-choice.ts';

const WITHDRAWN = { home: 'Brackenhill', withdrawn: { at: moment('2026-11-23T10:00:00Z'), words: 'Let' } };
const saidIn = (state: string) => withdrawnChoiceInWords({ state }, WITHDRAWN as never);

test('of a chosen offer that was withdrawn it is said who gives the choice up wherever it stands', () => {
  const who = {
    'social-work-decision': /the team manager takes the step “Give the choice back”/,
    negotiation: /the placements officer takes the step “Nothing was agreed: choose again”/,
    checks: /the placements officer takes the step “A check failed: choose again”/,
    'with-director': /takes the step “Do not approve: have another home looked for”/,
    approved: /the placements officer takes the step “It came to nothing: look on”/,
    'move-date-confirmed': /the placements officer takes the step “It came to nothing: look on”/,
  };
  for (const [state, words] of Object.entries(who)) assert.match(saidIn(state) ?? '', words, state);
  assert.match(
    saidIn('checks') ?? '',
    /^Brackenhill is chosen, and its provider withdrew the offer on 23 November 2026/,
  );
});

test('nothing is said of an offer that stands, of none, or once nobody can give the choice up', () => {
  assert.equal(
    withdrawnChoiceInWords({ state: 'checks' }, { home: 'Brackenhill', withdrawn: undefined }),
    undefined,
  );
  assert.equal(withdrawnChoiceInWords({ state: 'checks' }, undefined), undefined);
  assert.equal(saidIn('moved'), undefined);
  assert.equal(saidIn('closed'), undefined);
});
