import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answersTo } from '../../test/cases.ts';
import { day } from '../calendar/day.ts';
import { questionsOf } from '../form/form.ts';
import { PLACEMENT_REQUEST_EVIDENCE } from '../placement-request/evidence.ts';
import { profileAt } from '../profile/profile.ts';
import { NEEDS, needsIn } from './needs.ts';
import { toldOfNeed } from './told-of-needs.ts';

const ANSWERS = {
  ...answersTo(questionsOf(PLACEMENT_REQUEST_EVIDENCE)),
  adaptations: 'yes',
  siblings: [{ name: 'Ama Aldenfen', age: '8', lives: 'With an aunt in Saltmere', together: 'yes' }],
};
const PROFILE = profileAt('profile', PLACEMENT_REQUEST_EVIDENCE, {
  reference: 'Request 12',
  answers: ANSWERS,
  details: {},
  area: undefined,
  socialWorker: undefined,
  today: day('2026-11-22'),
});
const toldOf = (id: string) => {
  const need = NEEDS.find((one) => one.id === id);
  return need === undefined ? [] : toldOfNeed(PROFILE, need);
};

test('of every need of a request the profile says something', () => {
  for (const { id } of needsIn(ANSWERS)) assert.notDeepEqual(toldOf(id), [], id);
});

test('of brothers and sisters it says how many, and nobody’s name', () => {
  assert.deepEqual(toldOf('siblings'), [
    {
      label: 'Brothers and sisters',
      paragraphs: ['1 brother or sister; should live together with 1 of them'],
      standsAlone: true,
    },
  ]);
});
