import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '@rightplace/domain';
import { aFact, asCensus, asCsv, asWorkbook, SOME_FACTS } from '../../test/upstream-files.ts';
import { gather, planLoad } from './plan-load.ts';
import { readUpstream } from './read-upstream.ts';
import type { UpstreamFact, UpstreamRead } from './upstream-fact.ts';

const TODAY = day('2026-11-23');

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8');

const readAll = async (
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Promise<readonly UpstreamRead[]> =>
  (await Promise.all(files.map((file) => readUpstream(file, TODAY)))).flat();

const sorted = (facts: readonly UpstreamFact[]): readonly string[] =>
  facts
    .map((fact) =>
      JSON.stringify([
        fact.kind,
        fact.child,
        fact.starts,
        fact.ends,
        fact.key,
        Object.entries(fact.detail).toSorted(([a], [b]) => (a < b ? -1 : 1)),
      ]),
    )
    .toSorted();

const given = (reads: readonly UpstreamRead[], asked = {}) => {
  const found = gather(reads, asked);
  assert.ok(found.kind === 'given', found.kind === 'trouble' ? found.reason : '');
  return found.given;
};

const readText = async (text: string): Promise<UpstreamRead> => {
  const [read] = await readUpstream({ name: 'list.csv', bytes: bytesOf(text) }, TODAY);
  assert.ok(read !== undefined);
  return read;
};

const addsUp = (reads: readonly UpstreamRead[]): void => {
  for (const { source, rows, taken, notTaken } of reads)
    if (source !== undefined) assert.equal(taken + notTaken.length, rows);
};

test('lists written as a workbook are read as they were said', async () => {
  const reads = await readAll([await asWorkbook(SOME_FACTS)]);
  addsUp(reads);
  assert.deepEqual(sorted(given(reads).facts), sorted(SOME_FACTS));
});

test('lists written as CSV are read as they were said', async () => {
  const reads = await readAll(asCsv(SOME_FACTS));
  addsUp(reads);
  assert.deepEqual(sorted(given(reads).facts), sorted(SOME_FACTS));
});

test('the census is read as it was said, and has no contacts', async () => {
  const reads = await readAll([asCensus(SOME_FACTS, '2026-03-31')]);
  addsUp(reads);
  const told = given(reads);
  const without = (facts: readonly UpstreamFact[]) =>
    sorted(facts.filter(({ kind }) => kind !== 'contact' && kind !== 'referral'));
  assert.deepEqual(without(told.facts), without(SOME_FACTS));
  assert.deepEqual(
    told.period,
    { starts: '2025-04-01', ends: '2026-04-01' },
    'the year to its reference date',
  );
  assert.ok(!told.kinds.includes('contact'));
});

test('headings may differ in case, spacing and marks, and stand below a title', async () => {
  const { facts, notTaken } = await readText(
    'Annex A – List 6,,\r\n,,\r\nCHILD UNIQUE  ID,CIN start date,Cin_Closure_Date\r\nU1,1/4/2026,\r\nU2,2026-05-01 00:00:00,30/06/2026\r\n',
  );
  assert.deepEqual(notTaken, []);
  assert.deepEqual(
    facts.filter(({ kind }) => kind === 'in-need').map(({ starts, ends }) => [starts, ends]),
    [
      ['2026-04-01', null],
      ['2026-05-01', '2026-06-30'],
    ],
  );
});

const LIST_7 = 'Child Unique ID,Child Protection Plan Start Date,Child Protection Plan End Date';

const BAD_ROWS: readonly (readonly [string, string, RegExp])[] = [
  ['no child', ',01/04/2026,', /no Child Unique ID/],
  ['no day', 'U1,,', /no Child Protection Plan Start Date/],
  ['a day that is none', 'U1,31/04/2026,', /There is no 31\/04\/2026: April 2026 has 30 days/],
  ['words for a day', 'U1,not known,', /not known is not a day/],
  ['an end before its start', 'U1,01/04/2026,31/03/2026', /End Date is before Child Protection Plan Start/],
  ['a day to come', 'U1,24/11/2026,', /after the day on which it was loaded/],
];
for (const [what, row, says] of BAD_ROWS)
  test(`a row with ${what} is set aside with its line and what to do, and no other row with it`, async () => {
    const read = await readText(`${LIST_7}\n${row}\nU9,02/04/2026,\n`);
    const [aside] = read.notTaken;
    assert.equal(read.notTaken.length, 1);
    assert.match(aside?.reason ?? '', says);
    assert.equal(aside?.line, 2);
    assert.notEqual(aside?.todo, '');
    assert.deepEqual([read.rows, read.taken], [2, 1]);
  });

test('a second row of the same child and day is set aside, and says whether it differs', async () => {
  const read = await readText(`${LIST_7}\nU1,01/04/2026,\nU1,01/04/2026,\nU1,01/04/2026,02/04/2026\n`);
  assert.deepEqual(
    read.notTaken.map(({ line, reason }) => [line, reason.split(',')[0]]),
    [
      [3, 'The same row was there before.'],
      [4, 'Another row has this child and “Child Protection Plan Start Date”'],
    ],
  );
});

const BAD_FILES: readonly (readonly [string, string, RegExp])[] = [
  ['nothing in it', ' \n', /is empty/],
  ['headings of something else', 'A,B\n1,2\n', /headings are not those of a list/],
  ['a quotation mark left open', `${LIST_7}\n"U1,01/04/2026,\nU2,01/04/2026,\n`, /line 2 is never closed/],
  ['XML cut short', '<Message><Children><Child>', /stops before it is complete|broken/],
  ['a document type', '<!DOCTYPE a [<!ENTITY b "c">]><Message/>', /document type/],
  ['another XML', '<Message><Other/></Message>', /no Child within Children/],
  ['bytes that are no text', 'AB\0\0CD', /neither a workbook, nor CSV, nor XML/],
  ['the beginning of a workbook only', 'PK\x03\x04', /not an Excel workbook/],
];
for (const [what, text, says] of BAD_FILES)
  test(`a file with ${what} is not read and says why`, async () => {
    const read = await readText(text);
    assert.equal(read.source, undefined);
    assert.match(read.notTaken[0]?.reason ?? '', says);
    assert.equal(gather([read]).kind, 'trouble');
  });

test('lists that are not needed are named and not read', async () => {
  const read = await readText('Child Unique ID,Date Started to be Looked After\nU1,01/04/2026\n');
  assert.match(read.notes.join(), /List 8: Children in care, which is not needed/);
  assert.deepEqual(read.facts, []);
});

test('no name, address or worker is kept of a child', async () => {
  const read = await readText(
    'Child Unique ID,Surname,Address,CIN Start Date,Allocated Worker\nU1,Invented,1 High Street,01/04/2026,Someone\n',
  );
  assert.doesNotMatch(JSON.stringify(read.facts), /Invented|High Street|Someone/);
});

test('a referral without further action begins no time in need', async () => {
  const text = `<Message><Children><Child><ChildIdentifiers><LAchildID>U1</LAchildID></ChildIdentifiers>
<CINdetails><CINreferralDate>2026-01-05</CINreferralDate><ReferralNFA>1</ReferralNFA></CINdetails></Child></Children></Message>`;
  const { facts } = await readText(text);
  assert.deepEqual(
    facts.map(({ kind }) => kind),
    ['referral', 'child'],
  );
});

test('what touches the time told of and is told no more is withdrawn; what lies before it stays', async () => {
  const held = [
    aFact('in-need', 'U1', { starts: '2024-01-01', ends: '2024-06-01' }),
    aFact('in-need', 'U2', { starts: '2024-01-01' }),
    aFact('in-need', 'U3', { starts: '2026-05-01' }),
    aFact('section-47', 'U1', { starts: '2026-05-01' }),
  ];
  const reads = [
    await readText(
      'Child Unique ID,CIN Start Date,CIN Closure Date\nU3,01/05/2026,01/06/2026\nU4,09/09/2026,\n',
    ),
  ];
  const plan = planLoad(held, given(reads, { from: day('2026-04-01'), to: day('2026-09-30') }));
  assert.deepEqual(plan.counts['in-need'], { new: 1, changed: 1, unchanged: 0, withdrawn: 1 });
  assert.deepEqual(
    plan.close.map(({ child }) => child),
    ['U3', 'U2'],
  );
  assert.equal(plan.counts['section-47'], undefined, 'what the files do not tell of is let alone');
});

test('the same files once more change nothing', async () => {
  const told = given(await readAll([await asWorkbook(SOME_FACTS)]));
  const plan = planLoad(told.facts, told);
  assert.deepEqual([plan.open, plan.close], [[], []]);
});

test('lists and a census together are refused: each replaces its own', async () => {
  const reads = await readAll([await asWorkbook(SOME_FACTS), asCensus(SOME_FACTS, '2026-03-31')]);
  const found = gather(reads);
  assert.match(found.kind === 'trouble' ? found.reason : '', /lists and a census together/);
});
