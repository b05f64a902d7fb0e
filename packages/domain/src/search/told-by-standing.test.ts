import assert from 'node:assert/strict';
import { test } from 'node:test';
import { logOf } from '../../test/search-cases.ts';
import { PLACEMENT_REQUEST_STATES } from '../placement-request/states.ts';
import { searchFrom } from './search.ts';
import { toldByStanding } from './told-by-standing.ts';

const HOME = { home: 'Samphire Lodge' };
const { approaches, offers } = searchFrom(
  logOf(['approach', null], ['offer', 1, HOME], ['approach', null], ['offer', 3, { home: 'Gull Rise' }]),
);
const [mine, other] = [approaches[0] ?? assert.fail(), approaches[1] ?? assert.fail()];

const event = (number: number, step: string, to: string, said: object = {}) => ({
  number,
  step,
  from: 'before',
  to,
  said,
  at: `2026-11-${String(number).padStart(2, '0')}T09:00:00.000Z`,
});
const CHOSEN = [
  event(1, 'choose', 'social-work-decision', { offer: 'Offer 1: Samphire Lodge' }),
  event(2, 'approve', 'approved'),
];
const TOLD = [...CHOSEN, event(3, 'notify', 'notified')];
const nowIn = (state: string, events: readonly object[] = TOLD) => ({ state, events }) as never;
const toldNotChosen = (on: string) =>
  ({ ...mine, outcome: { outcome: 'not-chosen', words: '', at: `${on}T09:00:00.000Z` } }) as never;
const kindOf = (...given: Parameters<typeof toldByStanding>) => toldByStanding(...given)?.kind;

test('in each state a provider reads no more than it was told: chosen once that is recorded, and that it has ended', () => {
  const told = ['notified', 'contract', 'move-date-confirmed', 'moved', 'closed'];
  const ended = ['moved', 'placed', 'closed', 'not-permitted', 'no-placement-found', 'cancelled'];
  for (const state of Object.keys(PLACEMENT_REQUEST_STATES)) {
    const untold = ended.includes(state) ? 'ended' : undefined;
    assert.equal(kindOf(nowIn(state), mine, { offers }), told.includes(state) ? 'chosen' : untold, state);
    assert.equal(kindOf(nowIn(state), other, { offers }), untold, `${state}: not chosen`);
    assert.equal(kindOf(nowIn(state, CHOSEN), mine, { offers }), untold, `${state}: nobody recorded it`);
  }
});

test('what came of it is told with it: the contract, whether it is signed, and the day of the move', () => {
  const events = [
    ...TOLD,
    event(4, 'send-contract', 'contract', { 'contract-sent': '2026-11-04' }),
    event(5, 'confirm-move', 'move-date-confirmed', { 'contract-signed': 'yes', 'moves-on': '2026-11-09' }),
  ];
  const at = (state: string, all: readonly object[]) => {
    const told = toldByStanding(nowIn(state, all), mine, { offers, moved: 'chosen-home' });
    assert.ok(told?.kind === 'chosen');
    return [told.home, told.contractSentOn, told.isSigned, told.movedOn];
  };
  assert.deepEqual(at('notified', TOLD), ['Samphire Lodge', undefined, false, undefined]);
  assert.deepEqual(at('move-date-confirmed', events), ['Samphire Lodge', '2026-11-04', true, undefined]);
  const moved = [...events, event(6, 'moved-in', 'moved', { 'placed-on': '2026-11-09' })];
  assert.deepEqual(at('moved', moved), ['Samphire Lodge', '2026-11-04', true, '2026-11-09']);
});

test('an approval that came to nothing, another one told otherwise and a move elsewhere are not told as chosen', () => {
  assert.equal(kindOf(nowIn('with-director'), mine, { offers }), undefined, 'put to the director again');
  assert.equal(kindOf(nowIn('searching'), mine, { offers }), undefined, 'it fell through');
  assert.equal(kindOf(nowIn('moved'), toldNotChosen('2026-11-04'), { offers }), 'ended');
  assert.equal(kindOf(nowIn('moved'), mine, { offers, moved: 'another-home' }), 'ended');
});

test('of what a provider was told at two times the newer stands: not chosen and then chosen, or chosen and then not', () => {
  const before = toldNotChosen('2026-11-02');
  assert.equal(kindOf(nowIn('notified'), before, { offers }), 'chosen');
  assert.equal(
    kindOf(nowIn('notified'), toldNotChosen('2026-11-03'), { offers }),
    undefined,
    'at one moment',
  );
  assert.equal(kindOf(nowIn('notified'), toldNotChosen('2026-11-04'), { offers }), undefined);
});

test('that the child moved in is told of the home that was chosen alone, and that it is not confirmed where the record cannot be read so', () => {
  const all = [...TOLD, event(4, 'moved-in', 'moved', { 'placed-on': '2026-11-09' })];
  const told = (moved?: 'unknown') => toldByStanding(nowIn('moved', all), mine, { offers, moved });
  for (const one of [told('unknown'), told()]) {
    assert.ok(one?.kind === 'chosen');
    assert.deepEqual([one.movedOn, one.isMoveUnconfirmed], [undefined, true]);
  }
  const notMoved = toldByStanding(nowIn('notified'), mine, { offers });
  assert.ok(notMoved?.kind === 'chosen' && !notMoved.isMoveUnconfirmed);
});

test('a provider that was told reads what was agreed for its offer', () => {
  const agreed = event(2, 'agree-terms', 'checks', { 'agreed-weekly': '440' });
  const [choice, ...rest] = TOLD;
  const told = toldByStanding(nowIn('notified', [choice ?? {}, agreed, ...rest]), mine, { offers });
  assert.ok(told?.kind === 'chosen');
  assert.deepEqual([told.offer, told.agreed?.core], [offers[0]?.number, 44000]);
  const without = toldByStanding(nowIn('notified'), mine, { offers });
  assert.ok(without?.kind === 'chosen' && without.agreed === undefined);
});
