import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day, type Episode, episodesFromTimelines, timelinesFromEpisodes } from '@rightplace/domain';
import { invent } from '../invented.ts';
import { episodeFaults } from './episode-faults.ts';
import { episodesAsAt } from './episodes.ts';

const { tellings, lastDay } = invent({ seed: 'valid', asOf: day('2026-11-21') });
const all = [...tellings()];

test('every invented child’s episodes could stand in a return', () => {
  const faults = all.flatMap(({ life, episodes }) =>
    episodeFaults(episodes, life).map((f) => `${life.id}: ${f}`),
  );
  assert.deepEqual(faults, []);
});

test('and still could when cut off at the as-of day', () => {
  const faults = all.flatMap(({ life, episodes }) => episodeFaults(episodesAsAt(episodes, lastDay), life));
  assert.deepEqual(faults, []);
});

test('timelines give back the same episodes', () => {
  for (const { episodes } of all) {
    const known = episodesAsAt(episodes, lastDay);
    assert.deepEqual(episodesFromTimelines(timelinesFromEpisodes(known)), known);
  }
});

test('every kind of change, temporary move and ending is among them', () => {
  const episodes = all.flatMap((telling) => telling.episodes);
  const found = (of: (e: Episode) => string | null): ReadonlySet<string | null> => new Set(episodes.map(of));
  for (const rne of ['S', 'P', 'L', 'T', 'B', 'U']) assert.ok(found((e) => e.rne).has(rne), rne);
  for (const type of ['T1', 'T2', 'T3', 'T4', 'H5', 'P2', 'K3', 'A5', 'A6', 'R5']) {
    assert.ok(found((e) => e.place).has(type), type);
  }
  for (const rec of [
    'E11',
    'E12',
    'E17',
    'E3',
    'E41',
    'E45',
    'E46',
    'E47',
    'E4A',
    'E4B',
    'E5',
    'E6',
    'E8',
    'E14',
  ]) {
    assert.ok(found((e) => e.rec).has(rec), rec);
  }
});

/** Each spoils one thing in a good life; the check above is worth nothing unless it notices. */
const SPOILERS: Readonly<Record<string, (episodes: readonly Episode[]) => readonly Episode[]>> = {
  'a start in the middle': (es) => es.map((e, i) => (i === 1 ? { ...e, rne: 'S' } : e)),
  'two homes at once': (es) => es.map((e, i) => (i === 0 ? { ...e, dec: day('2030-01-01') } : e)),
  'a move with no reason': (es) => es.map((e) => ({ ...e, reasonPlaceChange: null })),
  'a move to the same place': (es) =>
    es.map((e) => ({ ...e, place: 'U6', postcode: 'X', urn: 'X', provider: 'PR1' })),
  'a legal status that did not change': (es) => es.map((e) => ({ ...e, ls: 'C2' })),
  'parents without an order': (es) =>
    es.map((e) => ({ ...e, place: 'P1', provider: 'PR0', urn: null, ls: 'V2' })),
  'a toddler in supported accommodation': (es) => es.map((e) => ({ ...e, place: 'K3' })),
  'a URN for parents': (es) => es.map((e) => ({ ...e, place: 'P1', provider: 'PR0', urn: '9900001' })),
};

for (const [what, spoil] of Object.entries(SPOILERS)) {
  test(`the check notices ${what}`, () => {
    const good = all.find(
      ({ episodes, life }) =>
        episodes.length >= 4 &&
        episodes.some((e) => e.reasonPlaceChange !== null) &&
        new Set(episodes.map((e) => e.ls)).size > 1 &&
        life.spells.length === 1 &&
        (life.spells[0]?.starts ?? 0) - life.born < 3650,
    );
    assert.ok(good);
    assert.deepEqual(episodeFaults(good.episodes, good.life), []);
    assert.notDeepEqual(episodeFaults(spoil(good.episodes), good.life), []);
  });
}
