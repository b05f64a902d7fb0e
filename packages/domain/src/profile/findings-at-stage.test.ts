import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '../calendar/day.ts';
import { NOTHING_KNOWN } from './detectors/finding.ts';
import { findIdentifying } from './find-identifying.ts';
import { findingsAt } from './findings-at-stage.ts';
import { ALL_PROFILE_STAGES, type ProfileStage } from './stages.ts';

const KNOWN = {
  ...NOTHING_KNOWN,
  givenName: 'Kofi',
  familyName: 'Aldenfen',
  staff: ['Ana Fenwright'],
  born: day('2014-05-03'),
  alsoBorn: [day('2016-01-09')],
};
const at = (stage: ProfileStage, text: string): readonly string[] =>
  findingsAt(
    stage,
    findIdentifying([{ question: 'care-family', label: 'Whom the child sees', paragraphs: [text] }], KNOWN),
  ).map(({ kind, weight }) => `${kind} ${weight}`);

/** What is written for the match, and what of it waits for a reason. */
const CASES: readonly (readonly [string, ...string[]])[] = [
  ['They see each other next on 9 December 2026'],
  ['and on 9 January'],
  ['born on 3 May 2014'],
  ['the little one is of 9 January 2016', 'others-born reason'],
  ['a brother, born on 7 February 2018', 'others-born reason'],
  ['a brother, d.o.b. 7/2/2018', 'others-born reason'],
  ['the birthday of the brother is 7 February', 'others-born reason'],
  ['at 14 Ferry Lane', 'address reason'],
  ['at ZZ1 9ZZ', 'postcode reason'],
  ['he is not to see Tyler Oldsluice', 'may-be-name look', 'may-be-name look'],
  ['her mother Jane Doe rings on Sundays', 'person reason'],
  ['ring Mrs Quell by day', 'person reason'],
  ['Kofi Aldenfen likes it, and Ana Fenwright knows'],
  ['goes to Lanternby village school'],
];

test('at the match days may be told, and who others are, where they live or when they were born only once somebody looked at it', () => {
  for (const [text, ...found] of CASES) assert.deepEqual(at('match', text), found, text);
});

test('before the match nothing that may tell who the child is goes out: not what the match itself tells', () => {
  for (const stage of ALL_PROFILE_STAGES.filter((one) => one !== 'match'))
    for (const [text] of CASES) assert.notDeepEqual(at(stage, text), [], `${stage}: ${text}`);
});
