/** A figure from one day to another, two ways at once, over other times, and to take away: who may, and who may not. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { day, MEASURES, type Role, WINDOW_KINDS, type WindowKind } from '@rightplace/domain';
import { readWorkbook } from '@rightplace/spreadsheet';
import { asTenant, listAudit } from '@rightplace/store';
import { aChild, aChildrenWorld, anEpisode, type ChildrenWorld } from '../../test/children-world.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { type BridgeAsked, openBridge } from './bridge-figure.ts';
import { downloadCross } from './cross-csv.ts';
import { type CrossAsked, type CrossCell, openCross } from './cross-figure.ts';
import { downloadFigures } from './figures-csv.ts';
import { downloadWorkbook } from './figures-workbook.ts';
import { HEADLINE_IDS } from './headline.ts';
import { type ChildrenAsked, listMeasureChildren } from './measure-children.ts';
import { openMeasure } from './measure-page.ts';

const asKnown = { asOf: day('2026-11-23'), knownAt: undefined };
const FROM = day('2026-06-29');
const BRIDGE: BridgeAsked = {
  id: 'cla-number',
  from: FROM,
  asKnown,
  firstKnown: undefined,
  window: undefined,
};
const CROSS: CrossAsked = {
  id: 'foster-share',
  down: 'legal-status',
  across: 'sex',
  asKnown,
  window: undefined,
};
const LIST: ChildrenAsked = { id: 'cla-number', side: 'numerator', part: undefined, page: 1, asKnown };

const WINDOWS = Object.keys(WINDOW_KINDS) as readonly WindowKind[];
const HEADLINE_ROLES = [
  'elected-member',
  'corporate-parenting-panel',
  'improvement-partner',
  'virtual-school',
  'regional-team',
] as const satisfies readonly Role[];
const NO_FIGURES = ['health', 'finance', 'administrator', 'foster-carer'] as const satisfies readonly Role[];

let world: ChildrenWorld;
before(async () => {
  world = await aChildrenWorld();
  // Learned on the 20th: a child in care since April, and a name that a spreadsheet would run.
  await world.saveChildren(
    [
      aChild('NM8', {
        details: { givenName: '=1+1', familyName: 'Latterday', dateOfBirth: day('2015-02-02'), sex: 'M' },
        episodes: [anEpisode({ decom: '2026-04-20', place: 'K2' })],
      }),
    ],
    '2026-11-20T09:00:00Z',
  );
});
after(() => world.close());

const signedIn = async (personId: number) => (await world.signIn(personId)).signedIn;
const as = async (role: Role) => signedIn(await world.someone(role));

const stepsOf = async (who: Awaited<ReturnType<typeof as>>, asked: BridgeAsked) => {
  const found = await openBridge(world, who, asked);
  assert.ok(found.kind === 'bridge');
  return found.steps?.map(
    ({ kind, numerator, value, children }) => `${kind} ${numerator} ${children} ${value}`,
  );
};

test('a bridge tells in numbers who went and who came between two days', async () => {
  assert.deepEqual(await stepsOf(await as('director'), BRIDGE), [
    'first-known 0 0 5',
    'left -1 1 4',
    'joined 1 1 5',
    'changed 0 0 5',
  ]);
  const ends = await openBridge(world, await as('director'), { ...BRIDGE, from: undefined });
  assert.equal(ends.kind === 'bridge' && ends.from, '2026-09-30', 'the end of the last quarter');
  const none = await openBridge(world, await as('director'), { ...BRIDGE, id: 'cla-rate-10k' });
  assert.equal(none.kind === 'bridge' && none.steps, undefined);
});

test('what was learned since of the first day is a step of its own', async () => {
  const asked = { ...BRIDGE, firstKnown: '2026-11-10T00:00:00.000000Z' as never };
  assert.deepEqual(await stepsOf(await as('director'), asked), [
    'first-known 0 0 4',
    'corrections 1 0 5',
    'left -1 1 4',
    'joined 1 1 5',
    'changed 0 0 5',
  ]);
  const before = { ...BRIDGE, firstKnown: '2026-10-10T00:00:00.000000Z' as never };
  const found = await openBridge(world, await as('director'), before);
  assert.equal(found.kind === 'bridge' && found.knewNothing, true);
});

test('a bridge leads backwards only, and to measures that are there', async () => {
  const director = await as('director');
  const reversed = await openBridge(world, director, { ...BRIDGE, from: asKnown.asOf });
  assert.equal(reversed.kind === 'refused' && reversed.name, 'days-reversed');
  assert.equal((await openBridge(world, director, { ...BRIDGE, id: 'no-such' })).kind, 'not-found');
  const manager = await openBridge(world, await as('team-manager'), { ...BRIDGE, id: 'cla-rate-10k' });
  assert.equal(manager.kind === 'refused' && manager.name, 'whole-authority-only');
});

test('the children of a step are those who may be seen, the rest one number, and the list is recorded', async () => {
  const person = await world.someone('director');
  const list = await listMeasureChildren(world, await signedIn(person), {
    ...LIST,
    step: { kind: 'left', from: FROM },
  });
  assert.ok(list.kind === 'children');
  assert.deepEqual(
    list.children.map(
      ({ line, change }) => `${line.id} ${change?.before} ${change?.after} ${change?.why.join(' ')}`,
    ),
    [
      'NM4 counts not-looked-after Care ended on 30 June 2026: Went home to parents or relatives, as planned.',
    ],
  );
  const [entry] = await asTenant(world.db, { authorityId: NORTHMARSH }, (tx) =>
    listAudit(tx, { actor: String(person), action: 'measure-children-listed' }),
  );
  assert.deepEqual(entry?.detail, {
    list: `left since ${FROM}`,
    asOf: asKnown.asOf,
    count: 1,
    children: ['NM4'],
  });
  const stranger = await listMeasureChildren(world, await as('reviewing-officer'), {
    ...LIST,
    step: { kind: 'left', from: FROM },
  });
  assert.ok(stranger.kind === 'children');
  assert.deepEqual([stranger.children, stranger.total, stranger.notListed], [[], 1, 1]);
});

test('two ways at once adds up to each way alone and to the figure, for a share too', async () => {
  const cross = await openCross(world, await as('director'), CROSS);
  assert.ok(cross.kind === 'cross');
  const page = await openMeasure(world, await as('director'), { id: 'foster-share', asKnown });
  assert.ok(page.kind === 'figure');
  assert.equal(cross.total.value, page.figure.value);
  for (const row of cross.rows) {
    const cells: readonly CrossCell[] = cross.columns.flatMap(({ key }) => cross.cell(row.key, key) ?? []);
    for (const side of ['numerator', 'denominator'] as const)
      assert.equal(
        cells.reduce((sum, cell) => sum + (cell[side] ?? 0), 0),
        row.total[side],
        `${row.key} ${side}`,
      );
  }
  assert.deepEqual(cross.cell('C2', 'M'), { value: 50, numerator: 1, denominator: 2 });
  assert.equal(cross.cell('V2', 'M'), undefined, 'nobody is in it');
});

test('one way twice, and a way that is not the measure’s, are not found', async () => {
  const director = await as('director');
  for (const asked of [
    { ...CROSS, across: 'legal-status' as const },
    { ...CROSS, across: 'reason-ceased' as const },
    { ...CROSS, id: 'no-such' },
    { ...CROSS, id: 'cla-by-age' },
  ])
    assert.equal((await openCross(world, director, asked)).kind, 'not-found', JSON.stringify(asked));
});

test('the children behind a cell are those of both parts', async () => {
  const cell = { part: { by: 'legal-status', key: 'C2' }, and: { by: 'sex', key: 'M' } } as const;
  const list = await listMeasureChildren(world, await as('director'), { ...LIST, ...cell });
  assert.ok(list.kind === 'children');
  assert.deepEqual(list.children.map(({ line }) => line.id).sort(), ['NM1', 'NM8']);
  const empty = { ...cell, part: { by: 'legal-status', key: 'V2' } } as const;
  assert.equal(
    (await listMeasureChildren(world, await as('director'), { ...LIST, ...empty })).kind,
    'no-such-part',
  );
});

test('a list of children is as long as the figure over the same time', async () => {
  const director = await as('director');
  const lengths: number[] = [];
  for (const window of WINDOWS) {
    const asked = { id: 'cla-starts', asKnown, window } as const;
    const page = await openMeasure(world, director, asked);
    const list = await listMeasureChildren(world, director, { ...LIST, ...asked });
    assert.ok(page.kind === 'figure' && list.kind === 'children');
    assert.equal(page.figure.window, window);
    assert.equal(list.total, page.figure.value, window);
    lengths.push(list.total);
  }
  assert.deepEqual(lengths, [0, 0, 2, 2], 'April’s and July’s are in the year and in the twelve months');
});

test('a year before is the same time a year before, and the trend follows the time', async () => {
  const director = await as('director');
  const page = async (window: WindowKind, asOf: string) => {
    const found = await openMeasure(world, director, {
      id: 'cla-starts',
      asKnown: { asOf: day(asOf), knownAt: undefined },
      window,
    });
    assert.ok(found.kind === 'figure');
    return found.figure;
  };
  const quarter = await page('quarter', '2026-03-31');
  assert.deepEqual([quarter.value, quarter.yearBefore.value], [0, 1], 'Zoë came in January 2025');
  assert.equal(quarter.trend.length, 12);
  assert.equal(quarter.trend.find(({ on }) => on === '2024-03-31')?.value, 2, 'Kofi and Ama');
  const twelve = await page('twelve-months', '2026-03-31');
  assert.deepEqual([twelve.value, twelve.yearBefore.value, twelve.trend.length], [0, 1, 24]);
  assert.equal((await page('month', '2026-03-31')).trend.length, 24);
});

test('a file says its time, definition, certainty and version', async () => {
  const file = await downloadFigures(world, await as('director'), {
    id: 'cla-starts',
    asKnown,
    window: 'twelve-months',
  });
  assert.ok(file.kind === 'file');
  assert.match(file.text, /,time,,,,,,,,,24 November 2025 to 23 November 2026 \(rolling twelve months\)\r\n/);
  for (const what of ['definition', 'certainty', 'version'])
    assert.match(file.text, new RegExp(`,now,${what},`), what);
  const cross = await downloadCross(world, await as('director'), CROSS);
  assert.ok(cross.kind === 'file');
  assert.match(cross.text, /,C2,.*,Sex,M,Boys,50,percent,1,2,/);
});

test('a file of parts holds each part’s share beside an earlier day and beside England, as its page does', async () => {
  const against = day('2025-11-23');
  const asked = { id: 'cla-by-age', asKnown, against };
  const director = await as('director');
  const page = await openMeasure(world, director, asked);
  const file = await downloadFigures(world, director, asked);
  assert.ok(file.kind === 'file' && page.kind === 'breakdown');
  const lines = file.text.split('\r\n').map((line) => line.split(','));
  for (const { key, share, shareBefore, comparators } of page.parts) {
    const of = (what: string) => lines.find((line) => line[5] === what && line[7] === key);
    assert.equal(of('share')?.[9], String(share ?? ''), key);
    assert.deepEqual(
      [of('share before')?.[3], of('share before')?.[9]],
      [against, String(shareBefore ?? '')],
    );
    assert.ok(comparators.length > 0);
    for (const { title } of comparators) assert.ok(file.text.includes(`share: ${title}`), title);
  }
});

test('a table taken away holds every cell beside the earlier day that it was shown beside', async () => {
  const asked = { ...CROSS, against: day('2026-05-31') };
  const director = await as('director');
  const cross = await openCross(world, director, asked);
  const file = await downloadCross(world, director, asked);
  assert.ok(file.kind === 'file' && cross.kind === 'cross' && cross.before !== undefined);
  const [header, ...lines] = file.text
    .trim()
    .split('\r\n')
    .map((line) => line.split(','));
  const at = header?.indexOf('beside') ?? -1;
  const whole = cross.before.cell(undefined, undefined);
  assert.deepEqual(lines.at(-1)?.slice(at, at + 4), [
    '2026-05-31',
    String(whole?.value),
    String(whole?.numerator),
    String(whole?.denominator),
  ]);
  const plain = await downloadCross(world, director, CROSS);
  assert.ok(plain.kind === 'file' && plain.text.includes(',,,,,'));
});

test('a workbook has a sheet of figures, one of parts and one of definitions, and nothing that runs', async () => {
  const file = await downloadWorkbook(world, await as('director'), { id: 'foster-share', asKnown });
  assert.ok(file.kind === 'workbook');
  assert.equal(file.name, 'foster-share-2026-11-23.xlsx');
  const sheets = await readWorkbook(file.bytes);
  assert.deepEqual(
    sheets.map(({ name }) => name),
    ['Figures', 'Breakdowns', 'Definitions'],
  );
  const csv = await downloadFigures(world, await as('director'), { id: 'foster-share', asKnown });
  const lines = sheets.reduce((sum, { rows }) => sum + rows.length - 1, 0);
  assert.equal(csv.kind === 'file' && csv.text.trim().split('\r\n').length - 1, lines, 'the same lines');
  for (const { rows } of sheets) for (const cell of rows.flat()) assert.doesNotMatch(cell, /^[=+@]/);
});

test('who sees main figures only gets no steps, no cells and no lists, and nothing true to take away', async () => {
  for (const role of HEADLINE_ROLES) {
    const member = await as(role);
    for (const id of HEADLINE_IDS) {
      const refused = [
        await openBridge(world, member, { ...BRIDGE, id }),
        await openBridge(world, member, {
          ...BRIDGE,
          id,
          firstKnown: '2026-11-10T00:00:00.000000Z' as never,
        }),
        await openCross(world, member, { ...CROSS, id }),
        await downloadCross(world, member, { ...CROSS, id }),
        await listMeasureChildren(world, member, { ...LIST, id, step: { kind: 'left', from: FROM } }),
        await listMeasureChildren(world, member, {
          ...LIST,
          id,
          part: { by: 'sex', key: 'M' },
          and: { by: 'age', key: '10-15' },
        }),
      ];
      assert.deepEqual(new Set(refused.map(({ kind }) => kind)), new Set(['refused']), `${role} ${id}`);
    }
  }
});

const told = async (member: Awaited<ReturnType<typeof as>>, id: string, window: WindowKind | undefined) => {
  const asked = { id, asKnown, window };
  const [file, book] = [
    await downloadFigures(world, member, asked),
    await downloadWorkbook(world, member, asked),
  ];
  assert.ok(file.kind === 'file' && book.kind === 'workbook');
  const page = await openMeasure(world, member, asked);
  return { page: JSON.stringify(page), file: file.text, sheets: await readWorkbook(book.bytes) };
};

test('no time that is asked for tells them more than the main figure does', async () => {
  const member = await as('elected-member');
  for (const id of HEADLINE_IDS) {
    const plain = await told(member, id, undefined);
    for (const window of WINDOWS) assert.deepEqual(await told(member, id, window), plain, `${id} ${window}`);
    const rows = plain.sheets.flatMap(({ rows: lines }) => lines.slice(1));
    for (const row of rows) {
      const [what, value, unit] = [row[5], row[9], row[10]];
      if (what === 'figure, rounded' || what === 'trend, rounded') {
        assert.deepEqual([row[11], row[12]], ['', ''], 'neither side of it');
        if (unit === 'children') assert.ok(value === 'fewer than 5' || Number(value) % 5 === 0, value);
      } else
        assert.ok(
          [
            'time',
            'definition',
            'certainty',
            'version',
            'compared with',
            'target',
            'published over the years',
          ].includes(what ?? ''),
          what,
        );
    }
    assert.equal(
      plain.sheets.some(({ name }) => name === 'Breakdowns'),
      false,
    );
    assert.doesNotMatch(plain.page, /"numerator":\d|NM\d/);
  }
});

test('the director’s file does hold true small numbers: the check above would notice', async () => {
  const { sheets } = await told(await as('director'), 'cla-number', undefined);
  assert.ok(sheets.some(({ rows }) => rows.some((row) => ['1', '2', '3', '4'].includes(row[11] ?? ''))));
});

test('roles without figures are refused every one of them', async () => {
  for (const role of NO_FIGURES) {
    const person = await as(role);
    const refused = [
      await openBridge(world, person, BRIDGE),
      await openCross(world, person, CROSS),
      await downloadCross(world, person, CROSS),
      await downloadWorkbook(world, person, { id: 'cla-number', asKnown }),
    ];
    assert.deepEqual(new Set(refused.map(({ kind }) => kind)), new Set(['refused']), role);
  }
});

test('no measure breaks when it is asked for over any time, as a bridge or two ways at once', async () => {
  const director = await as('director');
  for (const { id, breakdowns } of MEASURES) {
    for (const window of WINDOWS) {
      assert.equal((await openBridge(world, director, { ...BRIDGE, id, window })).kind, 'bridge', id);
    }
    const cross = await openCross(world, director, { ...CROSS, id, down: undefined, across: undefined });
    assert.equal(cross.kind, breakdowns.length > 1 ? 'cross' : 'not-found', id);
  }
});
