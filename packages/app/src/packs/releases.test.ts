import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES, knowledgeFrom, type Role } from '@rightplace/domain';
import { asSuperuser, asTenant, type PrintedRelease, releasesToAttack } from '@rightplace/store';
import { sql } from 'kysely';
import type { ChildrenWorld } from '../../test/children-world.ts';
import { prepareSolver, workedOut } from '../../test/disclosing.ts';
import { aReleasesWorld } from '../../test/releases-world.ts';
import { NORTHMARSH, SOUTHFELL } from '../../test/world.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { previewRelease } from './prepare-release.ts';
import { publishRelease } from './publish-release.ts';
import { downloadRelease, openRelease, showReleases } from './read-releases.ts';

before(prepareSolver);

let world: ChildrenWorld;
before(async () => {
  world = await aReleasesWorld();
});
after(() => world.close());

const signedIn = async (role: Role): Promise<SignedIn> =>
  (await world.signIn(await world.someone(role))).signedIn;

const preview = async (who: SignedIn, last: number) => {
  const found = await previewRelease(world, who, { last, count: 3 });
  assert.ok(found.kind === 'preview', found.kind === 'refused' ? found.sentence : '');
  return found;
};

const publish = async (role: Role, last: number, why = 'Agreed by the panel') => {
  const who = await signedIn(role);
  const { seen } = await preview(who, last);
  return publishRelease(world, who, { last, count: 3, why, seen });
};

const READERS: readonly Role[] = ALL_ROLES.filter(
  (role) =>
    ![
      'health',
      'finance',
      'administrator',
      'external-provider',
      'foster-carer',
      'young-person',
      'advocate',
    ].includes(role),
);

test('only a director and the performance team look at what would be published, and publish it', async () => {
  for (const role of ALL_ROLES) {
    const who = await signedIn(role);
    const may = role === 'director' || role === 'performance';
    const looked = await previewRelease(world, who, { last: 2024, count: 3 });
    assert.equal(looked.kind, may ? 'preview' : 'refused', role);
    if (may) continue;
    const published = await publishRelease(world, who, { last: 2024, count: 3, why: 'Because', seen: '' });
    assert.ok(published.kind === 'refused', role);
    assert.match(published.name, /not-your-role|whole-authority-needed/);
  }
});

test('the preview is exactly what will be printed, and tells the publisher what was hidden and why', async () => {
  const found = await preview(await signedIn('director'), 2024);
  assert.ok(found.small.length > 0);
  assert.match(found.about.join(' '), /hidden for telling of 1 to 4 children/);
  const published = await publish('director', 2024);
  assert.ok(published.kind === 'published');
  const read = await openRelease(world, await signedIn('elected-member'), published.id);
  assert.ok(read.kind === 'release');
  assert.deepEqual(JSON.parse(JSON.stringify(read.pack)), JSON.parse(JSON.stringify(found.shown)));
  const [audited] = await world.auditOf(String(published.id), 'release');
  assert.deepEqual([audited?.action, audited?.why], ['release-published', 'Agreed by the panel']);
});

test('nothing is published without a reason, or that was not looked at, or that cannot be put on record', async () => {
  const who = await signedIn('performance');
  const { seen } = await preview(who, 2025);
  const asked = { last: 2025, count: 3, seen };
  const before = await showReleases(world, who);
  for (const [why, name] of [
    [' ', 'reason-needed'],
    ['x'.repeat(501), 'reason-needed'],
  ] as const) {
    const answer = await publishRelease(world, who, { ...asked, why });
    assert.ok(answer.kind === 'refused' && answer.name === name);
  }
  const another = await publishRelease(world, who, { ...asked, why: 'Agreed', seen: 'something else' });
  assert.ok(another.kind === 'refused' && another.name === 'looked-at-another');
  await world.withoutAudit(async () => {
    await assert.rejects(publishRelease(world, who, { ...asked, why: 'Agreed' }));
  });
  assert.deepEqual(await showReleases(world, who), before);
});

test('three year-ends published one after another give no small count away together', async () => {
  for (const last of [2025, 2026]) assert.equal((await publish('performance', last)).kind, 'published');
  const registered = await asTenant(world.db, { authorityId: NORTHMARSH }, releasesToAttack);
  assert.equal(registered.length, 3);
  assert.deepEqual(workedOut(knowledgeFrom(registered)), []);
});

