import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { arbitraryDirtyReturn, type RowsByTable } from '../../test/returns.ts';
import { about, dirtyInput, found, fullInput, returnOf, secondsOf } from '../../test/validating.ts';
import { TABLES } from '../tables/tables.ts';
import { eachChild, eachRow, type Rule } from './rule.ts';
import type { Finding } from './rules-at-work.ts';
import { RULESET, Ruleset } from './ruleset.ts';
import type { ValidateResult } from './run-rules.ts';
import { type ValidateInput, validate, validateWith } from './validate.ts';

test('a finding says which rule, which rows, which columns and whose, what is wrong and what to do', () => {
  const { findings, ran, skipped, failed } = validate(
    returnOf(
      {
        Episodes: [
          { CHILD: 'B', RNE: 'S' },
          { CHILD: 'A', RNE: 'X' },
        ],
      },
      ['143'],
    ),
  );
  const message = 'The reason the episode began (RNE) is not one of the codes. Enter S, L, P, T, U or B.';
  assert.deepEqual(findings, [
    { rule: '143', table: 'Episodes', rows: [1], fields: ['RNE'], child: 'A', message },
  ]);
  assert.deepEqual([ran, skipped, failed], [['143'], [], []]);
});

test('rows of last year are told under the table’s name with _last', () => {
  const rule = eachChild(['DoLo_last'], {
    ...about('L'),
    fails: ({ last }, flag) => {
      for (const row of last.DoLo) flag(row);
    },
  });
  const result = validateWith(new Ruleset([rule]), {
    ...returnOf({ DoLo: [{ CHILD: 'A' }] }),
    previous: { DoLo: [{ CHILD: 'A' }, { CHILD: 'Z' }] },
  });
  assert.deepEqual(found(result), [
    ['L', 'DoLo_last', [0]],
    ['L', 'DoLo_last', [1]],
  ]);
});

test('rows that fail together are one finding in each table, and none is flagged twice', () => {
  const rule = eachChild(['Header', 'Episodes'], {
    ...about('T'),
    fails: ({ header, episodes: [a, b, c] }, flag) => {
      if (header === undefined || a === undefined || b === undefined || c === undefined) return;
      flag(b, header, a, b);
      flag(a);
      flag(c, header);
    },
  });
  const Episodes = [{ CHILD: 'A' }, { CHILD: 'A' }, { CHILD: 'A' }];
  const result = validateWith(new Ruleset([rule]), returnOf({ Header: [{ CHILD: 'A' }], Episodes }));
  assert.deepEqual(found(result), [
    ['T', 'Episodes', [0, 1]],
    ['T', 'Header', [0]],
    ['T', 'Episodes', [2]],
  ]);
});

const SPOILT = ['31/02/2026', '?', -1, 1e9, true, {}, ['A'], null] as const;

test('a bad cell changes nothing for other children', () => {
  const shared = new Set(
    RULESET.of(2027)
      .filter(({ check }) => check.kind === 'shared')
      .map(({ code }) => code),
  );
  const ofOthers = ({ findings }: ValidateResult, child: string): readonly Finding[] =>
    findings.filter((finding) => finding.child !== child && !shared.has(finding.rule));
  const place = fc.record({
    table: fc.nat(),
    row: fc.nat(),
    column: fc.nat(),
    text: fc.constantFrom(...SPOILT),
  });
  let spoilt = 0;
  fc.assert(
    fc.property(dirtyInput, place, (input, { table, row, column, text }) => {
      const tables = Object.entries(input.tables).filter(([, rows]) => (rows ?? []).length > 0);
      const [name = '', rows] = tables[table % Math.max(1, tables.length)] ?? [];
      const chosen = rows?.[row % Math.max(1, rows.length)];
      if (rows === null || rows === undefined || chosen === undefined) return;
      const columns = Object.keys(chosen).filter((each) => each !== 'CHILD');
      const changed = { ...chosen, [columns[column % columns.length] ?? '']: text };
      const withIt = {
        ...input,
        tables: { ...input.tables, [name]: rows.map((each) => (each === chosen ? changed : each)) },
      } as ValidateInput;
      const child = String(chosen['CHILD']);
      assert.deepEqual(ofOthers(validate(withIt), child), ofOthers(validate(input), child));
      spoilt += 1;
    }),
    { numRuns: 40 },
  );
  assert.ok(spoilt > 20, `${spoilt} were spoilt`);
});

