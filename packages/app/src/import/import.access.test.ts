import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES, childId, type Role } from '@rightplace/domain';
import { asTenant, declareConflict, saveChildren } from '@rightplace/store';
import { csvFile, HEADER, smallReturn, withFile } from '../../test/returns.ts';
import { aWorld, NORTHMARSH, type TestWorld } from '../../test/world.ts';
import { exportReturn } from '../export/export-return.ts';
import { applyImport } from './apply-import.ts';
import { discardImport } from './discard-import.ts';
import { sortIntoReturns } from './given-files.ts';
import type { Importer } from './importer.ts';
import { showImport, showImports } from './past-imports.ts';
import { previewAgain } from './preview-again.ts';
import { previewImport } from './preview-import.ts';

let world: TestWorld;
before(async () => {
  world = await aWorld();
});
after(() => world.close());

const NOTHING_KNOWN = {
  details: {},
  facts: [],
  periodsOfCare: [],
  needs: [],
  legalStatuses: [],
  placements: [],
} as const;

const someone = async (role: Role, name = `Any ${role}`): Promise<Importer> => {
  const { personId } = await world.addPerson({ name, role });
  return { kind: 'person', signedIn: (await world.signIn(personId)).signedIn };
};

/** Who may do what with returns: everybody else is refused. */
const MAY: Readonly<Record<string, readonly Role[]>> = {
  preview: ['performance'],
  'preview again': ['performance'],
  apply: ['performance'],
  discard: ['performance'],
  history: ['performance', 'director'],
  'one import': ['performance', 'director'],
  export: ['performance'],
};

test('loading returns is for analysts; a director sees the history; nobody else sees or does anything', async () => {
  const given = await sortIntoReturns(smallReturn());
  const analyst = await someone('performance');
  const importId = async (): Promise<number> => {
    const previewed = await previewImport(world, analyst, given);
    assert.ok(previewed.kind === 'previewed');
    return previewed.importId;
  };
  const attempts: Readonly<Record<string, (who: Importer) => Promise<{ readonly kind: string }>>> = {
    preview: (who) => previewImport(world, who, given),
    'preview again': async (who) => previewAgain(world, who, await importId()),
    apply: async (who) => applyImport(world, who, await importId()),
    discard: async (who) => discardImport(world, who, await importId()),
    history: (who) => showImports(world, who),
    'one import': async (who) => showImport(world, who, await importId()),
    export: (who) =>
      exportReturn(world, who, { collectionYear: 2026, format: 'csv', purpose: 'statutory-return' }),
  };
  for (const role of ALL_ROLES) {
    const who = role === 'performance' ? analyst : await someone(role);
    for (const [what, attempt] of Object.entries(attempts)) {
      const isAllowed = MAY[what]?.includes(role) === true;
      assert.equal((await attempt(who)).kind !== 'refused', isAllowed, `${role}: ${what}`);
    }
  }
});

test('a row of a child is kept from an analyst who has a conflict of interest there, and from nobody else', async () => {
  const [cousin, colleague] = [
    await someone('performance', 'Cousin Carys'),
    await someone('performance', 'Colleague Cole'),
  ];
  assert.ok(cousin.kind === 'person');
  const broken = csvFile('2026/header.csv', HEADER, 'ZZ1,F,32/02/2014,WBRI,,,', 'ZZ2,M,03/14/2010,MWBC,,,');
  const loaded = await previewImport(world, cousin, await sortIntoReturns(smallReturn()));
  assert.ok(loaded.kind === 'previewed');
  assert.equal((await applyImport(world, cousin, loaded.importId)).kind, 'applied');
  const given = await sortIntoReturns(withFile(smallReturn(), broken));
  const previewed = await previewImport(world, cousin, given);
  assert.ok(previewed.kind === 'previewed');
  const personId = cousin.signedIn.person.id;
  await asTenant(world.db, { authorityId: NORTHMARSH }, (tx) =>
    declareConflict(tx, { child: childId('ZZ1'), personId, why: 'A cousin', at: world.now(), by: 'test' }),
  );
  const rowsFor = async (who: Importer) => {
    const answer = await showImport(world, who, previewed.importId);
    assert.ok(answer.kind === 'import');
    const { report, foundRows, closedRows } = answer.shown;
    const children = [...report.rejected, ...foundRows].flatMap(({ child }) => child ?? []);
    return { children: [...new Set(children)].toSorted(), closedRows };
  };
  const all = await rowsFor(colleague);
  assert.deepEqual([all.children, all.closedRows], [['ZZ1', 'ZZ2'], 0]);
  const some = await rowsFor(cousin);
  assert.deepEqual(some.children, ['ZZ2']);
  assert.ok(some.closedRows > 0);
});

