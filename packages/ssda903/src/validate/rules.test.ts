import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ALL_RULE_CASES } from '../../test/rule-cases/all-rule-cases.ts';
import type { Cells, Example, Tables } from '../../test/rule-cases/rule-case.ts';
import { RULES } from './rules/rules.ts';
import type { Finding } from './rules-at-work.ts';
import { type ValidateInput, validate } from './validate.ts';

const withChild = (rows: readonly Cells[]): readonly Cells[] => rows.map((row) => ({ CHILD: 'A', ...row }));

const tablesOf = (given: Tables, isOfLast: boolean): Record<string, readonly Cells[]> =>
  Object.fromEntries(
    Object.entries(given)
      .filter(([name]) => name.endsWith('_last') === isOfLast)
      .map(([name, rows]) => [name.replace('_last', ''), withChild(rows)]),
  );

const inputOf = (code: string, example: Example): ValidateInput => ({
  collectionYear: example.year ?? '2026-27',
  ...(example.format === undefined ? {} : { format: example.format }),
  tables: tablesOf(example.given, false),
  previous: tablesOf(example.given, true),
  reference: {
    authority: example.authority ?? 'E10000016',
    ...(example.providers === undefined ? {} : { providers: example.providers }),
    ...(example.postcodes === undefined
      ? {}
      : { postcodes: example.postcodes as unknown as { readonly pcd: string }[] }),
  },
  rules: [code],
  ...(example.period === undefined ? {} : { period: example.period }),
  ...(example.peerCompatible === undefined ? {} : { peerCompatible: example.peerCompatible }),
});

const placesFound = (findings: readonly Finding[]): Record<string, readonly number[]> =>
  Object.fromEntries(
    [...Map.groupBy(findings, ({ table }) => table)].map(([table, found]) => [
      table,
      found.flatMap(({ rows }) => rows).sort((a, b) => a - b),
    ]),
  );

for (const { code, examples } of ALL_RULE_CASES) {
  for (const example of examples) {
    const passes = Object.keys(example.finds).length === 0;
    test(`${code} ${passes ? 'passes' : 'finds'} ${example.of}`, () => {
      const { findings, ran, skipped, failed } = validate(inputOf(code, example));
      assert.deepEqual(failed, []);
      assert.deepEqual(skipped, []);
      assert.deepEqual(ran, [code]);
      assert.deepEqual(placesFound(findings), example.finds);
      for (const { fields, table } of findings) assert.ok(fields.length > 0, `${table} has no column marked`);
    });
  }
}

test('every version of every rule has an example that it finds and one that it passes', () => {
  const lacking = RULES.filter(({ code, from, to }) => {
    const of = ALL_RULE_CASES.filter((one) => one.code === code).flatMap(({ examples }) => examples);
    const inYears = of.filter(({ year = '2026-27' }) => {
      const end = Number(year.slice(0, 4)) + 1;
      return end >= from && (to === undefined || end <= to);
    });
    const found = inYears.filter((example) => Object.keys(example.finds).length > 0);
    return found.length === 0 || found.length === inYears.length;
  });
  assert.deepEqual(
    lacking.map(({ code, from }) => `${code} from ${from}`),
    [],
  );
});

test('a rule says what is wrong and what to do in sentences of its own', () => {
  const said = new Map<string, string>();
  for (const { code, title, wrong, todo, fields } of RULES) {
    assert.match(wrong, /^[A-Z].*\.$/, code);
    assert.match(todo, /^[A-Z].*\.$/, code);
    assert.doesNotMatch(title, /\.$/, code);
    assert.ok(fields.length > 0, code);
    const other = said.get(wrong);
    assert.ok(other === undefined || other === code, `${code} says the same as ${other}`);
    said.set(wrong, code);
  }
});

test('a code has one version in any year', () => {
  for (const year of [2023, 2024, 2025, 2026, 2027]) {
    const codes = RULES.filter(({ from, to }) => from <= year && (to === undefined || year <= to)).map(
      ({ code }) => code,
    );
    assert.equal(new Set(codes).size, codes.length);
  }
});
