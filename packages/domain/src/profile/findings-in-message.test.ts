import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '../calendar/day.ts';
import { findingKey } from './answered-findings.ts';
import { type Identifying, NOTHING_KNOWN } from './detectors/finding.ts';
import { findingsInMessage, findTelling, lookedAtInWords } from './findings-in-message.ts';

const KNOWN: Identifying = {
  ...NOTHING_KNOWN,
  givenName: 'Kofi',
  familyName: 'Aldenfen',
  numbers: ['NM100879', 'T999000100879'],
  born: day('2014-05-03'),
};
const TOLD = ['Willow House', 'Zed Homes', 'Northmarsh', '{"area":"Home is in Fenmarket"}'];
const NOBODY = { keys: [], why: '' };
const find = (words: string) => findingsInMessage(words, KNOWN, TOLD);
const sentenceOf = (words: string, said = NOBODY): string => findTelling(find(words), said)?.sentence ?? '';

/** Words that go with an approach, and what no reason lets out. */
const NEVER = [
  ['Number NM100879', 'NM100879'],
  ['UPN T999000100879', 'T999000100879'],
  ['NHS 943 476 5919', '943 476 5919'],
  ['She lives at 8 Punt Yard', '8 Punt Yard'],
  ['3 The Green', '3 The Green'],
  ['She is of PE34 4BO', 'PE34 4BO'],
  ['Kofi Aldenfen likes it', 'Kofi Aldenfen'],
  ['born on 3 May 2014', '3 May 2014'],
  ['ring 07700 900123', '07700 900123'],
] as const;

for (const [text, words] of NEVER)
  test(`“${text}” never goes out with an approach, whatever is said of it`, () => {
    assert.match(sentenceOf(text), new RegExp(`Take out “${words}”`));
    const said = { keys: find(text).map(findingKey), why: 'They know the child' };
    const refusal = findTelling(find(text), said);
    assert.equal(refusal?.name, 'tells-who');
    assert.deepEqual(refusal?.toLookAt, []);
  });

const WITH_A_REASON = [
  ['Her mum Jane', 'Jane'],
  ['Her mother Jane Doe is ill', 'Jane Doe'],
  ['Lanternby village school', 'Lanternby village school'],
  ['he is close to Tyler', 'Tyler'],
  ['Kofi is 11', 'Kofi'],
  ['reference A1234567', 'A1234567'],
  ['a home near Saltmere', 'Saltmere'],
] as const;

for (const [text, words] of WITH_A_REASON)
  test(`“${text}” goes out once somebody looked at it and said why, and not before`, () => {
    const keys = find(text).map(findingKey);
    const refusal = findTelling(find(text), NOBODY);
    assert.match(refusal?.sentence ?? '', new RegExp(`“${words}”`));
    assert.deepEqual(refusal?.toLookAt, keys);
    assert.equal(findTelling(find(text), { keys, why: ' ' })?.name, 'tells-who', 'no reason');
    assert.equal(findTelling(find(text), { keys: [], why: 'Why' })?.name, 'tells-who', 'not looked at');
    assert.equal(findTelling(find(text), { keys, why: 'a'.repeat(501) })?.name, 'tells-who', 'too long');
    const said = { keys, why: ' It is nobody of the family ' };
    assert.equal(findTelling(find(text), said), undefined);
    assert.equal(lookedAtInWords(find(text), said), `“${words}”: It is nobody of the family`);
  });

for (const text of [
  'Please answer as soon as you can.',
  'Please answer by 3 December 2026.',
  'Is there a place at Willow House? The Placements Team of Northmarsh asks.',
  'a home in Fenmarket or near it',
  'Thank you, Zed Homes. She needs 2 to 1 staffing on Fridays.',
  'The school is 2 miles away, and her mum visits on Sundays.',
])
  test(`“${text}” goes out as it is`, () => assert.equal(findTelling(find(text), NOBODY), undefined));

test('what was looked at before something else was written beside it is looked at again', () => {
  const keys = find('a home near Saltmere').map(findingKey);
  const refusal = findTelling(find('a home near Saltmere, close to Tyler'), { keys, why: 'An area' });
  assert.equal(refusal?.toLookAt.length, 2);
});

test('the child’s own name is looked at also where the reader is sent the same letters', () => {
  const rose = { ...KNOWN, givenName: 'Willow' };
  assert.equal(
    findTelling(findingsInMessage('Willow House for Willow', rose, TOLD), NOBODY)?.name,
    'tells-who',
  );
});

test('without what the reader is sent anyway their own name would be refused, which shows that it counts', () => {
  assert.notDeepEqual(findingsInMessage('Is there a place at Willow House?', KNOWN), []);
});
