import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { applyUpstream, previewUpstream } from '@rightplace/app';
import { ALL_ROLES, day, type Role } from '@rightplace/domain';
import { aFact, asWorkbook } from '../../../../app/test/upstream-files.ts';
import {
  aService,
  aWorld,
  type Browser,
  NORTHMARSH,
  type Service,
  type TestWorld,
} from '../../../test/service.ts';

let world: TestWorld;
let service: Service;
const PACK = '/measures/packs/demand';

before(async () => {
  world = await aWorld();
  service = aService(world);
});
after(() => world.close());

const as = async (role: Role, name = `Any ${role}`): Promise<Browser> =>
  service.signedInAs((await world.addPerson({ name, role })).personId);

const rowsOf = (seen: Awaited<ReturnType<Browser['get']>>, id: string): readonly string[] =>
  seen.page.querySelectorAll(`#${id} tbody tr`).map((row) =>
    row
      .querySelectorAll('th, td')
      .map(({ text }) => text.trim())
      .join(' '),
  );

test('where nothing is loaded it says so, and draws nothing', async () => {
  const seen = await (await as('director', 'Dinah Director')).get(PACK);
  assert.equal(seen.status, 200);
  assert.match(seen.text, /No data recorded yet/);
  assert.equal(seen.page.querySelector('.app-chart svg'), null);
});

test('the months of this year stand against last year’s, each with its finding, and months not told of are blank', async () => {
  const importer = { kind: 'command', authorityId: NORTHMARSH } as const;
  const facts = [
    aFact('contact', 'U1', { starts: '2025-05-05', key: 'School' }),
    aFact('contact', 'U2', { starts: '2026-05-05', key: 'School' }),
    aFact('contact', 'U3', { starts: '2026-05-06', key: 'School' }),
    aFact('in-need', 'U1', { starts: '2025-05-10' }),
    aFact('in-need', 'U2', { starts: '2026-05-10' }),
    aFact('assessment', 'U1', { starts: '2026-05-10', ends: '2026-06-01' }),
    aFact('factor', 'U1', { starts: '2026-06-01', key: '3A' }),
    aFact('section-47', 'U2', { starts: '2026-06-02' }),
  ];
  const previewed = await previewUpstream(world, importer, {
    files: [await asWorkbook(facts)],
    from: day('2025-04-01'),
    to: day('2026-10-31'),
  });
  assert.ok(previewed.kind === 'previewed');
  assert.equal((await applyUpstream(world, importer, previewed.loadId)).kind, 'loaded');

  const seen = await (await as('performance', 'Ada Analyst')).get(PACK);
  assert.match(seen.heading, /2026-27 against 2025-26/);
  assert.deepEqual(rowsOf(seen, 'contact').slice(0, 2), ['April 0 0', 'May 2 1']);
  assert.match(
    seen.page.querySelector('#cin-number-end h2')?.text ?? '',
    /Children in need: 2 at the end of October, up from 1 a year before/,
  );
  const need = rowsOf(seen, 'cin-number-end');
  assert.equal(need[6], 'October 2 1');
  assert.match(need[7] ?? '', /^November not known 1$/, 'a month that is not told of is no nought');
  assert.match(seen.page.querySelector('#factors h2')?.text ?? '', /most often .+, once/);
  assert.match(seen.page.querySelector('#cp-number-end')?.text ?? '', /No data recorded yet/);
  assert.ok(seen.page.querySelector('#s47-to-icpc-month svg'));
});

const MAY: readonly Role[] = [
  'director',
  'placements-officer',
  'reviewing-officer',
  'performance',
  'inspector',
];
for (const role of ALL_ROLES)
  test(`${role} ${MAY.includes(role) ? 'sees' : 'does not see'} demand before care`, async () => {
    assert.equal((await (await as(role)).get(PACK)).status, MAY.includes(role) ? 200 : 403);
  });
