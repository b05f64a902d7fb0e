/** What files say that cannot be right, and where: refused whole, set aside by row, or taken in and told. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '@rightplace/domain';
import { gather } from './plan-load.ts';
import { readUpstream } from './read-upstream.ts';
import type { UpstreamRead } from './upstream-fact.ts';

const TODAY = day('2026-11-23');
const LIST_7 = 'Child Unique ID,Child Protection Plan Start Date,Child Protection Plan End Date';

const readText = async (text: string): Promise<UpstreamRead> => {
  const [read] = await readUpstream({ name: 'list.csv', bytes: Buffer.from(text) }, TODAY);
  assert.ok(read !== undefined);
  return read;
};

const CENSUS_OF = (inside: string, head = '') =>
  `<Message>${head}<Children><Child><ChildIdentifiers><LAchildID>U1</LAchildID><PersonBirthDate>2015-03-02</PersonBirthDate></ChildIdentifiers><CINdetails>${inside}</CINdetails></Child></Children></Message>`;
const HEAD = (collection: string, day: string) =>
  `<Header><CollectionDetails><Collection>${collection}</Collection><ReferenceDate>${day}</ReferenceDate></CollectionDetails></Header>`;

const MORE_BAD_FILES: readonly (readonly [string, string, RegExp])[] = [
  [
    'an entity that nothing declares',
    CENSUS_OF('<CINreferralDate>&day;</CINreferralDate>'),
    /broken at or before line 1/,
  ],
  [
    'tags that do not match',
    CENSUS_OF('<CINreferralDate>2026-01-05</CINclosureDate>'),
    /broken at or before line 1/,
  ],
  [
    'the return of children looked after',
    CENSUS_OF('', HEAD('SSDA903', '2026-03-31')),
    /of the collection SSDA903, not/,
  ],
];
for (const [what, text, says] of MORE_BAD_FILES)
  test(`XML with ${what} is not read and says why`, async () => {
    const read = await readText(text);
    assert.equal(read.source, undefined);
    assert.match(read.notTaken[0]?.reason ?? '', says);
  });

test('a list whose column was renamed is named with the heading it lacks and those not known', async () => {
  const read = await readText(
    'Annex A\nChild Unique ID,Date of Birth,Ethnicity,CPP Start,Child Protection Plan End Date\nU1,01/04/2015,WBRI,01/04/2026,\n',
  );
  const [aside] = read.notTaken;
  assert.match(
    aside?.reason ?? '',
    /row 2 are like those of List 7: Child protection, without “Child Protection Plan Start Date”/,
  );
  assert.match(aside?.todo ?? '', /Headings not known here: “CPP Start”/);
});

test('a file called by one list that holds another is read as what it is, and says so', async () => {
  const named = (name: string) =>
    readUpstream({ name, bytes: Buffer.from(`${LIST_7}\nU1,01/04/2026,\n`) }, TODAY);
  const [read] = await named('List 3 Referrals.csv');
  assert.match(read?.notes.join(' ') ?? '', /is called List 3 and holds List 7: Child protection/);
  assert.equal(read?.taken, 1);
  const [right] = await named('list_7.csv');
  assert.doesNotMatch(right?.notes.join(' ') ?? '', /is called/);
});

test('a day a century out is set aside; a day of birth a century out is left out and told, with its row and column', async () => {
  const read = await readText(
    'Child Unique ID,Date of Birth,CIN Start Date\nU1,02/03/2015,01/04/1926\nU2,02/03/1915,01/04/2026\nU3,02/03/2126,02/04/2026\n',
  );
  assert.deepEqual(
    read.notTaken.map(({ line, column, reason }) => [line, column, reason]),
    [[2, 'CIN Start Date', 'CIN Start Date: 01/04/1926 is more than 30 years ago.']],
  );
  assert.deepEqual(
    read.doubts.map(({ line, child, column }) => [line, child, column]),
    [
      [3, 'U2', 'Date of Birth'],
      [4, 'U3', 'Date of Birth'],
    ],
  );
  assert.equal(read.taken, 2);
});

test('a day long before the child was born counts and is told; children not yet born can be on a plan', async () => {
  const read = await readText(
    'Child Unique ID,Date of Birth,CIN Start Date\nU1,02/03/2026,01/04/2024\nU2,02/03/2026,01/10/2025\n',
  );
  assert.equal(read.taken, 2);
  assert.deepEqual(
    read.doubts.map(({ line, reason }) => [line, reason]),
    [[2, 'CIN Start Date is long before Date of Birth.']],
  );
});

test('a child in two lists with different days of birth is told with both places, and the first is kept', async () => {
  const file = (name: string, text: string) => readUpstream({ name, bytes: Buffer.from(text) }, TODAY);
  const reads = [
    ...(await file('six.csv', 'Child Unique ID,Date of Birth,CIN Start Date\nU1,02/03/2015,01/04/2026\n')),
    ...(await file(
      'seven.csv',
      'Child Unique ID,Date of Birth,Child Protection Plan Start Date\nU2,01/01/2014,01/05/2026\nU1,03/02/2015,01/05/2026\n',
    )),
  ];
  const found = gather(reads);
  assert.ok(found.kind === 'given');
  const [doubt] = found.doubts;
  assert.deepEqual(
    [doubt?.file, doubt?.line, doubt?.child, doubt?.column],
    ['seven.csv', 3, 'U1', 'Date of Birth'],
  );
  assert.match(doubt?.reason ?? '', /3 February 2015 here and 2 March 2015 in six\.csv, line 2/);
  const told = found.given.facts.find(({ kind, child }) => kind === 'child' && child === 'U1');
  assert.equal(told?.detail['dateOfBirth'], '2015-03-02');
});

test('files of another year than was said are refused with the last day in them', async () => {
  const reads = [await readText('Child Unique ID,Date of Contact\nU1,01/04/2025\n')];
  const found = gather(reads, { from: day('2026-04-01'), to: day('2026-09-30') });
  assert.match(
    found.kind === 'trouble' ? found.reason : '',
    /Nothing in these files is of 1 April 2026 to 30 September 2026: the last day in them is 1 April 2025/,
  );
  const census = [
    await readText(CENSUS_OF('<CINreferralDate>2025-05-05</CINreferralDate>', HEAD('CIN', '2026-03-31'))),
  ];
  assert.equal(gather(census).kind, 'given');
  const other = gather(census, { to: day('2025-03-31') });
  assert.match(
    other.kind === 'trouble' ? other.reason : '',
    /its year ends on 31 March 2026, and you said 31 March 2025/,
  );
});

test('of contacts what came of them and their factors are read where an authority adds them', async () => {
  const read = await readText(
    'Child Unique ID,Date of Contact,Contact Source,Contact Outcome,Contact Factors\nU1,01/04/2026,6,Referral,Parents struggling; Mental health\n',
  );
  assert.deepEqual(read.facts.find(({ kind }) => kind === 'contact')?.detail, {
    outcome: 'Referral',
    factors: 'Parents struggling; Mental health',
  });
  const plain = await readText('Child Unique ID,Date of Contact\nU1,01/04/2026\n');
  assert.doesNotMatch(plain.notes.join(), /Contact Outcome/);
});
