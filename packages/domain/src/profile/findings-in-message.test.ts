import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '../calendar/day.ts';
import { findingKey } from './answered-findings.ts';
import { type Identifying, NOTHING_KNOWN } from './detectors/finding.ts';
import { findIdentifying } from './find-identifying.ts';
import {
  findingsForAll,
  findingsInMessage,
  findTelling,
  lookedAtInWords,
  NOT_LOOKED_AT,
} from './findings-in-message.ts';
import { hostAtWork, NOTHING_TOLD, type ToldAnyway } from './told-anyway.ts';

const KNOWN: Identifying = {
  ...NOTHING_KNOWN,
  givenName: 'Kofi',
  familyName: 'Aldenfen',
  staff: ['Ana Fenwright'],
  addresses: ['2 Tern Court, Wharfby'],
  numbers: ['NM100879', 'T999000100879'],
  born: day('2014-05-03'),
};
const TOLD: ToldAnyway = {
  called: [
    'Willow House',
    'Samphire Lodge',
    'Tern Court',
    'Mr and Mrs Lowe',
    'Zed Homes Ltd',
    'Northmarsh County Council',
    'Sarah Whitby House',
  ],
  sent: ['Home is in Fenmarket', 'Loves the Otter Club near Great Saltmere.'],
  hosts: ['northmarsh.gov.uk'],
};
const find = (words: string) => findingsInMessage(words, KNOWN, TOLD);
const sentenceOf = (words: string, said = NOT_LOOKED_AT): string =>
  findTelling(find(words), said)?.sentence ?? '';
const lookedAt = (words: string, why: string) => ({ keys: find(words).map(findingKey), words, why });

/** Words that go with an approach, and what no reason lets out. */
const NEVER = [
  ['Number NM100879', 'NM100879'],
  ['UPN T999000100879', 'T999000100879'],
  ['NHS 943 476 5919', '943 476 5919'],
  ['She lives at 8 Punt Yard', '8 Punt Yard'],
  ['She lives at 8 Tern House', '8 Tern House'],
  ['She lives at 8 Willow House', '8 Willow House'],
  ['she is of 2 Tern Court', '2 Tern Court'],
  ['3 The Green', '3 The Green'],
  ['14 Ferry Lane', '14 Ferry Lane'],
  ['She is of PE34 4BO', 'PE34 4BO'],
  ['She is of PE344BO', 'PE344BO'],
  ['Kofi Aldenfen likes it', 'Kofi Aldenfen'],
  ['born on 3 May 2014', '3 May 2014'],
  ['his birthday is 3 May', '3 May'],
  ['3 May is his birthday', '3 May'],
  ['she turns 12 on 3 May', '3 May'],
  ['reply soon, born 3/5', '3/5'],
  ['Reply soon, she has her special day on 3 May', '3 May'],
  ['Please respond about how you would mark her day on 3 May', '3 May'],
  ['Please reply by 3 May, when she gets older', '3 May'],
  ['Please reply by 3 May as she is 12 that day', '3 May'],
  ['ring 07700 900123', '07700 900123'],
  ['her mum rings us on 07700 900123', '07700 900123'],
  ['Odrun can call us back on 07700 900123', '07700 900123'],
  ['sharon can call us back on 07700 900123', '07700 900123'],
  ['Odrun told us 07700 900123', '07700 900123'],
  ['call the school for us on 07700 900123', '07700 900123'],
  ['The driver likes to ring us on 07700 900123', '07700 900123'],
  ['call odrun of our team on 07700 900123', '07700 900123'],
  ['Odrun told us jane@example.org', 'jane@example.org'],
  ['write to jane@example.org', 'jane@example.org'],
  ['write to jane@northmarsh.gov.uk.example.org', 'jane@northmarsh.gov.uk.example.org'],
  ['placements@northmarsh.gov.uk/jane.doe@example.com', '/jane.doe@example.com'],
  ['https://northmarsh.gov.uk/x,jane@example.com', 'https://northmarsh.gov.uk/x,jane@example.com'],
  ['www.northmarsh.gov.uk/(jane@example.com)', 'jane@example.com'],
  ['northmarsh.gov.uk/@jane', 'northmarsh.gov.uk/@jane'],
  ['write to office@ferry.schools.northmarsh.gov.uk', 'office@ferry.schools.northmarsh.gov.uk'],
] as const;

for (const [text, words] of NEVER)
  test(`“${text}” never goes out with an approach, whatever is said of it`, () => {
    assert.ok(sentenceOf(text).includes(`Take out “${words}”`), sentenceOf(text));
    const refusal = findTelling(find(text), lookedAt(text, 'They know the child'));
    assert.equal(refusal?.name, 'tells-who');
    assert.deepEqual(refusal?.toLookAt, []);
  });

