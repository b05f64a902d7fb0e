import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { arbitraryEpisodes } from '../../test/episodes.ts';
import { episodes } from '../../test/ledgers.ts';
import { addDays, type Day, day } from '../calendar/day.ts';
import { type Episode, episodesAsOf, isInEpisode } from '../child/episode.ts';
import { isShortBreaks } from '../child/legal-status.ts';
import { countedPlacements, endAsKnownOn, isCountedOn } from './counted-placements.ts';

const placementsIn = (said: readonly Episode[], sameCarerMoveCounts = false): readonly string[] =>
  countedPlacements(said, { sameCarerMoveCounts }).map(
    (p) =>
      `${p.episodes.at(-1)?.place} ${p.starts} to ${p.ends ?? 'now'}${p.notReturnedFrom ? ', not returned from' : ''}`,
  );

interface Case {
  readonly says: string;
  readonly said: string;
  readonly placements: readonly string[];
}

const cases: readonly Case[] = [
  {
    says: 'a legal change, a carer’s holiday and the return from it leave one placement; a move makes two',
    said: `2023-02-01 S V2 U6 PR1 2023-05-10 X1
           2023-05-10 L C1 U6 PR1 2023-06-01 X1
           2023-06-01 P C1 T3 -   2023-06-14 X1
           2023-06-14 P C1 U6 PR1 2023-09-20 X1
           2023-09-20 P C1 K2 PR4`,
    placements: ['U6 2023-02-01 to 2023-09-20', 'K2 2023-09-20 to now'],
  },
  {
    says: 'the same carer under another code is the same placement',
    said: `2021-01-01 S C2 U6 PR1 2023-09-01 X1
           2023-09-01 T C2 U4 PR1 2023-10-01 X1
           2023-10-01 U E1 A5 PR1`,
    placements: ['A5 2021-01-01 to now'],
  },
  {
    says: 'RNE decides, not the code: a legal change whose row gives another PLACE is not a move',
    said: `2023-01-01 S V2 U6 PR1 2023-03-01 X1
           2023-03-01 L C2 K2 PR4`,
    placements: ['K2 2023-01-01 to now'],
  },
  {
    says: 'RNE decides, not the code: a move to a like home is a move',
    said: `2023-01-01 S V2 U6 PR1 2023-03-01 X1
           2023-03-01 P V2 U6 PR1`,
    placements: ['U6 2023-01-01 to 2023-03-01', 'U6 2023-03-01 to now'],
  },
  {
    says: 'an open temporary code is temporary: the child still lives where they did',
    said: `2023-01-01 S V2 U6 PR1 2023-03-01 X1
           2023-03-01 P V2 T1 -`,
    placements: ['U6 2023-01-01 to now'],
  },
  {
    says: 'a temporary code with the same carer (RNE T) is no other home, even when the child moves on from it',
    said: `2023-01-01 S V2 U6 PR1 2023-03-01 X1
           2023-03-01 T V2 T2 -   2023-03-08 X1
           2023-03-08 P V2 K2 PR4`,
    placements: ['U6 2023-01-01 to 2023-03-08', 'K2 2023-03-08 to now'],
  },
  {
    says: 'several temporary stays one after another are one absence',
    said: `2023-01-01 S V2 U6 PR1 2023-03-01 X1
           2023-03-01 P V2 T1 -   2023-03-05 X1
           2023-03-05 P V2 T3 -   2023-03-09 X1
           2023-03-09 P V2 U6 PR1`,
    placements: ['U6 2023-01-01 to now'],
  },
  {
    says: 'a return is known by PLACE and postcode, its spaces and case aside',
    said: `2023-01-01 S V2 U6 PR1 2023-03-01 X1 PL_POST=ZZ1_1AA
           2023-03-01 P V2 T1 -   2023-03-05 X1
           2023-03-05 P V2 U6 PR1 -          -  PL_POST=zz11aa`,
    placements: ['U6 2023-01-01 to now'],
  },
  {
    says: 'a temporary code followed by another home was wrong: it is a placement, and so is what follows',
    said: `2023-01-01 S V2 U6 PR1 2023-03-01 X1 PL_POST=ZZ1_1AA
           2023-03-01 P V2 T1 -   2023-03-05 X1
           2023-03-05 P V2 U6 PR1 -          -  PL_POST=ZZ9_9ZZ`,
    placements: [
      'U6 2023-01-01 to 2023-03-01',
      'T1 2023-03-01 to 2023-03-05, not returned from',
      'U6 2023-03-05 to now',
    ],
  },
  {
    says: 'a temporary code in which care ended was wrong too',
    said: `2023-01-01 S V2 U6 PR1 2023-03-01 X1
           2023-03-01 P V2 T1 -   2023-03-05 E4A`,
    placements: ['U6 2023-01-01 to 2023-03-01', 'T1 2023-03-01 to 2023-03-05, not returned from'],
  },
  {
    says: 'a return given as a legal change is a return',
    said: `2023-01-01 S V2 U6 PR1 2023-03-01 X1
           2023-03-01 P V2 T1 -   2023-03-05 X1
           2023-03-05 L C2 U6 PR1`,
    placements: ['U6 2023-01-01 to now'],
  },
  {
    says: 'a temporary code that begins a period of care is a placement',
    said: `2023-01-01 S V2 T4 -   2023-01-05 X1
           2023-01-05 P V2 T1 -   2023-01-07 X1
           2023-01-07 P V2 U6 PR1`,
    placements: ['T1 2023-01-01 to 2023-01-07', 'U6 2023-01-07 to now'],
  },
  {
    says: 'a new period of care is a new placement, whatever the row says',
    said: `2023-01-01 S V2 U6 PR1 2023-03-01 E4A
           2023-06-01 L V2 U6 PR1`,
    placements: ['U6 2023-01-01 to 2023-03-01', 'U6 2023-06-01 to now'],
  },
  {
    says: 'a gap after REC X1 is a new placement',
    said: `2023-01-01 S V2 U6 PR1 2023-03-01 X1
           2023-03-02 L V2 U6 PR1`,
    placements: ['U6 2023-01-01 to 2023-03-01', 'U6 2023-03-02 to now'],
  },
  {
    says: 'short breaks are left out, and do not make a move of their own',
    said: `2023-01-01 S V3 K2 PR4 2023-01-05 E8
           2023-02-01 S V2 U6 PR1 2023-03-01 X1
           2023-03-01 L V4 U6 PR1 2023-04-01 X1
           2023-04-01 L V2 U6 PR1`,
    placements: ['U6 2023-02-01 to now'],
  },
  {
    says: 'a move during short breaks is seen once they end',
    said: `2023-02-01 S V2 U6 PR1 2023-03-01 X1
           2023-03-01 B V4 K2 PR4 2023-04-01 X1
           2023-04-01 L V2 K2 PR4`,
    placements: ['U6 2023-02-01 to 2023-03-01', 'K2 2023-04-01 to now'],
  },
];

