import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Identifying, NOTHING_KNOWN } from './detectors/finding.ts';
import { RELATIONS } from './detectors/relation-words.ts';
import { DETECTORS, findIdentifying } from './find-identifying.ts';

const KNOWN: Identifying = {
  ...NOTHING_KNOWN,
  givenName: 'Kofi',
  familyName: 'Aldenfen',
  numbers: ['NM100879', 'T999000100879'],
};

const find = (text: string, detectors: Parameters<typeof findIdentifying>[2] = DETECTORS) =>
  findIdentifying([{ question: 'words', label: 'Words', paragraphs: [text] }], KNOWN, detectors);
const said = (text: string): readonly string[] =>
  find(text).map(({ kind, weight, words }) => `${kind} ${weight}: ${words}`);

/** As people write when they are in a hurry, and what is found in it. */
const CAUGHT: readonly (readonly [string, ...string[]])[] = [
  ['Number NM100879', 'number never: NM100879'],
  ['number 100879 in our record', 'number never: 100879'],
  ['UPN T999000100879', 'number never: T999000100879'],
  ['Kofi James Aldenfen', 'full-name never: Kofi James Aldenfen'],
  ['Kofi (Koko) Aldenfen', 'full-name never: Kofi (Koko) Aldenfen'],
  ['Kofi J. Aldenfen', 'full-name never: Kofi J. Aldenfen'],
  ['Aldenfen, James Kofi', 'full-name never: Aldenfen, James Kofi'],
  ['kofi “koko” aldenfen', 'full-name never: kofi “koko” aldenfen'],
  ['KofiAldenfen2014', 'full-name never: KofiAldenfen2014'],
  ['kofi.aldenfen14', 'full-name never: kofi.aldenfen14'],
  ['the kofialdenfenfans', 'full-name never: kofialdenfenfans'],
  ['kofi2014 plays', 'name reason: kofi2014'],
  ['he likes it, says Kofi. The Aldenfens came', 'name reason: Kofi', 'name reason: Aldenfens'],
  ['NHS number 943 476 5919', 'number never: 943 476 5919'],
  ['She lives at 8 Punt Yard', 'address never: 8 Punt Yard'],
  ['She lives at 8, Punt Yard', 'address never: 8, Punt Yard'],
  ['at 12b Old Maltings', 'address never: 12b Old Maltings'],
  ['by 3 The Green', 'address never: 3 The Green'],
  ['3 The Green', 'address never: 3 The Green'],
  ['4 Mill Cottages', 'address never: 4 Mill Cottages'],
  ['7 Ferry Gate End', 'street reason: 7 Ferry Gate End'],
  ['8 OTTER MALTINGS', 'address never: 8 OTTER MALTINGS'],
  ['9 Otter Bend is home', 'street reason: 9 Otter Bend'],
  ['she lives at 9 Otter Bend', 'address never: 9 Otter Bend'],
  ['3b Tern House', 'address never: 3b Tern House'],
  ['3 Tern House', 'street reason: 3 Tern House'],
  ['3 Tern House close to it', 'street reason: 3 Tern House close'],
  ['1 The Rookery', 'street reason: 1 The Rookery'],
  ['she lives at 8 punt yard', 'street reason: 8 punt yard'],
  ['they live at 3 the green now', 'street reason: 3 the green'],
  ['her address is 12 rookery', 'street reason: 12 rookery'],
  ['she lives with mum at 14 otter bend', 'street reason: 14 otter bend'],
  ['her home is at 14 otter bend', 'street reason: 14 otter bend'],
  ['she moved to 14 otter bend', 'street reason: 14 otter bend'],
  ['she moved back to 14 otter', 'street reason: 14 otter'],
  ['lives with her nan at 14 Otter Bend', 'address never: 14 Otter Bend'],
  ['resides at 14 Otter Bend', 'address never: 14 Otter Bend'],
  ['at 14 St. Mary’s Drive', 'address never: 14 St. Mary’s Drive'],
  ['at 14 Old Otter Close', 'address never: 14 Old Otter Close'],
  ['needs 1 Bed Close to school', 'street reason: 1 Bed Close'],
  ['1 Staff Member must Drive her', 'street reason: 1 Staff Member must Drive'],
  ['2 staff\nClose supervision', 'may-be-name look: Close'],
  ['Age: 11\nVery Close to her mum', 'street reason: Very Close'],
  ['14 Ferry\nLane', 'street reason: Ferry\nLane'],
  ['11 Otters Close by', 'street reason: 11 Otters Close'],
  ['down Punt Yard', 'street reason: Punt Yard'],
  ['She is of PE34 4BO', 'postcode never: PE34 4BO'],
  ['She is of pe34 4bo', 'postcode reason: pe34 4bo'],
  ['She is of PE344BO', 'postcode never: PE344BO'],
  ['She is of PE 34 4 BO', 'postcode reason: PE 34 4 BO'],
  ['She is of PEX34 4B', 'postcode reason: PEX34 4B'],
  ['She is of NR1\u200b1AA', 'postcode never: NR1\u200b1AA'],
  ['She is of NR1/1AA', 'postcode reason: NR1/1AA'],
  ['She is of NR1,1AA', 'postcode reason: NR1,1AA'],
  ['She is of nr1 1st', 'postcode reason: nr1 1st'],
  ['She is of cf10 3nd', 'postcode reason: cf10 3nd'],
  ['She is of n1 1rd', 'postcode reason: n1 1rd'],
  ['vitamin B12 2ug', 'postcode reason: B12 2ug'],
  ['bed B2 6ft', 'postcode reason: B2 6ft'],
  ['ring 07700\u200b900123', 'phone never: 07700\u200b900123'],
  ['ring 07700/900/123', 'phone reason: 07700/900/123'],
  ['ring 07700, 900, 123', 'phone reason: 07700, 900, 123'],
  ['ring +48 501 234 567', 'phone never: +48 501 234 567'],
  ['ring +353 85 123 4567', 'phone never: +353 85 123 4567'],
  ['from 04.12.2026 07700 900123', 'date reason: 04.12.2026', 'phone never: 07700 900123'],
  ['from 04.12.2026 01 632 960011', 'date reason: 04.12.2026', 'phone never: 01 632 960011'],
  ['ring 01632.96.00.11', 'phone never: 01632.96.00.11'],
  ['ring 01.02.03.04.05', 'phone never: 01.02.03.04.05'],
  ['ring ０７７００ ９００１２３', 'phone never: ０７７００ ９００１２３'],
  ['write to jane@\u200bexample.org', 'email never: jane@\u200bexample.org'],
  ['NHS 943.476.5919', 'number never: 943.476.5919'],
  ['her mum\u200bJane', 'person reason: Jane'],
  ['with Ja\u00adne', 'may-be-name look: Ja\u00adne'],
  ['Her mum Jane', 'person reason: Jane'],
  ['Her mother Jane Doe is ill', 'person reason: Jane Doe'],
  ['her mum, Jane, is ill', 'person reason: Jane'],
  ['HER BROTHER ODO', 'person reason: ODO'],
  ['Her stepfather Bran O’Dell', 'person reason: Bran O’Dell'],
  ['his friend Odo Wren-Tully', 'person reason: Odo Wren-Tully'],
  ['Nana Pat came', 'person reason: Nana Pat'],
  ['her uncle Xan', 'person reason: Xan'],
  ['Uncle Xan', 'person reason: Uncle Xan'],
  ['Ms Quell and Mr Tarn', 'person reason: Ms Quell', 'person reason: Mr Tarn'],
  ['her mum jane', 'may-be-name look: jane'],
  ['her mother sarah', 'may-be-name look: sarah'],
  ['his step-dad kev', 'may-be-name look: kev'],
  ['her grandmother, ruth, is ill', 'may-be-name look: ruth'],
  ['the guardian is with her father simon', 'may-be-name look: simon'],
  ['his social worker helen', 'may-be-name look: helen'],
  ['sarah is her mother', 'may-be-name look: sarah'],
  ['Ama is her sister', 'person reason: Ama'],
  ['Ama Oldsluice was his last foster carer', 'person reason: Ama Oldsluice'],
  ['Odo, his older brother, came', 'person reason: Odo'],
  ['Odo (her uncle) came', 'person reason: Odo'],
  ['Ama is the child’s aunt', 'person reason: Ama'],
  ['Ama’s her sister', 'person reason: Ama'],
  ['Ama, who is his mum, came', 'person reason: Ama'],
  ['Ama and Odo are her siblings', 'person reason: Ama', 'person reason: Odo'],
  ['her sister’s name is ruth', 'may-be-name look: ruth'],
  ['Her brother (Ieuan) visits', 'person reason: Ieuan'],
  ['and her nan – Cerys – rings', 'person reason: Cerys'],
  ['her brother "Ieuan" came', 'person reason: Ieuan'],
  ['her brother/Ieuan', 'person reason: Ieuan'],
  ['her mum CERI visits', 'person reason: CERI'],
  ['her mum ÉMILIE', 'person reason: ÉMILIE'],
  ['Her sister June and her mum April visit.', 'person reason: June', 'person reason: April'],
  ['her friend Christian', 'person reason: Christian'],
  ['June is her sister', 'person reason: June'],
  ['AJ is her brother', 'person reason: AJ'],
  ['Ieuan – her brother – visits', 'person reason: Ieuan'],
  ['Ieuan, mum’s partner, is not to know', 'person reason: Ieuan'],
  ['Ieuan is a brother', 'person reason: Ieuan'],
  ['Ieuan (brother) visits', 'person reason: Ieuan'],
  ['Sue (nan)', 'person reason: Sue'],
  ['her nan sue', 'may-be-name look: sue'],
  ['her aunt bev', 'may-be-name look: bev'],
  ['mum’s name: ceri', 'may-be-name look: ceri'],
  ['her brother is kev', 'may-be-name look: kev'],
  ['mum=Odrun', 'person reason: Odrun'],
  ['Odrun – mum', 'person reason: Odrun'],
  ['Odrun, mum, rings', 'person reason: Odrun'],
  ['Xan, 14, is her brother', 'person reason: Xan'],
  ['KofiJamesAldenfen', 'full-name never: KofiJamesAldenfen'],
  ['NR1:1AA', 'postcode reason: NR1:1AA'],
  ['NR1 (1AA)', 'postcode reason: NR1 (1AA'],
  ['ring 07700:900:123', 'phone reason: 07700:900:123'],
  ['moved in with her nan at 14 otter bend', 'street reason: 14 otter bend'],
  ['pick her up at 14 otter bend', 'street reason: 14 otter bend'],
  ['collect from 14 otter bend', 'street reason: 14 otter bend'],
  ['aunty bev', 'may-be-name look: bev'],
  ['her nan (cerys) rings', 'may-be-name look: cerys'],
  ['TA Dai', 'person reason: Dai'],
  ['her SW Ceri rang', 'person reason: Ceri'],
  ['Mum - Ceri\nDad - Dai', 'person reason: Ceri', 'person reason: Dai'],
  ['Brothers:\n- Ieuan\n- Aled', 'may-be-name look: Ieuan', 'may-be-name look: Aled'],
  ['Contact:\n• Ceri weekly', 'may-be-name look: Ceri'],
  ['Dai & Ceri', 'may-be-name look: Dai', 'may-be-name look: Ceri'],
  ['Dai/Ceri', 'may-be-name look: Dai', 'may-be-name look: Ceri'],
  ['close to him (Ieuan)', 'may-be-name look: Ieuan'],
  ['Lanternby village school', 'school look: Lanternby village school'],
  ['goes to Lanternby village school', 'school reason: Lanternby village school'],
  ['at Lanternby church primary', 'school reason: Lanternby church primary'],
  ['at Lanternby community college', 'school reason: Lanternby community college'],
  ['at Otters nursery', 'school reason: Otters nursery'],
  ['he is close to Tyler Oldsluice', 'may-be-name look: Tyler', 'may-be-name look: Oldsluice'],
];