const WITH_A_REASON = [
  ['Her mum Jane', 'Jane'],
  ['Her mother Jane Doe is ill', 'Jane Doe'],
  ['her mother sarah', 'sarah'],
  ['his step-dad kev', 'kev'],
  ['Ama is her sister', 'Ama'],
  ['Lanternby village school', 'Lanternby village school'],
  ['he is close to Tyler', 'Tyler'],
  ['Kofi is 11', 'Kofi'],
  ['reference A1234567', 'A1234567'],
  ['see northmarsh.gov.uk/jane%40example.com', 'northmarsh.gov.uk/jane%40example.com'],
  ['a home near Saltmere', 'Saltmere'],
  ['by 7 Ferry Gate End', '7 Ferry Gate End'],
  ['4 Bed House', '4 Bed House'],
  ['A14 3 PE lessons', 'A14 3 PE'],
  ['off the A47. 2 TV rooms', 'A47. 2 TV'],
  ['under S20 2 DR', 'S20 2 DR'],
  ['Could we come on 3 May?', '3 May'],
  ['She needs to hear from her mum by phone on 3 May each year', '3 May'],
  ['Her mum always gets back to us with a present on 3 May', '3 May'],
  ['Tell us if on 3 May she can come', '3 May'],
  ['Please reply by 3 May! She is 12 then.', '3 May'],
  ['By 3 May she wants to know, please reply', '3 May'],
  ['Reply by phone on 3 May', '3 May'],
  ['Call the placements team on 01603 222222', '01603 222222'],
  ['our duty desk is duty@example.org', 'duty@example.org'],
  ['Please ring us back on 01603 222222', '01603 222222'],
  ['You can call us on 01603 222222', '01603 222222'],
  ['If anything changes, call us on 01603 222222', '01603 222222'],
  ['Our number is 01603 222222', '01603 222222'],
  ['We can be reached at placements@northmarsh.gov.uk or 01603 222222', '01603 222222'],
  ['Placements Team: 01603 222222', '01603 222222'],
  ['Email us or call the duty desk on 01603 222222', '01603 222222'],
  ['her aunt jane@northmarsh.gov.uk', 'jane@northmarsh.gov.uk'],
  ['her aunt Sarah Whitby', 'Sarah Whitby'],
  ['her aunt Mrs Lowe', 'Mrs Lowe'],
  ['Sarah Whitby is her aunt', 'Sarah Whitby'],
  ['her friend called Samphire Lodge', 'Samphire Lodge'],
  ['her aunt Sarah Whitby House', 'Sarah Whitby House'],
  ['she likes Whitby', 'Whitby'],
  ['close to Saltmere Otter', 'Saltmere'],
  ['a place in 3 Tern Lodge', '3 Tern Lodge'],
  ['one of the 3 Tern Court places', 'Tern Court'],
] as const;

for (const [text, words] of WITH_A_REASON)
  test(`“${text}” goes out once somebody looked at it and said why, and not before`, () => {
    const { keys } = lookedAt(text, '');
    const refusal = findTelling(find(text), NOT_LOOKED_AT);
    assert.ok(refusal?.sentence.includes(`“${words}”`), refusal?.sentence);
    assert.deepEqual(refusal?.toLookAt, keys);
    assert.equal(refusal?.words, text);
    assert.equal(findTelling(find(text), lookedAt(text, ' '))?.name, 'tells-who', 'no reason');
    assert.equal(
      findTelling(find(text), { ...lookedAt(text, 'Why'), keys: [] })?.name,
      'tells-who',
      'not looked at',
    );
    assert.equal(findTelling(find(text), lookedAt(text, 'a'.repeat(501)))?.name, 'tells-who', 'too long');
    const said = lookedAt(text, ' It is nobody of the family ');
    assert.equal(findTelling(find(text), said), undefined);
    assert.match(lookedAtInWords(find(text), said) ?? '', /“: It|”: It is nobody of the family$/);
  });

const HARMLESS = [
  'Please answer as soon as you can.',
  'Please answer by 3 December 2026.',
  'Please answer by Sunday 3 May.',
  'By 3 May please let us know.',
  'The deadline is 3rd May',
  'The deadline is 3 May.',
  'Deadline: Sunday, 3 May',
  'Please reply to us by email by noon on 3 May.',
  'Can we hear from you by 3 May? Please get back to us before the 3rd of May',
  'We need your answer by Sunday 3 May at the latest.',
  'By 3 May, could you please tell us?',
  'Is there a place at Willow House? The Placements Team of Northmarsh asks.',
  'Is one of the 3 Samphire Lodge places free?',
  'We would like 1 Samphire Lodge place.',
  'Could we visit on Tuesday at 4? At 4 Samphire Lodge staff change.',
  'Will Samphire Lodge have room?',
  'Dear Zed Homes, is the home called Willow House open?',
  'Is Sarah Whitby House open?',
  'a home in Fenmarket or near it',
  'Near Fenmarket would be best, or close to Great Saltmere.',
  'Thank you, Zed Homes. She needs 2 to 1 staffing on Fridays.',
  'The school is 2 miles away, and her mum visits on Sundays.',
  'Write to placements@northmarsh.gov.uk or ana.fenwright@fostering.northmarsh.gov.uk.',
  'See www.northmarsh.gov.uk/terms for the terms.',
  'Nobody is her friend there. Sadly, her mother died.',
  'KS3 2 PE lessons',
  'Dear Mr and Mrs Lowe, and thank you, Mrs Lowe.',
] as const;