for (const { says, said, placements } of cases) {
  test(says, () => assert.deepEqual(placementsIn(episodes(said)), placements));
}

test('by local setting, a change of placement with the same carer counts as another', () => {
  const said = episodes(`2021-01-01 S C2 U6 PR1 2023-09-01 X1
                         2023-09-01 T C2 U4 PR1`);
  assert.deepEqual(placementsIn(said, true), ['U6 2021-01-01 to 2023-09-01', 'U4 2023-09-01 to now']);
});

/** The readable definition: drop what came later, then count. */
const countedOn = (said: readonly Episode[], on: Day) =>
  countedPlacements(episodesAsOf(said, on)).map(({ starts, ends }) => ({ starts, ends }));

test('an earlier day is answered as that day could know it, however much came later', () => {
  fc.assert(
    fc.property(arbitraryEpisodes(day('2020-01-31'), 8), fc.nat(900), (said, days) => {
      const on = addDays(day('2020-01-31'), days);
      const now = said.find((episode) => isInEpisode(episode, on));
      fc.pre(now !== undefined && !isShortBreaks(now.ls));
      const asKnown = countedPlacements(said)
        .filter((placement) => isCountedOn(placement, on))
        .map((placement) => ({ starts: placement.starts, ends: endAsKnownOn(placement, on) }));
      assert.deepEqual(asKnown, countedOn(said, on));
    }),
    { numRuns: 1000 },
  );
});

test('the check above notices a temporary stay judged by what came after', () => {
  const said = episodes(`2023-01-01 S V2 U6 PR1 2023-03-01 X1
                         2023-03-01 P V2 T1 -   2023-03-05 X1
                         2023-03-05 P V2 K2 PR4`);
  const during = day('2023-03-03');
  const withHindsight = countedPlacements(said).filter(({ starts }) => starts <= during);
  assert.notEqual(withHindsight.length, countedOn(said, during).length);
});
