import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '../calendar/day.ts';
import { type Identifying, NOTHING_KNOWN } from './detectors/finding.ts';
import { DETECTORS, findIdentifying } from './find-identifying.ts';

const KNOWN: Identifying = {
  ...NOTHING_KNOWN,
  givenName: 'Kofi',
  familyName: 'Aldenfen-Reed',
  family: ['Ama Aldenfen', 'Zoë Quillfeather', 'Anne-Marie', 'Seán O’Brindle'],
  staff: ['Ana Fenwright'],
  carers: ['Mr and Mrs Lowestoke'],
  schools: ['St Botolph’s Primary School'],
  addresses: ['2 Staithe Row, Wharfby'],
  postcodes: ['PE21 0ZZ'],
  numbers: ['NM1024', 'H801200001001'],
  born: day('2014-05-03'),
  alsoBorn: [day('2016-01-09')],
};

const find = (text: string, known: Identifying = KNOWN) =>
  findIdentifying([{ question: 'likes', label: 'What do they like?', paragraphs: [text] }], known);
const said = (text: string, known?: Identifying): readonly string[] =>
  find(text, known).map(({ kind, weight, words }) => `${kind} ${weight}: ${words}`);

/** A text, and what is found in it. */
const CASES: readonly (readonly [string, ...string[]])[] = [
  ['he said that kofi aldenfen reed came', 'full-name never: kofi aldenfen reed'],
  ['signed ALDENFEN-REED, KOFI.', 'full-name never: ALDENFEN-REED, KOFI'],
  ['Everybody knows Kofi’s laugh', 'name reason: Kofi’s'],
  ["it is Kofi's coat, and KOFI likes it", "name reason: Kofi's", 'name reason: KOFI'],
  ['the aldenfens came', 'name reason: aldenfens'],
  ['K.A. likes trains', 'initials reason: K.A.'],
  ['KA likes trains', 'initials reason: KA'],
  ['K likes trains', 'initials look: K'],
  ['his sister zoe came', 'family reason: zoe'],
  ['his sister Zoe\u0308 came', 'family reason: Zoe\u0308'],
  ['Annemarie and Anne Marie', 'family reason: Annemarie'],
  ['Sean OBrindle came', 'family reason: Sean OBrindle'],
  ['ask Ana Fenwright', 'staff reason: Ana Fenwright'],
  ['with the Lowestokes', 'carer reason: Lowestokes'],
  ['he goes to St Botolphs primary school', 'school reason: St Botolphs primary school'],
  ['he goes to Mareham Road Academy', 'school reason: Mareham Road Academy'],
  ['they live at 2 staithe row', 'address never: 2 staithe row'],
  ['they live at 14 Ferry Lane now', 'address never: 14 Ferry Lane'],
  ['they live at 14 ferry lane now', 'street reason: 14 ferry lane'],
  ['down Ferry Lane', 'street reason: Ferry Lane'],
  ['close to staithe row', 'street reason: staithe row'],
  ['in flat 3', 'street reason: flat 3'],
  ['at pe210zz', 'postcode never: pe210zz'],
  ['at P E 2 1 0 Z Z', 'postcode never: P E 2 1 0 Z Z'],
  ['at ZZ1 9ZZ', 'postcode never: ZZ1 9ZZ'],
  ['near zz99-3wz', 'postcode never: zz99-3wz'],
  ['in PE21 0', 'part-of-postcode reason: PE21 0'],
  ['in pe21', 'part-of-postcode reason: pe21'],
  ['ring 07700 900123', 'phone never: 07700 900123'],
  ['ring +44 (0)20 7946 0018', 'phone never: +44 (0)20 7946 0018'],
  ['ring 01632 96 00 11 today', 'phone never: 01632 96 00 11'],
  ['write to mum@example.org', 'email never: mum@example.org'],
  ['she is @zoe_q on it', 'email never: @zoe_q'],
  ['see https://example.org/kofi', 'link reason: https://example.org/kofi'],
  ['see botolphs.sch.uk', 'link reason: botolphs.sch.uk'],
  ['born 3/5/14', 'born never: 3/5/14'],
  ['born on the 3rd of May 2014', 'born never: 3rd of May 2014'],
  ['his birthday, May 3rd', 'born never: May 3rd'],
  ['03052014', 'born never: 03052014'],
  ['2014-05-03', 'born never: 2014-05-03'],
  ['on 12 June 2026 he moved', 'date reason: 12 June 2026'],
  ['since 12/06/2026', 'date reason: 12/06/2026'],
  ['his number is nm 1024', 'number never: nm 1024'],
  ['943 476 5919', 'number never: 943 476 5919'],
  ['UPN H801200001001', 'number never: H801200001001'],
  ['ref A1234567', 'number reason: A1234567'],
  ['his teacher Mrs Dunwhistle', 'person reason: Mrs Dunwhistle'],
  ['he plays with Mohammed', 'may-be-name look: Mohammed'],
];

