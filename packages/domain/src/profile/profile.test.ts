import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answersTo } from '../../test/cases.ts';
import { day } from '../calendar/day.ts';
import { type Answers, questionsOf } from '../form/form.ts';
import { PLACEMENT_REQUEST_EVIDENCE } from '../placement-request/evidence.ts';
import { leftOutAt, profileAt, typedTexts } from './profile.ts';
import { ageBand, PROFILE_FACTS, type ProfileSource } from './profile-facts.ts';
import { ALL_PROFILE_STAGES, type ProfileStage } from './stages.ts';

const ANSWERS: Answers = {
  ...answersTo(questionsOf(PLACEMENT_REQUEST_EVIDENCE)),
  'needed-from': '2026-12-03',
  'school-name': 'Skelpwick Primary School',
  'school-postcode': 'SK11 9ZZ',
  siblings: [
    { name: 'Ama Aldenfen', age: '8', lives: 'With an aunt in Saltmere', together: 'yes' },
    { name: 'Yaw', lives: 'At home', together: 'not-known' },
  ],
  people: [{ name: 'Esi Aldenfen', who: 'Mum' }],
};
const SOURCE: ProfileSource = {
  reference: 'Request 12',
  answers: ANSWERS,
  details: {
    givenName: 'Kofi',
    familyName: 'Aldenfen',
    dateOfBirth: day('2014-05-03'),
    sex: 'M',
    ethnicity: 'BAFR',
    upn: 'H801200001001',
    homeAddress: '2 Staithe Row, Wharfby',
    homePostcode: 'PE21 0ZZ',
  },
  area: 'Boston',
  socialWorker: 'Ana Fenwright',
  today: day('2026-11-22'),
};
const at = (stage: ProfileStage, source = SOURCE) => profileAt(stage, PLACEMENT_REQUEST_EVIDENCE, source);
const factsAt = (stage: ProfileStage) =>
  Object.fromEntries(at(stage).facts.map(({ id, text }) => [id, text]));

test('the profile has an age band, an area and how many brothers and sisters, and nothing that tells who the child is', () => {
  assert.deepEqual(factsAt('profile'), {
    age: '11 to 13',
    sex: 'Boy',
    area: 'Boston',
    siblings: '2 brothers and sisters; should live together with 1 of them; not decided yet of 1',
  });
  const all = JSON.stringify(at('profile'));
  for (const hidden of [
    'Kofi',
    'Aldenfen',
    'Ama',
    'Yaw',
    'Esi',
    'Skelpwick',
    'SK11',
    'Staithe',
    'PE21',
    '2014',
    '2026-12',
    '3 December',
    'H8012',
    'Ana',
    'Saltmere',
  ])
    assert.ok(!all.includes(hidden), hidden);
});

test('the shortlist adds the age in years, the postcode’s district, ethnicity and the day; the match adds names and the address', () => {
  assert.deepEqual(factsAt('shortlist'), {
    ...factsAt('profile'),
    age: '12',
    area: 'Boston, PE21',
    ethnicity: 'Black African',
    'needed-from': '3 December 2026',
  });
  assert.deepEqual(factsAt('match'), {
    ...factsAt('shortlist'),
    name: 'Kofi Aldenfen',
    age: '3 May 2014',
    area: '2 Staithe Row, Wharfby, PE21 0ZZ',
    siblings: 'Ama Aldenfen, aged 8, should live together; Yaw, not decided yet whether together',
    'school-name': 'Skelpwick Primary School',
    'social-worker': 'Ana Fenwright',
  });
  const titles = (stage: ProfileStage) =>
    at(stage)
      .facts.filter(({ id }) => id === 'age' || id === 'area')
      .map(({ title }) => title);
  assert.deepEqual(titles('shortlist'), ['Age', 'Home is in']);
  assert.deepEqual(titles('match'), ['Date of birth', 'Home']);
  assert.ok(!JSON.stringify(at('match')).includes('Esi'), 'who is named besides stays here');
  assert.ok(!JSON.stringify(at('match')).includes('H8012'), 'no number goes out at any stage');
});

test('of brothers and sisters the match tells who they are, how old and whether together, and neither where they live nor a date of birth', () => {
  const told = (entry: Readonly<Record<string, string>>) =>
    at('match', { ...SOURCE, answers: { ...ANSWERS, siblings: [entry] } }).facts.find(
      ({ id }) => id === 'siblings',
    )?.text;
  const lives = '14 Ferry Lane, Saltmere PE21 0AB';
  assert.equal(told({ name: 'Zoe', lives, together: 'no' }), 'Zoe, should not live together');
  assert.equal(
    told({ name: 'Zoe (born 9/1/2016)', age: 'born 9 January 2016', lives, together: 'yes' }),
    'Zoe, should live together',
  );
  assert.equal(told({ name: 'Zoe, 14 Ferry Lane', age: '10 years' }), 'Zoe, aged 10');
  assert.ok(!JSON.stringify(at('match')).includes('Saltmere'));
});

test('each stage tells all that the one before tells, and says of the rest when it is told and why not yet', () => {
  for (const [index, stage] of ALL_PROFILE_STAGES.entries()) {
    const told = new Set(at(stage).facts.map(({ id }) => id));
    const before = ALL_PROFILE_STAGES[index - 1];
    for (const { id } of before === undefined ? [] : at(before).facts) assert.ok(told.has(id), id);
    for (const { id, why, from } of leftOutAt(stage)) {
      assert.ok(why.length > 20, id);
      assert.ok(from === undefined || ALL_PROFILE_STAGES.indexOf(from) > index, id);
    }
  }
  assert.deepEqual(
    leftOutAt('match').map(({ id }) => id),
    ['people', 'numbers'],
  );
  assert.deepEqual(
    PROFILE_FACTS.filter(({ at: when }) => Object.keys(when).length === 0).map(({ id }) => id),
    ['people', 'numbers'],
  );
});

test('the child at their best comes first, and names of others are not among what was written', () => {
  const profile = at('profile');
  assert.equal(profile.child.told[0]?.question, 'at-their-best');
  assert.deepEqual(
    profile.sections.map(({ id }) => id),
    ['needs', 'risk', 'living-with', 'home'],
  );
  assert.ok(
    typedTexts(profile).every(
      ({ question }) => !['siblings', 'people', 'school-name', 'school-postcode'].includes(question),
    ),
  );
  const empty = at('profile', { ...SOURCE, answers: {}, details: {}, area: undefined });
  assert.deepEqual([empty.child.told, empty.facts, empty.sections], [[], [], []]);
});

test('every age is in one band', () => {
  assert.deepEqual([0, 1, 2, 3, 7, 8, 10, 11, 13, 14, 15, 16, 17, 18].map(ageBand), [
    'Under 1',
    '1 to 2',
    '1 to 2',
    '3 to 4',
    '5 to 7',
    '8 to 10',
    '8 to 10',
    '11 to 13',
    '11 to 13',
    '14 to 15',
    '14 to 15',
    '16 to 17',
    '16 to 17',
    '18 or over',
  ]);
});

test('the request asks all that the Placements Data Standard asks of one', () => {
  const asked = new Set(questionsOf(PLACEMENT_REQUEST_EVIDENCE).map(({ name }) => name));
  for (const field of [
    'how-soon',
    'siblings',
    'where',
    'language',
    'adaptations',
    'culture',
    'lives-with',
    'pets',
    'more-support',
    'deprivation-of-liberty',
    'suits-foster',
    'suits-residential',
    'suits-supported',
    'risks',
    'risks-to-others',
  ])
    assert.ok(asked.has(field), field);
});
