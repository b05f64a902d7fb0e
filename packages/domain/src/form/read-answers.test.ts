import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { answersTo } from '../../test/cases.ts';
import { day } from '../calendar/day.ts';
import type { Form, FormQuestion } from './form.ts';
import { readAnswers, whatIsMissing } from './read-answers.ts';

const TODAY = day('2026-11-20');

const QUESTIONS: readonly FormQuestion[] = [
  { kind: 'line', name: 'school', label: 'Which school?' },
  { kind: 'text', name: 'wishes', label: 'What do they wish?', optional: true },
  { kind: 'one-of', name: 'agreed', label: 'Was it agreed?', options: { yes: 'Yes', no: 'No' } },
  { kind: 'text', name: 'why-not', label: 'Why not?', when: { question: 'agreed', is: ['no'] } },
  { kind: 'any-of', name: 'tried', label: 'What was tried?', options: { a: 'One thing', b: 'Another' } },
  {
    kind: 'any-of',
    name: 'risks',
    label: 'What is risky?',
    options: { fire: 'Fires', road: 'Roads', none: 'None that is known' },
    standsAlone: 'none',
    optional: true,
  },
  {
    kind: 'text',
    name: 'helps',
    label: 'What helps?',
    optional: true,
    when: { question: 'risks', is: ['fire', 'road'] },
  },
  {
    kind: 'one-of',
    name: 'small',
    label: 'A small home?',
    options: { yes: 'Yes', no: 'No' },
    optional: true,
  },
  {
    kind: 'one-of',
    name: 'large',
    label: 'A large home?',
    options: { yes: 'Yes', no: 'No' },
    optional: true,
    notAll: { of: ['small', 'large'], are: 'no', sentence: 'Some home has to do' },
  },
  { kind: 'day', name: 'seen', label: 'When was the child seen?', notAfterToday: true },
  { kind: 'time', name: 'called', label: 'When did you call?' },
  { kind: 'day', name: 'until', label: 'Until when?', optional: true, notBefore: 'seen' },
  { kind: 'day', name: 'next', label: 'When next?', optional: true, notBeforeToday: true },
  { kind: 'money', name: 'cost', label: 'What does it cost a week?' },
  { kind: 'written-as', as: 'postcode', name: 'postcode', label: 'Where is it?', optional: true },
  { kind: 'written-as', as: 'ofsted-number', name: 'urn', label: 'Which number has it?', optional: true },
  {
    kind: 'list',
    name: 'siblings',
    label: 'Brothers and sisters',
    entry: 'Brother or sister',
    of: [
      { kind: 'line', name: 'name', label: 'Name' },
      { kind: 'day', name: 'born', label: 'Born', optional: true },
      { kind: 'day', name: 'moved', label: 'Moved here', optional: true, notBefore: 'born' },
    ],
  },
];
const COMPLETE = {
  school: 'Hillside',
  agreed: 'yes',
  tried: ['a'],
  seen: '2026-11-19',
  called: '09:30',
  cost: '1234.50',
  siblings: [{ name: 'Mo' }],
};
const read = (given: Readonly<Record<string, unknown>>) =>
  readAnswers(QUESTIONS, { ...COMPLETE, ...given }, TODAY);
const faultsOf = (given: Readonly<Record<string, unknown>>) =>
  read(given).faults.map(({ sentence }) => sentence);

test('what is complete is kept as it was typed, without the spaces around it', () => {
  assert.deepEqual(read({ school: '  Hillside ', wishes: ' To stay.\n\nTo swim. ' }), {
    answers: { ...COMPLETE, wishes: 'To stay.\n\nTo swim.' },
    faults: [],
  });
});

test('an answer that stands alone is not taken with another, and what was said of the other is kept meanwhile', () => {
  const both = { risks: ['fire', 'none'], helps: 'A bucket.' };
  assert.deepEqual(faultsOf(both), ['“None that is known” cannot be chosen with another answer']);
  assert.deepEqual(read(both).answers, { ...COMPLETE, ...both });
  assert.deepEqual(faultsOf({ risks: ['none'] }), []);
  assert.deepEqual(faultsOf({ risks: ['fire', 'road'] }), []);
});

test('questions that cannot all be answered the same are refused when they are, and only then', () => {
  assert.deepEqual(faultsOf({ small: 'no', large: 'no' }), ['Some home has to do']);
  assert.deepEqual(faultsOf({ small: 'no', large: 'yes' }), []);
  assert.deepEqual(faultsOf({ large: 'no' }), []);
});