for (const [text, ...expected] of CASES)
  test(`“${text}” may tell who the child is`, () => assert.deepEqual(said(text), expected));

const ELIZABETH = { ...KNOWN, givenName: 'Christopher', family: ['Elizabeth Aldenfen', 'Gabriella'] };

for (const [text, ...expected] of [
  ['Liz takes him', 'family reason: Liz'],
  ['his mum, Lizzie, came', 'family reason: Lizzie'],
  ['liz takes him', 'family look: liz'],
  ['Chris likes trains', 'name reason: Chris'],
  ['Chrissy likes trains', 'name look: Chrissy'],
  ['Gabri sings', 'family look: Gabri'],
  ['Christoper likes trains', 'name look: Christoper'],
  ['it is Elisabeth’s', 'family look: Elisabeth’s'],
  ['CAR likes trains', 'initials reason: CAR'],
  ['c.a. likes trains', 'initials reason: c.a.'],
  ['C/A likes trains', 'initials reason: C/A'],
] as const)
  test(`“${text}” may tell who the child is, by what they are called for short`, () =>
    assert.deepEqual(said(text, ELIZABETH), expected));

for (const [text, ...expected] of [
  ['DOB 3/5', 'born never: 3/5'],
  ['his birthday is 03.05', 'born never: 03.05'],
  ['it was 3/5', 'born reason: 3/5'],
  ['his birthday is the third of May', 'born never: third of May'],
  ['May the third', 'born never: May the third'],
  ['MAY 3RD', 'born never: MAY 3RD'],
  ['may 3rd', 'born never: may 3rd'],
  ['3-May-2014', 'born never: 3-May-2014'],
  ['3May2014', 'born never: 3May2014'],
  ['born in May 2014', 'born reason: May 2014'],
  ['born 05/2014', 'born reason: 05/2014'],
  ['on the twenty-first of June he moved', 'date reason: twenty-first of June'],
  ['sister, born 9/1', 'others-born reason: 9/1'],
  ['write to mum (at) example (dot) org', 'email never: mum (at) example (dot) org'],
  ['write to mum at example dot org', 'email never: mum at example dot org'],
  ['write to mum [at] example.org', 'email never: mum [at] example.org'],
  ['snapchat: zed_q14', 'email reason: snapchat: zed_q14'],
  ['Hillside school, year 10', 'school look: Hillside school'],
  ['he goes to Hillside school', 'school reason: Hillside school'],
  ['Attends Hillside primary', 'school reason: Hillside primary'],
  ['in wharfby', 'address look: wharfby'],
  ['his uncle bob takes him', 'may-be-name look: bob'],
  ['a friend called becky’s dog', 'may-be-name look: becky’s'],
  ['she lives on ferry road', 'street look: ferry road'],
  ['at the end of quayside avenue', 'street look: quayside avenue'],
  ['he likes SBPS', 'school reason: SBPS'],
  ['he likes S.B.P.S. a lot', 'school reason: S.B.P.S'],
  ['Rebecca takes him. Jonny waits', 'may-be-name look: Rebecca', 'may-be-name look: Jonny'],
] as const)
  test(`“${text}” may tell who the child is, in another form`, () => assert.deepEqual(said(text), expected));

/** What one search alone finds: with it turned off, it would go out. */
const ONLY_BY = [
  ['short-names', 'liz takes him'],
  ['birthdays', 'DOB 3/5'],
  ['towns', 'in wharfby'],
  ['usual-names', 'Rebecca takes him'],
  ['names-on-the-internet', 'snapchat: zed_q14'],
  ['small-names', 'his uncle bob takes him'],
  ['small-streets', 'she lives on ferry road'],
  ['letters-of-schools', 'he likes SBPS'],
] as const satisfies readonly (readonly [keyof typeof DETECTORS, string])[];

for (const [off, text] of ONLY_BY)
  test(`with the search for ${off} turned off “${text}” is missed`, () => {
    const answers = [{ question: 'likes', label: 'Likes', paragraphs: [text] }];
    const others = Object.fromEntries(Object.entries(DETECTORS).filter(([id]) => id !== off));
    assert.equal(findIdentifying(answers, ELIZABETH).length, 1);
    assert.deepEqual(findIdentifying(answers, ELIZABETH, others), []);
  });