for (const [text, ...expected] of CAUGHT)
  test(`“${text}” may tell who the child is, loosely as it is written`, () =>
    assert.deepEqual(said(text), expected));

for (const relation of RELATIONS)
  test(`a name is found beside “${relation}”, after it and before it, in large letters and in small`, () => {
    const words = (text: string) => find(text).map((one) => one.words);
    for (const [text, name] of [
      [`Her ${relation} Ama came`, 'Ama'],
      [`her ${relation} sarah came`, 'sarah'],
      [`Ama is her ${relation}.`, 'Ama'],
      [`sarah was their older ${relation}.`, 'sarah'],
    ] as const)
      assert.ok(words(text).includes(name), text);
  });

/** Nothing is found in these, or somebody would be kept from writing what everybody writes. */
const HARMLESS = [
  'Could you take her from Friday? She needs 2 to 1 staffing, and a room on the ground floor.',
  'Please reply by noon on Monday. The Placements Team is here until 5pm.',
  'Her mum visits on Saturdays, and Nana on Sundays. His Dad is well.',
  'Her mother, Monday to Friday, works nights.',
  'She is in Year 7 and in KS3. Year 9 The rest is as before.',
  'She is 8. The garden matters. He has 3 GCSEs to sit.',
  'He takes 5 mg at 8am and 2 tablets at 9pm.',
  'She lives at 2 homes in turn. They lived at 3 different places, and stay at 1 of them.',
  'A village school, a church school or a local primary would do.',
  'The village school is near. Any community college will do.',
  'In 2019 The home was new. There are 2 March hares.',
  'On 3 December 2026 Please ring',
  'This is her mother. She was his friend. Nobody is her friend, and nothing is their home.',
  'Sadly, her mother, who is ill, died. Today his dad came.',
  'She loves her mum. frank words help, and her mother will come.',
  'Contact:\n• Weekly, with mum\n- Supervised\n- Phone calls with her dad on Sundays',
  'Mum: weekly. Dad – monthly (Saturdays). Her mum will sue, and a sister is a good friend.',
  'Needs:\n- Garden\n- Quiet street. Contact with mum: weekly. Contact (mum) is weekly.',
  'A home – Not in a town – is best. Her mum/dad visit on Mondays/Fridays. Her mum drew a picture.',
  'Her mum MUST be told, and her dad CANNOT come.',
  'Please answer by 04.12.2026 10.00. A stay from 01.12.2026 - 05.12.2026 or 2026-01-05 - 2026-02-06',
  'A stay from 01-12-2026 - 05-12-2026, or 01/12/26, 05/12/26 10.00',
  'Staffing:\n08.00-20.00\n20.00-08.00\nVisits 10.00-11.00 12.00-13.00',
  'We need 2 staff. Close supervision in the evening.',
  'A 30 min drive or 2 hrs drive from her mum',
  'She lives with 2 other children. He lived with his mum at 3 different places and moved to 2 new carers.',
  'She moved to 3 homes, and moved back to 1 of them; they moved to 2 to 1 staffing. She lives with them at 10 weeks old.',
  'Hours: 08:00 09:00 10:00 11:00, then 08:00-20:00. Contact, mum, weekly. KS3: 2 PE lessons.',
  'Regulation 44 Visits are monthly. Ofsted was here.',
] as const;