const wrong: readonly (readonly [what: string, given: Readonly<Record<string, unknown>>, said: string])[] = [
  ['nothing', { school: ' ' }, 'Answer “Which school?”'],
  ['a line of two lines', { school: 'Hill\nside' }, 'Use one line of at most 200 characters'],
  ['a line that is too long', { school: 'x'.repeat(201) }, 'Use one line of at most 200 characters'],
  [
    'a text that is too long',
    { wishes: 'x'.repeat(20_001) },
    'Use at most 20,000 characters, or attach a document',
  ],
  ['no choice', { agreed: undefined }, 'Choose an answer to “Was it agreed?”'],
  ['a choice not offered', { agreed: 'perhaps' }, 'Choose one of the answers offered'],
  ['a choice by an inherited name', { agreed: 'constructor' }, 'Choose one of the answers offered'],
  ['none of several', { tried: [] }, 'Choose at least one answer to “What was tried?”'],
  ['one of several not offered', { tried: ['a', 'z'] }, 'Choose one of the answers offered'],
  ['a day there is not', { seen: '2026-02-29' }, 'Enter a real day, such as 3 March 2026'],
  ['a day to come', { seen: '2026-11-21' }, 'Enter today or a day before it'],
  ['a time there is not', { called: '24:00' }, 'Enter a time of the day, such as 09:30 or 22:15'],
  [
    'a day before the one it follows',
    { until: '2026-11-18' },
    'Enter 19 November 2026 or a day after it: it does not end before it begins',
  ],
  [
    'a day of an entry before the one it follows',
    { siblings: [{ name: 'Mo', born: '2020-01-02', moved: '2020-01-01' }] },
    'Brother or sister 1: enter 2 January 2020 or a day after it: it does not end before it begins',
  ],
  ['a day gone by', { next: '2026-11-19' }, 'Enter today or a day after it'],
  ['what is no amount', { cost: 'much' }, '“much” is not an amount in pounds. Enter it like 1,234.50'],
  ['half a postcode', { postcode: 'NM1' }, 'Enter a whole postcode, such as NM1 2AB'],
  ['a number that Ofsted gives nobody', { urn: '12' }, 'Enter an Ofsted number, such as 1234567'],
  ['less than nothing', { cost: '-£5' }, 'Enter an amount of nothing or more'],
  [
    'more than any home costs',
    { cost: '100,000.01' },
    '“100,000.01” is more than any home costs a week. Check the pounds and the pence',
  ],
  ['no entry', { siblings: [{ name: ' ' }] }, 'Add at least one brother or sister'],
  [
    'an entry half filled in',
    { siblings: [{ name: 'Mo' }, { born: '2020-01-01' }] },
    'Brother or sister 2: enter name',
  ],
];
test('a postcode and an Ofsted number are kept as they are written, however they were typed', () => {
  const { answers } = read({ postcode: ' nm12ab', urn: 'sc 123456' });
  assert.deepEqual([answers.postcode, answers.urn], ['NM1 2AB', 'SC123456']);
});

for (const [what, given, said] of wrong)
  test(`${what}: it is said what to do`, () => {
    assert.deepEqual(faultsOf(given), [said]);
  });

test('an amount is kept with its pence, however it was typed, and a day may be the one it follows', () => {
  assert.equal(read({ cost: ' £1,234.5 ' }).answers['cost'], '1234.50');
  assert.equal(read({ cost: '0' }).answers['cost'], '0.00');
  assert.equal(read({ cost: '100,000' }).answers['cost'], '100000.00');
  assert.deepEqual(read({ until: '2026-11-19' }).faults, []);
});

test('a question that an answer brings is asked with it, and neither needed nor kept without it', () => {
  assert.deepEqual(faultsOf({ agreed: 'no' }), ['Answer “Why not?”']);
  assert.deepEqual(read({ agreed: 'no', 'why-not': 'She wants to wait.' }).faults, []);
  assert.equal(read({ agreed: 'yes', 'why-not': 'She wants to wait.' }).answers['why-not'], undefined);
});

test('whatever else is wrong, what can be kept is kept', () => {
  const { answers, faults } = read({ agreed: 'perhaps', siblings: [{ name: 'Mo', born: 'last May' }] });
  assert.equal(faults.length, 2);
  assert.deepEqual([answers['school'], answers['siblings']], ['Hillside', [{ name: 'Mo' }]]);
});

test('an entry of a list that says nothing is no entry', () => {
  assert.deepEqual(read({ siblings: [{ name: '' }, { name: 'Mo' }, {}] }).answers['siblings'], [
    { name: 'Mo' },
  ]);
});

test('anything at all can be typed or sent: it is read without an error, and reading what was kept keeps it', () => {
  const anything = fc.dictionary(
    fc.constantFrom(...QUESTIONS.map(({ name }) => name), 'nothing'),
    fc.oneof(
      fc.string(),
      fc.array(fc.string()),
      fc.array(
        fc.dictionary(fc.constantFrom('name', 'born', 'moved'), fc.oneof(fc.string(), fc.array(fc.string()))),
      ),
      fc.constantFrom('yes', 'no', 'a', '2026-11-01', '2026-10-01', '12:00', '£1,000', null, 7),
    ),
  );
  fc.assert(
    fc.property(anything, (given) => {
      const { answers } = readAnswers(QUESTIONS, given, TODAY);
      assert.deepEqual(readAnswers(QUESTIONS, answers, TODAY).answers, answers);
    }),
  );
});

test('a form says what each of its parts still needs, and nothing of those that are complete', () => {
  const form: Form = {
    id: 'invented',
    sections: [
      { id: 'first', title: 'First', questions: QUESTIONS.slice(0, 4) },
      { id: 'second', title: 'Second', questions: QUESTIONS.slice(4) },
    ],
  };
  assert.deepEqual(whatIsMissing(form, answersTo(QUESTIONS), TODAY), []);
  const missing = whatIsMissing(form, { ...COMPLETE, called: '' }, TODAY);
  assert.deepEqual(
    missing.map(({ section, faults }) => [section.id, faults.length]),
    [['second', 1]],
  );
});

test('a text that may be only so long is refused beyond that, kept as it was typed, and told by how much', () => {
  const short = { kind: 'text', name: 'words', label: 'What do you tell them?', atMost: 10 } as const;
  const said = (words: string) => readAnswers([short], { words }, TODAY);
  assert.deepEqual(said('0123456789').faults, []);
  assert.deepEqual(
    said('0123456789x').faults.map(({ sentence }) => sentence),
    ['Use at most 10 characters. You wrote 11'],
  );
  assert.deepEqual(said('0123\r\n6789').faults, [], 'the end of a line is one character');
  const { atMost: _, ...long } = short;
  assert.deepEqual(readAnswers([long], { words: '0123456789x' }, TODAY).faults, []);
});