for (const text of HARMLESS)
  test(`“${text}” goes out as it is`, () =>
    assert.equal(findTelling(find(text), NOT_LOOKED_AT)?.sentence, undefined));

test('a reason holds of the words that it was said of, and of no others with the same name in them', () => {
  const said = lookedAt('He likes Kev Fisher, the singer', 'A singer');
  assert.equal(findTelling(find('He likes Kev Fisher, the singer'), said), undefined);
  const other = findTelling(find('He lives with Kev Fisher'), said);
  assert.match(other?.sentence ?? '', /^What you said below was said of other words\. Read it again/);
  assert.ok((other?.toLookAt.length ?? 0) > 0);
  const asSent = { ...said, words: 'He likes Kev Fisher,\r\nthe singer ' };
  assert.equal(
    findTelling(find('He likes Kev Fisher,\nthe singer'), asSent),
    undefined,
    'as a browser sends it',
  );
});

test('what was looked at before something else was written beside it is looked at again', () => {
  const said = lookedAt('a home near Saltmere', 'An area');
  const refusal = findTelling(find('a home near Saltmere, close to Tyler'), said);
  assert.equal(refusal?.toLookAt.length, 2);
});

test('what may go for a reason is listed beside what never goes, so that its reason can be kept', () => {
  const text = 'Her mum Jane lives at 8 Punt Yard';
  const refusal = findTelling(find(text), lookedAt(text, 'She asked to be named'));
  assert.match(refusal?.sentence ?? '', /Take out “8 Punt Yard” .*Look at “Jane”/);
  assert.deepEqual(
    refusal?.toLookAt,
    find(text)
      .filter(({ words }) => words === 'Jane')
      .map(findingKey),
  );
});

test('the child’s own name is looked at also where the reader is sent the same letters', () => {
  const rose = { ...KNOWN, givenName: 'Willow' };
  const found = findingsInMessage('Willow House for Willow', rose, TOLD);
  assert.equal(findTelling(found, NOT_LOOKED_AT)?.name, 'tells-who');
});

test('without what the reader is sent anyway their own name would be refused, which shows that it counts', () => {
  for (const text of [
    'Is there a place at Willow House?',
    'a home in Fenmarket',
    'one of the 3 Samphire Lodge places',
  ])
    assert.notDeepEqual(findingsInMessage(text, KNOWN), [], text);
  assert.notDeepEqual(findingsInMessage('see www.northmarsh.gov.uk', KNOWN), []);
});

/** What is let by only because it is weighed as what a provider reads: found, each of them, by the searches of the profile. */
const LET_BY = [
  'Please answer by Sunday 3 May.',
  'By 3 May please let us know.',
  'The deadline is 3rd May',
  'Is one of the 3 Samphire Lodge places free?',
  'Dear Zed Homes, is the home called Willow House open?',
  'Near Fenmarket would be best, or close to Great Saltmere.',
  'Write to placements@northmarsh.gov.uk or ana.fenwright@fostering.northmarsh.gov.uk.',
  'See www.northmarsh.gov.uk/terms for the terms.',
  'Dear Mr and Mrs Lowe, and thank you, Mrs Lowe.',
] as const satisfies readonly (typeof HARMLESS)[number][];

for (const text of LET_BY)
  test(`“${text}” would be refused, were it weighed as in a profile`, () =>
    assert.notDeepEqual(
      findIdentifying([{ question: 'words', label: 'Words', paragraphs: [text] }], KNOWN),
      [],
    ));

test('of two who read the same words each is told by name only what they are called themselves', () => {
  const both = ['Willow House', 'Tern Lodge'].map((home) => ({ ...NOTHING_TOLD, called: [home] }));
  const found = findingsForAll('Is there a place at Willow House?', KNOWN, both);
  assert.deepEqual(
    found.map(({ words }) => words),
    ['Willow House'],
  );
  const [own] = both;
  assert.ok(own);
  assert.deepEqual(findingsForAll('Is there a place at Willow House?', KNOWN, [own]), []);
});

test('a number is the team’s only where nobody else is named before it', () => {
  for (const text of ['For Odrun, call us on 07700 900123', 'Odrun asks: call us on 07700 900123'])
    assert.match(sentenceOf(text), /Take out “07700 900123”/, text);
  assert.doesNotMatch(sentenceOf('To answer, call us on 07700 900123'), /Take out/);
});

test('an address of work is the authority’s, one such as anybody has is nobody’s', () => {
  assert.equal(hostAtWork('kamila@Northmarsh.gov.uk'), 'northmarsh.gov.uk');
  const others =
    'gmail.com yahoo.co.uk ymail.com fastmail.com nhs.net ferry.nhs.uk northmarsh.cjsm.net northmarsh.police.uk tern.northmarsh.sch.uk'
      .split(' ')
      .map((host) => `kamila@${host}`);
  for (const email of [...others, 'kamila', 'kamila@localhost', '', undefined])
    assert.equal(hostAtWork(email), undefined, email);
});
