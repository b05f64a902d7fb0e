import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES, mayAttempt, type Role, type ShownTable } from '@rightplace/domain';
import { readWorkbook } from '@rightplace/spreadsheet';
import { aChild, aChildrenWorld, anEpisode, type ChildrenWorld } from '../../test/children-world.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { openDemography, type PackYears } from './demography.ts';
import { downloadDemography } from './download-demography.ts';

let world: ChildrenWorld;
const signedIn = async (role: Role): Promise<SignedIn> =>
  (await world.signIn(await world.someone(role))).signedIn;

before(async () => {
  world = await aChildrenWorld();
  const left = Array.from({ length: 12 }, (_, i) =>
    aChild(`PK${i}`, {
      episodes: [
        anEpisode({
          decom: `20${20 + (i % 4)}-05-01`,
          dec: `20${22 + (i % 4)}-02-01`,
          rec: i % 3 === 0 ? 'E11' : 'E4A',
          cin: i % 2 === 0 ? 'N1' : 'N8',
          ls: 'V2',
        }),
      ],
    }),
  );
  await world.saveChildren(left, '2026-11-20T09:00:00Z');
});
after(() => world.close());

const opened = async (role: Role, asked: PackYears = {}) => {
  const found = await openDemography(world, await signedIn(role), asked);
  assert.ok(found.kind === 'pack', found.kind === 'refused' ? found.sentence : '');
  return found;
};

const textsOf = (tables: readonly ShownTable[], id: string, key: string, area = 'own'): readonly string[] =>
  tables
    .find((table) => table.id === id)
    ?.lines.find((line) => line.key === key && line.area === area)
    ?.cells.map(({ text }) => text) ?? [];

const MAY: readonly Role[] = [
  'director',
  'placements-officer',
  'reviewing-officer',
  'performance',
  'inspector',
];

for (const role of ALL_ROLES)
  test(`${role} ${MAY.includes(role) ? 'sees' : 'does not see'} the set of true figures`, async () => {
    const who = await signedIn(role);
    const [found, file] = [
      await openDemography(world, who, {}),
      await downloadDemography(world, who, { format: 'csv' }),
    ];
    assert.equal(found.kind, MAY.includes(role) ? 'pack' : 'refused');
    assert.equal(file.kind, MAY.includes(role) ? 'file' : 'refused');
    const on = '2026-11-23' as Parameters<typeof mayAttempt>[0]['on'];
    const mayPublish = mayAttempt({ actor: who.actor, action: 'publish-figures', on }).kind === 'may';
    if (found.kind === 'pack') assert.equal(found.mayPublish, mayPublish);
    assert.equal(mayPublish, role === 'director' || role === 'performance');
  });

test('the last five year-ends are shown unless others are asked for', async () => {
  assert.deepEqual((await opened('director')).years, [2022, 2023, 2024, 2025, 2026]);
  assert.deepEqual((await opened('director', { last: 2024, count: 2 })).years, [2023, 2024]);
});

test('figures are of the record, and years that it does not tell of are blank with the reason', async () => {
  const { shown } = await opened('director', { last: 2025, count: 5 });
  assert.deepEqual(textsOf(shown.tables, 'figure-1-1', 'in-care').slice(0, 1), ['–'], '2021');
  assert.deepEqual(textsOf(shown.tables, 'figure-1-1', 'ceased'), ['–', '3', '3', '3', '3']);
  assert.deepEqual(textsOf(shown.tables, 'figure-1-8', 'adopted'), ['–', '1', '1', '1', '1']);
  assert.match(
    shown.tables[0]?.notes.join(' ') ?? '',
    /– The record, 2021: the record is not whole before the year 2021-22\./,
  );
});

test('England is as it is published', async () => {
  const { shown } = await opened('director', { last: 2025, count: 1 });
  assert.deepEqual(textsOf(shown.tables, 'figure-1-2', 'in-care', 'england'), ['81,770']);
  assert.deepEqual(textsOf(shown.tables, 'figure-1-4', 'section-20', 'england'), [], 'and not made up');
  assert.match(
    shown.tables.find(({ id }) => id === 'figure-1-4')?.notes.join(' ') ?? '',
    /England: not in the published figures that are held\./,
  );
});

test('a file carries the definitions, as text and as a spreadsheet', async () => {
  const who = await signedIn('performance');
  const csv = await downloadDemography(world, who, { format: 'csv', last: 2025, count: 1 });
  assert.ok(csv.kind === 'file' && typeof csv.body === 'string');
  assert.match(
    csv.body,
    /Figure 1\.8,[^\r]*,Northmarsh County Council,Adopted,2025,1,children,,cla-ceased\r/,
  );
  assert.match(csv.body, /\r\ncla-number,Children looked after,1,"?Children with an open period/);
  assert.match(csv.body, /not in the published figures that are held/);
  const xlsx = await downloadDemography(world, who, { format: 'xlsx', last: 2025, count: 1 });
  assert.ok(xlsx.kind === 'file' && typeof xlsx.body !== 'string');
  const sheets = await readWorkbook(xlsx.body);
  assert.deepEqual(
    sheets.map(({ name }) => name),
    ['Figures', 'Definitions', 'Notes'],
  );
});
