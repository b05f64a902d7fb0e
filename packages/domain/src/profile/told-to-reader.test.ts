import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ordinaryWordsIn } from './answered-findings.ts';
import { type Identifying, NOTHING_KNOWN } from './detectors/finding.ts';
import { findIdentifying } from './find-identifying.ts';
import { findingsInMessage } from './findings-in-message.ts';
import type { Profile } from './profile.ts';
import { NOTHING_TOLD } from './told-anyway.ts';

const KNOWN: Identifying = {
  ...NOTHING_KNOWN,
  givenName: 'Willow',
  family: ['Layla', 'Millinery', 'Jane Doe'],
  siblings: ['Layla'],
  carers: ['Samphire Lodge', 'Tern Court', 'Layla Heathersby'],
  homeNow: ['Tern Court'],
  addresses: ['8 Punt Yard, Tidewick'],
};
const found = (words: string, told = {}, known = KNOWN) =>
  findingsInMessage(words, known, { ...NOTHING_TOLD, ...told }).map(
    ({ words, title, weight }) => `${title}, ${weight}: ${words}`,
  );

test('an ordinary word that was let by in the approved profile is let by in a message, letter by letter', () => {
  const sent = ['Walks at Tidewick'];
  const told = { sent, ordinary: ['Tidewick'] };
  for (const words of ['A home near Tidewick would do.', 'Is there a bus to Tidewick’s beach?'])
    assert.deepEqual(found(words, told), [], words);
  assert.notDeepEqual(found('A home near Tidewick would do.', { sent }), [], 'it counts that it was let by');
  assert.notDeepEqual(found('A home near TIDEWICK would do.', told), [], 'otherwise written');
});

test('a word of the approved profile says something else where somebody is said to live there', () => {
  for (const words of [
    'Her family lives near Tidewick',
    'She is from Tidewick',
    'Her address: Tidewick',
    'She goes to Tidewick primary',
  ])
    assert.notDeepEqual(found(words, { sent: ['Walks at Tidewick'], ordinary: ['Tidewick'] }), [], words);
});

test('no word of the approved profile lets by what wants a reason, what never goes, or a name of the family', () => {
  const told = {
    ordinary: ['8 Punt Yard', 'Punt Yard', 'Willow', 'Layla', 'Jane Doe', 'Tern Court', 'Rose'],
  };
  assert.match(found('of 8 Punt Yard', told).join(), /never: 8 Punt Yard/);
  for (const words of [
    'close to Punt Yard',
    'close to Willow',
    'Layla comes',
    'Jane Doe comes',
    'Tern Court',
  ])
    assert.notDeepEqual(found(words, told), [], words);
  assert.notDeepEqual(found('she likes Rose', told, { ...KNOWN, givenName: 'Rose' }), []);
  assert.notDeepEqual(
    found('close to Tyler', { sent: ['Sings Tyler Perry'], ordinary: ['Tyler'] }),
    [],
    'no whole name',
  );
});

test('a provider is written to by its own name with “The” or without', () => {
  const called = ['The Samphire Trust', 'The Heron Group Ltd'];
  for (const words of ['Dear Samphire Trust,', 'Dear The Samphire Trust,', 'Could Heron Group help?'])
    assert.deepEqual(found(words, { called }), [], words);
  assert.notDeepEqual(found('Dear Samphire Trust,', { called: ['The Gull Trust'] }), [], 'to another');
});

test('a home in which the child once lived is written to by its name; where the child lives now is not told', () => {
  assert.deepEqual(found('Has Samphire Lodge a place?', { called: ['Samphire Lodge'] }), []);
  assert.notDeepEqual(found('Has Samphire Lodge a place?', { called: ['Gull House'] }), [], 'to another');
  assert.notDeepEqual(found('Has Tern Court a place?', { called: ['Tern Court'] }), [], 'the home now');
  const both = { ...KNOWN, family: ['Samphire'] };
  assert.notDeepEqual(found('Has Samphire Lodge a place?', { called: ['Samphire Lodge'] }, both), []);
});

test('a brother or sister is called so, also where carers have the same name', () => {
  const sibling = ['The name of a brother or sister, reason: Layla'];
  assert.deepEqual(found('She is close to Layla'), sibling);
  const unknown = { ...KNOWN, family: [], siblings: [] };
  for (const words of ['her sister Layla', 'Layla is her sister', 'her twin, Layla'])
    assert.deepEqual(found(words, {}, unknown), sibling, words);
  assert.doesNotMatch(found('her mum’s sister Odrun', {}, unknown).join(), /brother or sister/);
  assert.deepEqual(found('close to Layla', {}, unknown), ['The name of carers or of a home, reason: Layla']);
  assert.match(found('her mother Jane Doe').join(), /^A name from the family or of somebody close/);
});

test('of an approved profile the ordinary words are let by that were answered in it as it stands', () => {
  const told = (text: string) => ({
    question: 'likes',
    label: 'Likes',
    paragraphs: [text],
    isTyped: true,
    isBrief: false,
  });
  const text = 'Walks at Tidewick with Ferry House';
  const profile: Profile = {
    stage: 'profile',
    reference: 'Request 1',
    child: { id: 'child', title: 'The child', told: [told(text)] },
    facts: [],
    sections: [],
  };
  const [finding] = findIdentifying([told(text)], KNOWN).filter(({ words }) => words === 'Tidewick');
  assert.equal(finding?.weight, 'look');
  const answer = {
    question: 'likes',
    kind: 'may-be-name',
    words: 'Tidewick',
    text,
    why: '',
    weight: 'look',
    stage: 'profile',
  } as const;
  assert.deepEqual(ordinaryWordsIn(profile, [answer]), ['Tidewick']);
  for (const other of [
    { weight: 'reason' },
    { stage: 'match' },
    { text: 'Walks at Tidewick' },
    { question: 'where' },
  ] as const)
    assert.deepEqual(ordinaryWordsIn(profile, [{ ...answer, ...other }]), [], JSON.stringify(other));
});
