import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ProviderLine } from './providers.ts';
import { type TablesGiven, validate } from './validate.ts';
import { lacksIn } from './why-not-run.ts';

const ROW = [{ CHILD: 'A' }];

const whySkipped = (
  rule: string,
  tables: TablesGiven,
  previous?: TablesGiven,
  format: 'csv' | 'xml' = 'csv',
): string | undefined =>
  validate({
    collectionYear: '2026-27',
    format,
    tables,
    ...(previous === undefined ? {} : { previous }),
    rules: [rule],
  }).skipped[0]?.why;

test('a rule is skipped, not passed, without a table that it needs', () => {
  assert.match(whySkipped('1002', { OC3: ROW, Episodes: ROW }) ?? '', /last year’s Episodes/);
  assert.match(whySkipped('1002', { OC3: ROW }, { Episodes: ROW }) ?? '', /needs Episodes/);
});

test('an empty table is one that was given', () => {
  assert.equal(whySkipped('1002', { OC3: ROW, Episodes: [] }, { Episodes: [] }), undefined);
});

test('a rule on where placements are is skipped when neither the rows nor a directory can tell', () => {
  assert.match(whySkipped('420', { Episodes: ROW }) ?? '', /a postcode directory/);
  assert.equal(whySkipped('420', { Episodes: [{ CHILD: 'A', PL_LA: 'WAL' }, ...ROW] }), undefined);
  assert.equal(whySkipped('420', { Episodes: [] }), undefined);
  assert.match(whySkipped('503H', { Episodes: ROW }, { Episodes: ROW }) ?? '', /a postcode directory/);
});

test('rows may leave blank cells out: where placements are in one year only, they are nowhere in the other', () => {
  const where = [{ CHILD: 'A', DECOM: '01/05/2025', PL_LA: 'WAL' }];
  const blank = [{ CHILD: 'A', DECOM: '01/05/2025' }];
  for (const [now, then] of [
    [where, blank],
    [blank, where],
  ] as const) {
    const given = { collectionYear: '2026-27', tables: { Episodes: now }, previous: { Episodes: then } };
    const { ran, findings } = validate({ ...given, rules: ['503H'] });
    assert.deepEqual([ran, findings.map(({ rows }) => rows)], [['503H'], [[0]]]);
  }
});

test('a rule that needs rows is skipped when a table has none', () => {
  const tables = { OC3: ROW, Episodes: ROW, Header: ROW };
  assert.equal(whySkipped('1001', tables, { Episodes: ROW }), undefined);
  assert.match(whySkipped('1001', tables, { Episodes: [] }) ?? '', /a row in last year’s Episodes/);
  assert.match(whySkipped('1001', { ...tables, Header: [] }, { Episodes: ROW }) ?? '', /a row in Header/);
  assert.match(whySkipped('1001', tables) ?? '', /needs last year’s Episodes, not given/);
});

test('a rule on who is unaccompanied is skipped when the year’s tables cannot tell', () => {
  assert.match(whySkipped('231', { Header: ROW }) ?? '', /unaccompanied and seeking asylum this year/);
  assert.match(whySkipped('231', { Header: ROW }, { Header: ROW, UASC: ROW }) ?? '', /this year/);
  assert.equal(whySkipped('231', { Header: ROW, UASC: [] }), undefined);
  assert.equal(whySkipped('231', { Header: [{ UASC: '1' }] }), undefined);
  assert.match(whySkipped('205D', { Header: ROW, UASC: ROW }, { Header: ROW }) ?? '', /last year/);
  assert.equal(whySkipped('205D', { UASC: ROW }, { UASC: ROW }), undefined);
});

test('a return in XML needs the Headers to tell who is unaccompanied', () => {
  const given: readonly [TablesGiven, TablesGiven] = [{ Header: ROW, UASC: ROW }, { UASC: ROW }];
  assert.equal(whySkipped('205A', ...given), undefined);
  assert.match(whySkipped('205A', ...given, 'xml') ?? '', /needs last year’s Header/);
  assert.match(whySkipped('105', { Header: ROW }) ?? '', /only for XML returns/);
});

test('rules on the authority of a provider are skipped when nothing tells it', () => {
  const whyOf229 = (providers: readonly ProviderLine[]): string | undefined =>
    validate({
      collectionYear: '2026-27',
      tables: { Episodes: ROW },
      reference: { authority: 'E10000016', providers },
      rules: ['229'],
    }).skipped[0]?.why;
  assert.match(whyOf229([{ URN: '1', POSTCODE: 'ZZ1 1ZZ' }]) ?? '', /authorities of providers/);
  assert.equal(whyOf229([{ URN: '1', LA_CODE_INFERRED: null }]), undefined);
});

test('what would have to be there is told from why a rule was not run', () => {
  const lacks = (rule: string, tables: TablesGiven, previous?: TablesGiven) =>
    lacksIn(whySkipped(rule, tables, previous) ?? '');
  assert.deepEqual(lacks('420', { Episodes: ROW }), ['postcodes']);
  assert.deepEqual(lacks('229', { Episodes: ROW }), ['providers']);
  assert.deepEqual(lacks('302', { Episodes: ROW }), ['tables']);
  assert.deepEqual(lacks('231', { Header: ROW }), ['tables'], 'who is unaccompanied is told by rows');
  assert.deepEqual(lacks('503H', { Episodes: ROW }), ['postcodes', 'tables']);
  assert.deepEqual(lacks('105', { Header: ROW }), ['xml']);
  const { skipped } = validate({ collectionYear: '2026-27', tables: { Header: ROW, Episodes: ROW } });
  for (const { why } of skipped) assert.ok(lacksIn(why).length > 0, why);
});