test('what was published earlier is reckoned with: the same again hides the same', async () => {
  const who = await signedIn('director');
  const again = await preview(who, 2026);
  const list = await showReleases(world, who);
  assert.ok(list.kind === 'releases');
  const newest = await openRelease(world, who, list.releases[0]?.id ?? 0);
  assert.ok(newest.kind === 'release');
  assert.deepEqual(JSON.parse(JSON.stringify(again.shown.tables)), newest.pack.tables);
});

test('a release that cannot be made safe beside what was published before is refused, in a sentence', async () => {
  const who = await signedIn('director');
  // Somebody registered another release that prints all of the starts of a year but one small part.
  const [newest] = await asTenant(world.db, { authorityId: NORTHMARSH }, releasesToAttack);
  const started = newest?.counts.filter(({ key }) => /cla-started.*2026-04-01($| \| need=)/.test(key)) ?? [];
  const isSmall = ({ value }: { readonly value: number }): boolean => value >= 1 && value <= 4;
  assert.equal(started.filter(isSmall).length, 1);
  const careless = {
    ...newest,
    id: 'careless',
    counts: started.map((count) => ({
      ...count,
      printed: isSmall(count) || !count.key.includes('need=') ? null : { kind: 'exact', value: count.value },
    })),
    relations: [],
    ratios: [],
  };
  await asSuperuser(
    world.database,
    `insert into published_release (authority_id, kind, title, published_at, published_by, why, profile, printed)
       select authority_id, kind, 'Careless', published_at, published_by, why, profile, printed from published_release limit 1;
     insert into release_register (authority_id, release_id, registered)
       select authority_id, max(id), '${JSON.stringify(careless)}'::jsonb from published_release group by 1`,
  );
  const looked = await previewRelease(world, who, { last: 2026, count: 1 });
  assert.ok(looked.kind === 'refused');
  assert.equal(looked.name, 'told-before');
  assert.match(looked.sentence, /This cannot be published.*“Children who started to be looked after, 2026,/);
});

test('those who see figures at all read releases, and the others do not', async () => {
  for (const role of ALL_ROLES) {
    const list = await showReleases(world, await signedIn(role));
    assert.equal(list.kind, READERS.includes(role) ? 'releases' : 'refused', role);
    const file = await downloadRelease(world, await signedIn(role), { id: 1, format: 'csv' });
    assert.equal(file.kind, READERS.includes(role) ? 'file' : 'refused', role);
  }
});

test('why it was published is for those who publish', async () => {
  const whyFor = async (role: Role): Promise<string | undefined> => {
    const list = await showReleases(world, await signedIn(role));
    return list.kind === 'releases' ? list.releases.at(-1)?.why : undefined;
  };
  assert.equal(await whyFor('director'), 'Agreed by the panel');
  assert.equal(await whyFor('elected-member'), undefined);
});

test('no query of the application reads the true counts, and nobody changes what was published', async () => {
  const run = (statement: string) =>
    asTenant(world.db, { authorityId: NORTHMARSH }, (tx) => sql.raw(statement).execute(tx));
  await assert.rejects(run('select * from release_register'), /permission denied/);
  await assert.rejects(
    run('select * from published_release join release_register on true'),
    /permission denied/,
  );
  for (const table of ['published_release', 'release_register']) {
    await assert.rejects(run(`delete from ${table}`), /permission denied/);
    await assert.rejects(asSuperuser(world.database, `delete from ${table}`), /kept as it was/);
  }
  await assert.rejects(run(`update published_release set title = 'x'`), /permission denied/);
  const { rows } = await run('select printed from published_release');
  assert.ok(rows.length > 3);
  for (const { printed } of rows as { readonly printed: PrintedRelease }[]) {
    assert.deepEqual(Object.keys(printed).toSorted(), ['pack', 'says']);
    const cells = printed.pack.tables.flatMap(({ lines }) => lines.flatMap((line) => line.cells));
    for (const cell of cells) {
      assert.deepEqual(Object.keys(cell).toSorted(), ['counted', 'isHidden', 'text', 'value']);
      if (cell.isHidden) assert.deepEqual([cell.value, cell.counted], [null, null]);
    }
  }
});

test('another authority sees none of it', async () => {
  const elsewhere = await asTenant(world.db, { authorityId: SOUTHFELL }, releasesToAttack);
  assert.deepEqual(elsewhere, []);
});