/** Texts of every day in which nothing is found. */
const HARMLESS = [
  'Loves football, Lego and Minecraft. A calm voice helps, and so does a walk.',
  'He walks 2 miles down the road to school and is home by 3.15.',
  'A mainstream primary school, year 5. High school begins in September.',
  'Needs 2 to 1 staffing; sees his mum 3 times a week for 2 hours.',
  'He is 11, and was 7 when he first moved. In 2019 things were better.',
  'A GP and the CAMHS team know him. He reads the Bible on Sunday with his Nan.',
  'She likes her bedroom tidy, and I like that a lot.',
  'They would like to live with a baby, and 2 may share a room.',
  'Cat food is his task. Will he stay? Rose bushes please him.',
  'Loves school. Good school attendance, 9 days in 10, and a second may come. Support is there 24/7.',
  'He is 3. March was hard. He has 1/2 a dozen friends, and is at home. Me and him talk.',
  'Plays on the road and in the back lane; a home on a quiet road, near open gardens, would be best.',
  'Her uncle will come, and a friend is there. Gran may visit. The SENCO at school and a PRU know him.',
  'Uses Snapchat: it calms him. Since March 2024 things are better.',
] as const;

for (const text of HARMLESS)
  test(`“${text}” tells nobody apart`, () =>
    assert.deepEqual(
      find(text).filter(({ weight }) => weight !== 'look'),
      [],
    ));

test('a name that is an ordinary word too is raised, and wants only to be looked at', () => {
  const may = { ...NOTHING_KNOWN, givenName: 'May', familyName: 'Rose' };
  assert.deepEqual(said('She may go there. May laughs.', may), ['name look: may']);
  assert.equal(find('She may go there. May laughs.', may)[0]?.times, 2);
  assert.deepEqual(said('May Rose laughs', may), ['full-name never: May Rose']);
  const will = { ...NOTHING_KNOWN, givenName: 'Will', familyName: 'Brackenthorpe' };
  assert.deepEqual(said('He will ask Brackenthorpe', will), [
    'name look: will',
    'name reason: Brackenthorpe',
  ]);
});

test('a name that is an ordinary word is no full name where a sentence stands between', () => {
  const will = { ...NOTHING_KNOWN, givenName: 'Will', familyName: 'Rose' };
  assert.deepEqual(said('He will see a rose.', will), ['name look: will', 'name look: rose']);
  assert.deepEqual(said('So Will James Rose laughs', will), ['full-name never: Will James Rose']);
});

test('a word that only begins like a short name is none', () => {
  const theo = { ...NOTHING_KNOWN, givenName: 'Theodore', family: ['Veronica'] };
  assert.deepEqual(said('They like it. Very much so.', theo), []);
});

test('a name is looked for whatever else it may mean beside others', () => {
  assert.deepEqual(said('Ben came', { ...NOTHING_KNOWN, givenName: 'Ben' }), ['name reason: Ben']);
  assert.deepEqual(said('Al came', { ...NOTHING_KNOWN, givenName: 'Al' }), ['name look: Al']);
  assert.deepEqual(said('the mother', { ...NOTHING_KNOWN, carers: ['Mr and Mrs Lowe'] }), []);
});

test('a finding says which question, which words, what stands around them and what to write instead', () => {
  const [finding] = find(
    'Every Saturday the whole family goes to see Kofi play on the field behind the church hall',
  );
  assert.equal(finding?.label, 'What do they like?');
  assert.equal(finding?.words, 'Kofi');
  assert.ok(finding?.before.endsWith('goes to see ') && finding.after.startsWith(' play on'));
  assert.match(finding?.instead ?? '', /the child/);
});

test('days of the week and months are nobody’s name, one or many, short or long', () => {
  const days = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
  const months =
    'January February March April May June July August September October November December'.split(' ');
  for (const word of [...days, ...months])
    for (const written of [word, `${word}s`, `${word}’s`, `${word}s’`])
      assert.deepEqual(said(`he swims on ${written} and rests`), [], written);
  for (const short of ['Mon', 'Tue', 'Tues', 'Wed', 'Weds', 'Thu', 'Thur', 'Thurs', 'Fri', 'Sat', 'Sun'])
    assert.deepEqual(said(`he swims on ${short} and rests`), [], short);
  for (const short of ['Feb', 'Apr', 'Aug', 'Sep', 'Sept', 'Oct', 'Nov', 'Dec'])
    assert.deepEqual(said(`he went in ${short} and came back`), [], short);
  assert.deepEqual(said('he went with Jan and came back'), ['may-be-name look: Jan'], 'which is a name too');
  assert.deepEqual(said('he swims with Frieda and rests'), ['may-be-name look: Frieda']);
});