for (const text of HARMLESS)
  test(`nothing is found in “${text}”`, () =>
    assert.deepEqual(
      find(text)
        .filter(({ kind }) => kind !== 'date')
        .map(({ kind, words }) => `${kind}: ${words}`),
      [],
    ));

/** With one search turned off the text would go out: what shows that the search is needed. */
const ONLY_BY = [
  ['relations', 'HER BROTHER ODO'],
  ['relations', 'Ama is her sister'],
  ['listed-names', 'Brothers:\n- Odo'],
  ['small-names', 'her mother sarah'],
  ['numbered-streets', 'at 14 ferry lane'],
  ['houses', 'home is 1 THE GREEN'],
  ['small-houses', 'she lives at 8 punt yard'],
  ['loose-postcodes', 'She is of PE 34 4 BO'],
  ['numbers', 'UPN T999000100879'],
] as const satisfies readonly (readonly [keyof typeof DETECTORS, string])[];

for (const [off, text] of ONLY_BY)
  test(`with the search for ${off} turned off “${text}” is missed`, () => {
    const others = Object.fromEntries(Object.entries(DETECTORS).filter(([id]) => id !== off));
    assert.equal(find(text).length, 1);
    assert.deepEqual(
      find(text, others).map(({ words }) => words),
      [],
    );
  });