const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
};

test('the input is not altered', () => {
  fc.assert(
    fc.property(dirtyInput, (input) => {
      const before = JSON.stringify(input);
      const { failed } = validate(frozen(input));
      assert.deepEqual(failed, []);
      assert.equal(JSON.stringify(input), before);
    }),
    { numRuns: 20 },
  );
});

const findingsByRule = ({ findings }: ValidateResult): ReadonlyMap<string, readonly Finding[]> =>
  Map.groupBy(findings, ({ rule }) => rule);

/** The codes of rules that find otherwise alone than among all the others. */
const swayed = (ruleset: Ruleset, input: ValidateInput): readonly string[] => {
  const all = validateWith(ruleset, input);
  const together = findingsByRule(all);
  return all.ran.filter((code) => {
    const alone = validateWith(ruleset, { ...input, rules: [code] });
    return JSON.stringify(alone.findings) !== JSON.stringify(together.get(code) ?? []);
  });
};

test('a rule finds the same alone as among all the others', () => {
  const everFound = new Set<string>();
  fc.assert(
    fc.property(dirtyInput, (input) => {
      assert.deepEqual(swayed(RULESET, input), []);
      for (const code of findingsByRule(validate(input)).keys()) everFound.add(code);
    }),
    { numRuns: 5 },
  );
  // Five returns make some 100 to 150 rules speak: far fewer would mean that the returns are no longer dirty.
  assert.ok(everFound.size > 60, `${everFound.size} rules found something`);
});

const alters = eachRow('Episodes', {
  ...about('ALTERS'),
  fails: (row) => {
    (row as { RNE: string }).RNE = 'X';
    return false;
  },
});

const breaks: readonly Rule[] = [
  eachRow('Episodes', {
    ...about('BREAKS'),
    fails: ({ RNE }) => {
      if (RNE === 'X') throw new RangeError('no such reason');
      return true;
    },
  }),
  eachChild(['Episodes'], {
    ...about('BREAKS TOO'),
    fails: ({ episodes }, flag) => {
      for (const episode of episodes) flag(episode);
      throw new RangeError('no such child');
    },
  }),
];

test('a rule that altered what others see would be noticed', () => {
  const input = returnOf({ Episodes: [{ CHILD: 'A', RNE: 'S' }] });
  assert.deepEqual(swayed(new Ruleset([alters, ...RULESET.of(2027)]), input), ['143']);
});

test('a rule that breaks is said to have, and hides nothing that others find', () => {
  const input = returnOf({
    Episodes: [
      { CHILD: 'A', RNE: 'S' },
      { CHILD: 'A', RNE: 'X' },
      { CHILD: 'B', RNE: 'Q' },
    ],
  });
  const ours = new Set(breaks.map(({ code }) => code));
  const result = validateWith(new Ruleset([...breaks, ...RULESET.of(2027)]), input);
  assert.deepEqual(result.failed, [
    { rule: 'BREAKS', child: 'A', why: 'no such reason' },
    { rule: 'BREAKS TOO', child: 'A', why: 'no such child' },
    { rule: 'BREAKS TOO', child: 'B', why: 'no such child' },
  ]);
  assert.deepEqual(
    found(result).filter(([rule]) => rule === 'BREAKS'),
    [
      ['BREAKS', 'Episodes', [0]],
      ['BREAKS', 'Episodes', [2]],
    ],
  );
  assert.deepEqual(
    result.findings.filter(({ rule }) => !ours.has(rule)),
    validate(input).findings,
  );
});