test('a child added here in small letters is kept from them as well, though files are read in capitals', async () => {
  const aunt = await someone('performance', 'Aunt Aurelie');
  assert.ok(aunt.kind === 'person');
  const personId = aunt.signedIn.person.id;
  const broken = csvFile('2026/header.csv', HEADER, 'zz7a,F,32/02/2014,WBRI,,,');
  const previewed = await previewImport(world, aunt, await sortIntoReturns(withFile(smallReturn(), broken)));
  assert.ok(previewed.kind === 'previewed');
  const told = async () => JSON.stringify(await showImport(world, aunt, previewed.importId));
  assert.match(await told(), /"child":"zz7a"/i);
  const child = { ...NOTHING_KNOWN, id: childId('zz7a') };
  await asTenant(world.db, { authorityId: NORTHMARSH }, async (tx) => {
    await saveChildren(tx, { children: [child], clock: world.now, why: 'A request for care was begun' });
    await declareConflict(tx, { child: child.id, personId, why: 'An aunt', at: world.now(), by: 'test' });
  });
  assert.doesNotMatch(await told(), /"child":"zz7a"/i);
});

test('a person who has left the role may not finish what they began', async () => {
  const { personId } = await world.addPerson({ name: 'Leaving Lena', role: 'performance' });
  const { signedIn } = await world.signIn(personId);
  const who = { kind: 'person', signedIn } as const;
  const previewed = await previewImport(world, who, await sortIntoReturns(smallReturn()));
  assert.ok(previewed.kind === 'previewed');
  const ended = signedIn.actor.assignments.map((role) => ({ ...role, ends: role.starts }));
  const later: Importer = {
    kind: 'person',
    signedIn: { ...signedIn, actor: { ...signedIn.actor, assignments: ended } },
  };
  assert.equal((await applyImport(world, later, previewed.importId)).kind, 'refused');
});

test('an analyst of one team or service neither loads nor takes away what is the whole authority’s', async () => {
  const { personId } = await world.addPerson({ name: 'Narrow Nora', role: 'performance' });
  const analyst = { kind: 'person', signedIn: (await world.signIn(personId)).signedIn } as const;
  const given = await sortIntoReturns(smallReturn());
  const previewed = await previewImport(world, analyst, given);
  assert.ok(previewed.kind === 'previewed');
  const { importId } = previewed;
  for (const where of [{ teamId: '1' }, { serviceId: 'Children looked after' }]) {
    const { signedIn } = analyst;
    const assignments = signedIn.actor.assignments.map((role) => ({ ...role, ...where }));
    const who: Importer = {
      kind: 'person',
      signedIn: { ...signedIn, actor: { ...signedIn.actor, assignments } },
    };
    const asked = { collectionYear: 2026, format: 'csv', purpose: 'statutory-return' } as const;
    for (const answer of [
      await previewImport(world, who, given),
      await previewAgain(world, who, importId),
      await applyImport(world, who, importId),
      await discardImport(world, who, importId),
      await showImports(world, who),
      await showImport(world, who, importId),
      await exportReturn(world, who, asked),
    ])
      assert.equal(answer.kind === 'refused' && answer.name, 'whole-authority-needed');
  }
  assert.equal((await applyImport(world, analyst, importId)).kind, 'applied', 'it still waited');
});
