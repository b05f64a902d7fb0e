import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { day, type Role } from '@rightplace/domain';
import type { ChildrenWorld } from '../../test/children-world.ts';
import { prepareSolver } from '../../test/disclosing.ts';
import { aReleasesWorld } from '../../test/releases-world.ts';
import { setConvention } from '../convention/set-convention.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { previewRelease } from './prepare-release.ts';

before(prepareSolver);
let world: ChildrenWorld;
before(async () => {
  world = await aReleasesWorld();
});
after(() => world.close());

const as = async (role: Role): Promise<SignedIn> => (await world.signIn(await world.someone(role))).signedIn;
const set = async (role: Role, value: string, from: string) =>
  setConvention(world, await as(role), {
    id: 'hidden-up-to',
    value,
    why: 'Agreed by the board',
    from: day(from),
  });
const preview = async () => {
  const found = await previewRelease(world, await as('director'), { last: 2024, count: 3 });
  assert.ok(found.kind === 'preview', found.kind === 'refused' ? found.sentence : '');
  return found;
};

test('an authority hides more from a day on, with who agreed it, and the preview says so', async () => {
  const before_ = await preview();
  assert.deepEqual([before_.threshold.value, before_.threshold.set], [4, undefined]);
  assert.equal((await set('director', '7', '2026-11-01')).kind, 'convention-set');
  const now = await preview();
  assert.deepEqual([now.threshold.value, now.threshold.set?.why], [7, 'Agreed by the board']);
  assert.match(now.says, /Counts of 1 to 7/);
  assert.ok(now.small.length > before_.small.length, 'more is hidden');
  assert.notEqual(now.seen, before_.seen, 'what was looked at before cannot be published unseen');
  const numbers = now.shown.tables.flatMap(({ lines }) =>
    lines.flatMap(({ cells }) => cells.map((c) => c.text)),
  );
  assert.ok(!numbers.some((text) => /^[1-7]$/.test(text)));
  const [audited] = await world.auditOf('convention.hidden-up-to', 'setting');
  assert.equal(audited?.action, 'convention-set');
});

test('fewer than the published statistics hide cannot be set, nor by those who may not; a day to come changes nothing yet', async () => {
  for (const value of ['3', '0', '10', '']) {
    const refused = await set('director', value, '2026-11-02');
    assert.ok(refused.kind === 'refused' && refused.name === 'value-needed', value);
  }
  for (const role of ['social-worker', 'elected-member', 'team-manager'] as const)
    assert.equal((await set(role, '6', '2026-11-02')).kind, 'refused', role);
  const { threshold } = await preview();
  assert.equal((await set('director', '9', '2030-01-01')).kind, 'convention-set');
  assert.equal((await preview()).threshold.value, threshold.value);
});
