import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '../calendar/day.ts';
import { episodesFromTimelines } from '../child/episodes-from-timelines.ts';
import type { ChildRecord } from '../child/record.ts';
import { childId } from '../child/record.ts';
import { timelinesFromEpisodes } from '../child/timelines-from-episodes.ts';
import { HOME_CHANGES, writeChangeOfHome } from './change-of-home.ts';

const TODAY = day('2026-11-20');
const EPISODE = {
  decom: day('2026-03-02'),
  rne: 'S',
  ls: 'C2',
  cin: 'N1',
  place: 'U6',
  provider: 'PR4',
  dec: null,
  rec: null,
  reasonPlaceChange: null,
  homePostcode: 'NM1 2AB',
  postcode: 'NM3 4CD',
  urn: '1234567',
};
const child = (changes: Partial<typeof EPISODE> | { dec: string; rec: string } = {}): ChildRecord => ({
  id: childId('M1'),
  details: {},
  facts: [],
  ...timelinesFromEpisodes([{ ...EPISODE, ...changes } as typeof EPISODE]),
});
const SAID = {
  'moved-on': '2026-11-16',
  'old-home-ended': 'CARPL',
  home: 'Brackenhill',
  'home-type': 'K2',
  'home-provider': 'PR1',
  'home-postcode': 'NM5 6EF',
  'home-urn': 'SC123456',
};
const write = (said: object = {}, of = child()) =>
  writeChangeOfHome({ child: of, said: { ...SAID, ...said }, evidence: {}, today: TODAY });

test('a move ends the home before with why, and the next has the new home under the same legal status', () => {
  const written = write();
  assert.ok(written.kind === 'written');
  assert.deepEqual(
    episodesFromTimelines(written.child).map(
      ({ decom, rne, ls, place, provider, dec, rec, reasonPlaceChange, urn, cin, homePostcode, postcode }) =>
        [decom, rne, ls, cin, place, provider, postcode, urn, homePostcode, dec, rec, reasonPlaceChange].join(
          ' ',
        ),
    ),
    [
      '2026-03-02 S C2 N1 U6 PR4 NM3 4CD 1234567 NM1 2AB 2026-11-16 X1 CARPL',
      '2026-11-16 P C2 N1 K2 PR1 NM5 6EF SC123456 NM1 2AB   ',
    ],
  );
  assert.equal(written.child.periodsOfCare.length, 1, 'care went on');
});

test('a move that a return has told already is not written twice', () => {
  const written = write();
  assert.ok(written.kind === 'written');
  const again = write({}, written.child);
  assert.ok(again.kind === 'written');
  assert.equal(again.child, written.child);
});

test('what cannot be is said at its question: before the last change, on its day, out of care, with parents by agreement', () => {
  const faultOf = (said: object, of?: ChildRecord) => {
    const answer = write(said, of);
    return answer.kind === 'cannot-be' ? answer.faults[0].question : undefined;
  };
  assert.equal(faultOf({ 'moved-on': '2026-03-01' }), 'moved-on');
  assert.equal(faultOf({ 'moved-on': '2026-03-02' }), 'moved-on');
  assert.equal(faultOf({ 'moved-on': '2026-03-03' }), undefined);
  assert.equal(faultOf({}, child({ dec: '2026-06-01', rec: 'E4A' })), 'moved-on');
  assert.equal(faultOf({ 'home-type': 'another-kind' }), 'home-type');
  assert.equal(faultOf({ 'home-type': 'P1' }, child({ ls: 'V2' })), 'home-type');
});

test('a move asks nothing of the beginning of care', () => {
  const names = HOME_CHANGES.map(({ name }) => name);
  for (const name of ['need', 'began-under', 'from-postcode']) assert.ok(!names.includes(name), name);
  for (const name of ['moved-on', 'old-home-ended', 'home-type', 'home-postcode'])
    assert.ok(names.includes(name), name);
});

test('nobody under 16 moves into supported accommodation', () => {
  const of = (dateOfBirth: string): ChildRecord => ({
    ...child(),
    details: { dateOfBirth: day(dateOfBirth) },
  });
  const supported = { 'home-type': 'K3', 'home-provider-any': 'PR4' };
  const refused = write(supported, of('2010-11-17'));
  assert.ok(refused.kind === 'cannot-be');
  assert.equal(refused.faults[0].question, 'home-type');
  assert.match(refused.faults[0].sentence, /only for young people of 16 or over/);
  assert.equal(write(supported, of('2010-11-16')).kind, 'written', 'on the birthday itself');
});
