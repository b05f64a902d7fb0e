import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { answersTo } from '../../test/cases.ts';
import { day } from '../calendar/day.ts';
import { type Answers, questionsOf } from '../form/form.ts';
import { PLACEMENT_REQUEST_EVIDENCE } from '../placement-request/evidence.ts';
import { KINDER_WORDS, suggestWords, WORD_SOURCES } from './kinder-words.ts';
import { qualityOf } from './request-quality.ts';

const TODAY = day('2026-11-22');
const quality = (answers: Answers) => qualityOf(PLACEMENT_REQUEST_EVIDENCE, answers, TODAY);
const pointsOf = (answers: Answers) =>
  Object.fromEntries(quality(answers).parts.map(({ id, points, of }) => [id, `${points}/${of}`]));

const FILLED = answersTo(questionsOf(PLACEMENT_REQUEST_EVIDENCE));
const GOOD: Answers = {
  ...FILLED,
  'at-their-best':
    'He is funny and kind. Give him a map and he will tell you where every bus goes. He looks after younger children at the park and never forgets a birthday.',
  likes: 'Buses, cooking with his aunt, drawing. He is proud of a prize for maths.',
  'child-view': 'He says: “I want to stay near my friends and bring my cat with me.”',
  risks: ['missing'],
  'risks-what-helps': 'He goes for a walk when there is shouting. A quiet talk and a snack bring him home.',
  'risks-to-others': ['none'],
};

test('a request that is complete, begins with strengths, lets the child speak and says what helps has 100', () => {
  const { points, parts } = quality(GOOD);
  assert.deepEqual(
    parts.flatMap(({ better }) => better),
    [],
  );
  assert.equal(points, 100);
});

test('an empty request has 0, and every part says what would make it better', () => {
  const { points, parts } = quality({});
  assert.equal(points, 0);
  for (const { id, better } of parts) if (id !== 'plain-words') assert.ok(better.length > 0, id);
});

test('each part falls for what it is about, and the others do not', () => {
  const good = pointsOf(GOOD);
  const worse: readonly (readonly [string, Answers])[] = [
    ['strengths', { ...GOOD, 'at-their-best': 'Funny.', likes: 'Buses' }],
    ['strengths', { ...GOOD, 'risks-what-helps': 'He walks away and it helps. '.repeat(30) }],
    ['own-words', { ...GOOD, 'child-view': 'He would like to stay near his friends and his cat' }],
    ['what-helps', { ...GOOD, 'risks-what-helps': 'Talk' }],
    ['plain-words', { ...GOOD, 'family-time': 'Contact with siblings' }],
    ['plain-words', { ...GOOD, health: `He ${'likes and '.repeat(20)}rests.` }],
  ];
  for (const [id, answers] of worse) {
    const now = pointsOf(answers);
    for (const [one, points] of Object.entries(now))
      if (one === id) assert.notEqual(points, good[one], `${one} should fall`);
      else assert.equal(points, good[one], `${one} should stay while ${id} falls`);
  }
  const { language: _, ...open } = GOOD;
  assert.equal(pointsOf(open)['complete'] === '30/30', false);
});

test('the points are the sum of the parts, from 0 to 100, whatever was typed', () => {
  const names = questionsOf(PLACEMENT_REQUEST_EVIDENCE).map(({ name }) => name);
  const answers = fc.dictionary(fc.constantFrom(...names), fc.oneof(fc.string(), fc.array(fc.string())));
  fc.assert(
    fc.property(answers, (typed) => {
      const { points, parts } = quality(typed);
      assert.ok(points >= 0 && points <= 100);
      assert.equal(
        points,
        parts.reduce((sum, part) => sum + part.points, 0),
      );
      for (const part of parts) assert.ok(part.points >= 0 && part.points <= part.of);
    }),
  );
});

const suggest = (text: string) =>
  suggestWords([{ question: 'health', label: 'Health', text }]).map(
    ({ words, times }) => `${words} ${times}`,
  );

test('words that young people advise against are raised with better ones, however they are written', () => {
  assert.deepEqual(suggest('Supervised contact with his siblings; CONTACT is hard.'), [
    'Supervised contact 2',
    'siblings 1',
  ]);
  assert.deepEqual(suggest('He absconded from the placement.'), ['absconded 1', 'placement 1']);
  assert.deepEqual(suggest('Challenging behaviour in the unit'), ['Challenging behaviour 1', 'unit 1']);
});

test('words of every day are left alone', () => {
  for (const text of [
    'Good eye contact. Goes to bed at eight, just in case.',
    'Please send his drawings on.',
    'He was pleased with the homemade cake.',
  ])
    assert.deepEqual(suggest(text), [], text);
});

test('every word has a better one, a reason and a source, and stands in the table once', () => {
  const all = KINDER_WORDS.flatMap(({ words }) => words);
  assert.equal(new Set(all).size, all.length);
  for (const { words, better, why, source } of KINDER_WORDS) {
    assert.ok(better !== '' && why.endsWith('.') && source in WORD_SOURCES, words[0]);
    for (const word of words)
      assert.ok(
        suggest(`X ${word.length < 5 ? word.toUpperCase() : word} needed`).length === 1 ||
          /^cases?$/.test(word),
        word,
      );
    assert.deepEqual(
      suggest(better).filter((one) => words.some((word) => one.startsWith(`${word} `))),
      [],
      better,
    );
  }
});

/** As it is often written, and what is said of it. */
const FLAGGED = [
  ['She suffers from asthma', 'suffers from', /has, lives with/],
  ['suffering from trauma', 'suffering from', /has, lives with/],
  ['He is a victim of bullying', 'victim of', /has/],
  ['He refuses school', 'refuses', /says no to/],
  ['non-compliant with staff', 'non-compliant', /said no to/],
  ['beyond parental control', 'beyond parental control', /what is hard for them/],
  ['He is naughty', 'naughty', /what is hard/],
  ['attention-seeking', 'attention-seeking', /close to/],
  ['she absconded', 'absconded', /went missing/],
  ['difficult to place', 'difficult to place', /not found the right home/],
  ['needs respite', 'respite', /break/],
  ['his siblings and peers', 'siblings', /brothers and sisters/],
  ['contact sessions with mum', 'contact sessions', /family time/],
  ['a LAC review is due', 'LAC review', /their review/],
  ['LAC since 2019', 'LAC', /children in our care/],
  ['his current placement', 'placement', /home/],
  ['DNA at the dentist', 'DNA', /missed/],
  ['her birth mum', 'birth mum', /mum, dad/],
] as const;

for (const [text, words, better] of FLAGGED)
  test(`of “${words}” in “${text}” something better is suggested`, () => {
    const [first] = suggestWords([{ question: 'health', label: 'Health', text }]);
    assert.equal(first?.words, words);
    assert.match(first.better, better);
  });

for (const text of [
  'She has asthma and lives with her brothers and sisters.',
  'She said no to the dentist, and that is fine.',
  'He likes to be in charge and to have a say.',
])
  test(`nothing else is suggested of “${text}”`, () =>
    assert.deepEqual(suggestWords([{ question: 'health', label: 'Health', text }]), []));
