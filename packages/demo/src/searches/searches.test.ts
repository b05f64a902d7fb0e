import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addDays,
  caseFrom,
  day,
  findingsInMessage,
  findTelling,
  NOT_LOOKED_AT,
  NOTHING_KNOWN,
  PLACEMENT_REQUEST,
  READ_BY_PROVIDERS,
  searchFrom,
  stateMeaning,
  storyOf,
  whatIsMissing,
} from '@rightplace/domain';
import { demonstration } from '../demonstration.ts';
import { inventSearches } from './invent-searches.ts';
import { SEARCHES_TOLD } from './searches-told.ts';

const asOf = day('2026-11-21');
const authority = demonstration({ seed: 'northmarsh', asOf });
const services = new Map(authority.teams.map(({ name, service }) => [name, service]));
const invented = (on = asOf, children = authority.children) =>
  inventSearches({ staff: authority.staff, services, children, asOf: on });
const searches = invented();
const stateOf = ({ events }: (typeof searches)[number]): string => caseFrom(events).state;

test('every search that is told is invented, a dozen live ones and some that ended, each for another child', () => {
  assert.equal(searches.length, SEARCHES_TOLD.length);
  assert.equal(new Set(searches.map(({ child }) => child)).size, searches.length);
  const live = searches.filter((one) => stateMeaning(PLACEMENT_REQUEST, stateOf(one)).ended !== true);
  assert.ok(live.length >= 12, String(live.length));
  assert.ok(live.length < searches.length);
  assert.ok(new Set(live.map(stateOf)).size >= 12, 'in many places');
});

test('each log folds, each request that was sent is complete, and nothing has happened that is still to come', () => {
  for (const { events, evidence, log, child } of searches) {
    const search = searchFrom(log);
    assert.equal(storyOf([], { entries: log, search }, () => 'Somebody').length, log.length);
    if (events.length > 1)
      assert.deepEqual(
        whatIsMissing(PLACEMENT_REQUEST.evidence, evidence.at(-1)?.answers ?? {}, asOf),
        [],
        child,
      );
    for (const { at } of [...events, ...log]) assert.ok(at.slice(0, 10) < asOf, `${child} ${at}`);
  }
});

test('one has offers to compare, one a gate that is shut, and one all tiers at once by a word not yet confirmed', () => {
  const states = searches.map((one) => stateOf(one));
  for (const state of ['offers-shared', 'with-director', 'all-tiers', 'contract', 'no-placement-found'])
    assert.ok(states.includes(state), state);
  const emergency = searches.find((one) => stateOf(one) === 'all-tiers');
  assert.equal(caseFrom(emergency?.events ?? []).words[0]?.answer, undefined);
});

test('the same day gives the same searches, and another day later ones', () => {
  assert.deepEqual(invented(), searches);
  assert.notDeepEqual(invented(addDays(asOf, 7))[4]?.events, searches[4]?.events);
  assert.deepEqual(invented(asOf, []), []);
});

test('nothing that a provider of the demonstration reads would be refused, which it is with a child’s name in it', () => {
  const nameOf = new Map(authority.children.map(({ id, details }) => [id, details]));
  type Child = (typeof searches)[number]['child'];
  const refusalOf = (child: Child, words: string) =>
    findTelling(
      findingsInMessage(words, {
        ...NOTHING_KNOWN,
        givenName: nameOf.get(child)?.givenName,
        familyName: nameOf.get(child)?.familyName,
      }),
      NOT_LOOKED_AT,
    );
  const read = searches.flatMap(({ child, log }) =>
    log
      .filter(({ kind }) => READ_BY_PROVIDERS.has(kind))
      .flatMap(({ said: { words, more } }) =>
        [words, more].flatMap((text) => (typeof text === 'string' ? [{ child, text }] : [])),
      ),
  );
  assert.ok(read.length > 0);
  for (const { child, text } of read) {
    assert.equal(refusalOf(child, text)?.sentence, undefined, text);
    assert.ok(refusalOf(child, `${text} ${nameOf.get(child)?.givenName ?? ''} likes it.`), text);
  }
});
