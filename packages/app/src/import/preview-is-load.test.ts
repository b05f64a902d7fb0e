/** On a real database: generated returns, generated changes by hand, and whatever is loaded after them. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ChildId, CollectionYear } from '@rightplace/domain';
import { getTable, type HeldChild, recordFromHeld, TABLES } from '@rightplace/ssda903';
import {
  asTenant,
  asTenantReading,
  createAuthority,
  saveChildren,
  saveEntered,
  saveReported,
} from '@rightplace/store';
import fc from 'fast-check';
import { arbitraryHandChanges, withHandChanges } from '../../../ssda903/test/hand-changes.ts';
import { arbitraryDirtyReturn, arbitraryReturn, type RowsByTable } from '../../../ssda903/test/returns.ts';
import { csvFile } from '../../test/returns.ts';
import { aWorld, type TestWorld } from '../../test/world.ts';
import { exportReturn } from '../export/export-return.ts';
import { loadForReturns } from '../return-readiness/record-as-return.ts';
import { acceptGiven } from './accept-given.ts';
import { applyImport } from './apply-import.ts';
import { enteredFromHeld } from './entered-here.ts';
import { type GivenFile, sortIntoReturns } from './given-files.ts';
import { reportedFromHeld } from './held-children.ts';
import type { Importer } from './importer.ts';
import { previewImport } from './preview-import.ts';

let world: TestWorld;
let authorities = 0;
before(async () => {
  world = await aWorld();
});
after(() => world.close());

type Authority = Importer & { readonly kind: 'command' };
type Children = ReadonlyMap<ChildId, HeldChild>;

const anAuthority = async (): Promise<Authority> => {
  authorities += 1;
  const authorityId = `E31${String(authorities).padStart(6, '0')}`;
  await asTenant(world.db, { authorityId }, (tx) =>
    createAuthority(tx, { name: `Testshire ${authorities}` }),
  );
  return { kind: 'command', authorityId };
};

const cellText = (text: string): string =>
  /^[=+\-@']|[",\r\n]/.test(text)
    ? `"${(/^[=+\-@']/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
    : text;

const filesOf = (rows: RowsByTable, year: CollectionYear): readonly GivenFile[] =>
  TABLES.filter(({ name }) => rows[name].length > 0).map(({ name, fileName }) => {
    const names = getTable(name).columns.map((column) => column.name);
    const lines = rows[name].map((cells) => names.map((column) => cellText(cells[column] ?? '')).join());
    return csvFile(`${year}/${fileName}`, names.join(), ...lines);
  });

/** In an order of its own, so that a store may give facts in another. */
const heldBy = (importer: Authority): Promise<Children> =>
  asTenantReading(world.db, importer, async (tx) => (await loadForReturns(tx)).held);
const inOrder = (children: Children): unknown =>
  [...children]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, held]) => [
      id,
      {
        ...held,
        facts: held.facts.toSorted((a, b) =>
          `${a.fact.kind} ${a.fact.key}` < `${b.fact.kind} ${b.fact.key}` ? -1 : 1,
        ),
        removed: (held.removed ?? []).toSorted((a, b) =>
          `${a.kind} ${a.keys[0]}` < `${b.kind} ${b.keys[0]}` ? -1 : 1,
        ),
      },
    ]);

/** Puts changes into the record as saving a correction does. */
const saveByHand = (importer: Authority, was: Children, is: Children): Promise<void> =>
  asTenant(world.db, importer, async (tx) => {
    const changed = new Map([...is].filter(([id, child]) => was.get(id) !== child));
    const old = new Map([...was].filter(([id]) => changed.has(id)));
    world.pass(1);
    await saveChildren(tx, {
      clock: world.now,
      why: 'by hand',
      children: Array.from(changed, ([id, child]) => recordFromHeld(id, child)),
    });
    await saveReported(tx, { before: reportedFromHeld(old), after: reportedFromHeld(changed) });
    await saveEntered(tx, { before: enteredFromHeld(old), after: enteredFromHeld(changed) });
  });

/** Loads files, holding the loading to what the preview found: gives how many children it changed. */
const load = async (importer: Authority, files: readonly GivenFile[]): Promise<number> => {
  world.pass(1);
  const given = await sortIntoReturns(files);
  const foreseen = acceptGiven(given, await heldBy(importer));
  const previewed = await previewImport(world, importer, given);
  assert.ok(previewed.kind === 'previewed');
  const applied = await applyImport(world, importer, previewed.importId);
  assert.ok(applied.kind === 'applied', JSON.stringify(applied));
  const { rulesFound: _, corrections: __, ...shown } = previewed.report;
  assert.deepEqual(applied.report, shown, 'what was shown is what was done');
  assert.deepEqual(inOrder(await heldBy(importer)), inOrder(foreseen.after), 'and what is held now');
  return applied.report.childrenChanged + applied.report.childrenNew;
};

test('whatever is loaded over what people entered: the preview is the load, and the second time changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      arbitraryReturn(2026),
      arbitraryHandChanges(2026),
      arbitraryDirtyReturn(2026),
      fc.constantFrom(2025, 2026, 2027),
      async (rows, changes, next, year) => {
        const importer = await anAuthority();
        await load(importer, filesOf(rows, 2026));
        const held = await heldBy(importer);
        const { children } = withHandChanges(held, changes, 2026);
        await saveByHand(importer, held, children);
        assert.deepEqual(inOrder(await heldBy(importer)), inOrder(children), 'kept as it was entered');
        assert.equal(await load(importer, filesOf(rows, 2026)), 0, 'what was said before is nothing new');
        await load(importer, filesOf(next, year));
        assert.equal(await load(importer, filesOf(next, year)), 0);
      },
    ),
    { numRuns: 12 },
  );
});

test('the record as people have changed it, written out and loaded, changes nobody', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryReturn(2026), arbitraryHandChanges(2026), async (rows, changes) => {
      const importer = await anAuthority();
      await load(importer, filesOf(rows, 2026));
      const held = await heldBy(importer);
      await saveByHand(importer, held, withHandChanges(held, changes, 2026).children);
      const exported = await exportReturn(world, importer, { collectionYear: 2026, format: 'csv' });
      assert.ok(exported.kind === 'exported');
      const files = exported.files.map(({ name, text }) => ({
        name: `2026/${name}`,
        bytes: new TextEncoder().encode(text),
      }));
      assert.equal(await load(importer, files), 0);
    }),
    { numRuns: 8 },
  );
});
