import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anEpisode, arbitraryEpisodes } from '../../test/episodes.ts';
import { day } from '../calendar/day.ts';
import type { Episode } from './episode.ts';
import { episodesFromTimelines } from './episodes-from-timelines.ts';
import { timelinesFromEpisodes } from './timelines-from-episodes.ts';

const there = timelinesFromEpisodes;
const thereAndBack = (episodes: readonly Episode[]): readonly Episode[] =>
  episodesFromTimelines(there(episodes));
const span = ({ starts, ends }: { starts: string; ends: string | null }): string =>
  `${starts} to ${ends ?? 'now'}`;

test('what a return says of a child comes back from its timelines exactly', () => {
  fc.assert(
    fc.property(arbitraryEpisodes(), (episodes) => assert.deepEqual(thereAndBack(episodes), episodes)),
    { numRuns: 2000 },
  );
});

test('the check above notices a reading that joins zero-length episodes to their neighbours', () => {
  const careless = (episodes: readonly Episode[]): readonly Episode[] =>
    thereAndBack(episodes.filter((row) => row.dec !== row.decom));
  const check = fc.check(
    fc.property(arbitraryEpisodes(), (episodes) => assert.deepEqual(careless(episodes), episodes)),
    { seed: 1 },
  );
  assert.equal(check.failed, true);
});

test('legal status and placement run as two independent timelines inside a period of care', () => {
  const timelines = there([
    anEpisode({ decom: '2023-02-01', rne: 'S', ls: 'V2', place: 'U6', dec: '2023-05-10' }),
    anEpisode({
      decom: '2023-05-10',
      rne: 'L',
      ls: 'C1',
      place: 'U6',
      dec: '2023-09-20',
      reasonPlaceChange: 'CARPL',
    }),
    anEpisode({ decom: '2023-09-20', rne: 'P', ls: 'C1', place: 'K2', dec: '2023-11-01' }),
    anEpisode({ decom: '2023-11-01', rne: 'B', ls: 'C2', place: 'U4', dec: '2023-12-01' }),
    anEpisode({ decom: '2023-12-01', rne: 'U', ls: 'E1', place: 'A5' }),
  ]);
  assert.deepEqual(timelines.periodsOfCare, [
    { starts: '2023-02-01', ends: null, startKnown: true, endReason: null },
  ]);
  assert.deepEqual(
    timelines.legalStatuses.map((s) => `${s.status} ${span(s)}, ${s.began}`),
    [
      'V2 2023-02-01 to 2023-05-10, changed',
      'C1 2023-05-10 to 2023-11-01, changed',
      'C2 2023-11-01 to 2023-12-01, changed',
      'E1 2023-12-01 to now, changed',
    ],
  );
  assert.deepEqual(
    timelines.placements.map((p) => `${p.type} ${span(p)}, ${p.began}, ended ${p.endReason}`),
    [
      'U6 2023-02-01 to 2023-09-20, changed, ended CARPL',
      'K2 2023-09-20 to 2023-11-01, changed, ended null',
      'U4 2023-11-01 to 2023-12-01, changed, ended null',
      'A5 2023-12-01 to now, same-carer, ended null',
    ],
  );
  assert.deepEqual(timelines.needs.map(span), ['2023-02-01 to now']);
});

interface PeriodsCase {
  readonly says: string;
  readonly episodes: readonly Episode[];
  readonly periods: readonly string[];
}

const periodsCases: readonly PeriodsCase[] = [
  {
    says: 'a first episode that is not a start is a period whose start is only the earliest known',
    episodes: [anEpisode({ decom: '2023-01-01', rne: 'L' })],
    periods: ['2023-01-01 to now, start not known, null'],
  },
  {
    says: 'a gap after REC X1 ends the period, and what follows is another',
    episodes: [
      anEpisode({ decom: '2023-01-01', dec: '2023-02-01', rec: 'X1' }),
      anEpisode({ decom: '2023-02-03', rne: 'P' }),
    ],
    periods: ['2023-01-01 to 2023-02-01, start known, X1', '2023-02-03 to now, start not known, null'],
  },
  {
    says: 'a new start on the day an episode ended X1 is a new period',
    episodes: [
      anEpisode({ decom: '2023-01-01', dec: '2023-02-01', rec: 'X1' }),
      anEpisode({ decom: '2023-02-01', rne: 'S' }),
    ],
    periods: ['2023-01-01 to 2023-02-01, start known, X1', '2023-02-01 to now, start known, null'],
  },
  {
    says: 'an ending without a reason ends the period',
    episodes: [
      anEpisode({ decom: '2023-01-01', dec: '2023-02-01', rec: null }),
      anEpisode({ decom: '2023-02-01', rne: 'P' }),
    ],
    periods: ['2023-01-01 to 2023-02-01, start known, null', '2023-02-01 to now, start not known, null'],
  },
  {
    says: 'a reason without an ending is kept, and the period is open',
    episodes: [anEpisode({ decom: '2023-01-01', rec: 'E4A' })],
    periods: ['2023-01-01 to now, start known, E4A'],
  },
  {
    says: 'a zero-length first episode begins the period it belongs to',
    episodes: [
      anEpisode({ decom: '2023-01-01', dec: '2023-01-01' }),
      anEpisode({ decom: '2023-01-01', rne: 'P', place: 'K2' }),
    ],
    periods: ['2023-01-01 to now, start known, null'],
  },
  {
    says: 'a zero-length episode on the day care starts anew is a period of its own',
    episodes: [
      anEpisode({ decom: '2023-01-01', dec: '2023-02-01' }),
      anEpisode({ decom: '2023-02-01', rne: 'P', place: 'K2', dec: '2023-02-01', rec: 'E4A' }),
      anEpisode({ decom: '2023-02-01', rne: 'S' }),
    ],
    periods: [
      '2023-01-01 to 2023-02-01, start known, X1',
      '2023-02-01 to 2023-02-01, start not known, E4A',
      '2023-02-01 to now, start known, null',
    ],
  },
];

for (const { says, episodes, periods } of periodsCases) {
  test(says, () => {
    assert.deepEqual(
      there(episodes).periodsOfCare.map(
        (p) => `${span(p)}, start ${p.startKnown ? 'known' : 'not known'}, ${p.endReason}`,
      ),
      periods,
    );
    assert.deepEqual(thereAndBack(episodes), episodes);
  });
}

test('a legal change that also gives another home keeps both: the placement continues with new details', () => {
  const episodes = [
    anEpisode({ decom: '2023-01-01', ls: 'V2', place: 'U6', dec: '2023-02-01' }),
    anEpisode({ decom: '2023-02-01', rne: 'L', ls: 'C2', place: 'K2' }),
  ];
  assert.deepEqual(
    there(episodes).placements.map((p) => `${p.type} ${p.began}`),
    ['U6 changed', 'K2 continues'],
  );
  assert.deepEqual(thereAndBack(episodes), episodes);
});

test('days with no home recorded give no episode, and the first that has one tells the start', () => {
  const complete = there([anEpisode({ decom: '2023-01-01', dec: '2023-03-01', rec: 'E4A' })]);
  const placements = complete.placements.map((p) => ({ ...p, starts: day('2023-02-01') }));
  assert.deepEqual(
    episodesFromTimelines({ ...complete, placements }).map(
      (e) => `${e.rne} ${span({ starts: e.decom, ends: e.dec })} ${e.rec}`,
    ),
    ['S 2023-02-01 to 2023-03-01 E4A'],
  );
});