/** As long as each part of an address or a name may be, and longer. */
const MANY = 20_000;
for (const [text, expected] of [
  [`${'a'.repeat(64)}@example.org`, 'email never'],
  [`${'a'.repeat(65)}@example.org`, 'email never'],
  [`${'a'.repeat(MANY)}@example.org`, 'email never'],
  [`${'a'.repeat(MANY)} at example dot org`, 'email never'],
  [`jo@${'a'.repeat(63)}.org`, 'email never'],
  ['jo@a.b.c.d.e.f.g.h.org', 'email never'],
  [`${'a-'.repeat(30)}.org`, 'link reason'],
  [`www.${'a'.repeat(MANY)}.org`, 'link reason'],
  [`at L${'a'.repeat(39)} Primary School`, 'school reason'],
  [`14 L${'a'.repeat(38)} Lane`, 'address never'],
  [`her mum J${'a'.repeat(39)}`, 'person reason'],
] as const)
  test(`a long run of letters hides nothing: “${text.slice(0, 30)}…” of ${text.length}`, () => {
    const found = find(text).filter(({ kind }) => kind !== 'may-be-name');
    assert.deepEqual(
      found.map(({ kind, weight }) => `${kind} ${weight}`),
      [expected],
    );
  });

for (const run of ['a', 'A', 'a-', 'A’', 'a.', '1', ' '])
  test(`nothing that tells is found in ${MANY} of “${run}” alone`, () =>
    assert.equal(find(run.repeat(MANY)).filter(({ weight }) => weight === 'never').length, 0));