test('no rule of any year breaks, however dirty the return', () => {
  for (const end of [2023, 2024, 2025, 2026, 2027])
    fc.assert(
      fc.property(arbitraryDirtyReturn(end), arbitraryDirtyReturn(end - 1), (rows, previous) => {
        const collectionYear = `${end - 1}/${end % 100}`;
        const result = validate({ ...fullInput(rows, previous), collectionYear });
        assert.deepEqual(result.failed, []);
      }),
      { numRuns: 10 },
    );
});

test('a child who is twice in the Header, or not at all, is checked all the same', () => {
  const Episodes = [
    { CHILD: 'A', DECOM: '01/04/2026' },
    { CHILD: 'B', DECOM: '01/04/2027' },
  ];
  const twice = [
    { CHILD: 'A', DOB: '01/01/2020' },
    { CHILD: 'A', DOB: '02/04/2026' },
  ];
  assert.deepEqual(found(validate(returnOf({ Header: twice, Episodes }, ['302', '354']))), [
    ['302', 'Episodes', [0]],
    ['302', 'Header', [1]],
    ['354', 'Episodes', [1]],
  ]);
  assert.deepEqual(found(validate(returnOf({ Episodes }, ['302', '354']))), [['354', 'Episodes', [1]]]);
});

test('rows that do not say whose they are have nothing to do with one another', () => {
  const rows = [
    { CHILD: '', DECOM: '01/05/2026', DEC: '01/06/2026' },
    { DECOM: '02/05/2026' },
    { CHILD: ' ', DECOM: '03/05/2026' },
  ];
  assert.deepEqual(found(validate(returnOf({ Episodes: rows }, ['501', '142']))), []);
  const named = rows.map((row) => ({ ...row, CHILD: 'A' }));
  assert.equal(validate(returnOf({ Episodes: named }, ['501', '142'])).findings.length, 3);
});

test('dates a century out are found, and break nothing', () => {
  const days = ['01/01/0001', '01/05/1926', '01/05/2126', '31/12/9999'];
  const Episodes = days.map((day, i) => ({ CHILD: `C${i}`, DECOM: day, DEC: day, RNE: 'S', LS: 'C2' }));
  const rows = Object.fromEntries(
    TABLES.map(({ name, columns }) => [
      name,
      name === 'Episodes'
        ? Episodes
        : days.map((day, i) => ({
            ...Object.fromEntries(columns.map((column) => [column.name, day])),
            CHILD: `C${i}`,
          })),
    ]),
  ) as unknown as RowsByTable;
  const result = validate(fullInput(rows, rows));
  assert.deepEqual(result.failed, []);
  const of = (code: string) =>
    found(result)
      .filter(([rule]) => rule === code)
      .map(([, , places]) => places[0]);
  assert.deepEqual(of('353'), [0, 1]);
  assert.deepEqual(of('354'), [2, 3]);
});

const MANY = 100_000;

test('a hundred thousand findings of one rule take no more than seconds', () => {
  const rows = Array.from({ length: MANY }, (_, i) => ({ CHILD: `C${i}`, DECOM: '01/04/2026', RNE: 'X' }));
  const seconds = secondsOf(() => {
    const { findings } = validate(returnOf({ Episodes: rows }, ['143', '357', '501']));
    assert.equal(findings.filter(({ rule }) => rule === '143').length, MANY);
  });
  assert.ok(seconds < 10, `It took ${seconds} s.`);
});

test('a spreadsheet that has made every CHILD the same is checked in seconds too', () => {
  const rows = Object.fromEntries(
    TABLES.map(({ name, columns }) => [
      name,
      Array.from({ length: 500 }, () =>
        Object.fromEntries(
          columns.map((column) => [column.name, column.kind === 'date' ? '01/05/2026' : 'A']),
        ),
      ),
    ]),
  ) as unknown as RowsByTable;
  const seconds = secondsOf(() => {
    assert.deepEqual(validate(fullInput(rows, rows)).failed, []);
  });
  assert.ok(seconds < 30, `It took ${seconds} s.`);
});
