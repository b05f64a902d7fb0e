import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { asTenant, asTenantReading, createAuthority, listAllAttachments } from '@rightplace/store';
import { anEntryWorld, type EntryWorld } from '../../test/entry-world.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { openDocument } from '../attachments/open-document.ts';
import { giveDocuments } from './give-documents.ts';

let world: EntryWorld;
before(async () => {
  world = await anEntryWorld();
});
after(() => world.close());

const told = (child: string, name: string) => ({
  child,
  name,
  about: 'A letter',
  section: 'child',
  title: 'To whoever decides',
  paragraphs: ['Said.'],
});
const all = () => asTenantReading(world.db, { authorityId: NORTHMARSH }, listAllAttachments);

test('a demonstration gets documents once, that open and say that they are invented; no real authority gets any', async () => {
  const { signedIn } = await world.signIn(world.ana);
  const caseId = await world.begin('G1');
  const real = { authorityId: 'X00000009' };
  await asTenant(world.db, real, (tx) => createAuthority(tx, { name: 'Realshire', demonstration: false }));
  const documents = [told('G1', 'Letter.txt'), told('G1', 'Letter.docx'), told('nobody', 'None.txt')];
  await Promise.all([giveDocuments(world, documents), giveDocuments(world, documents)]);
  await giveDocuments(world, documents);
  const given = await all();
  assert.deepEqual(
    given.map(({ name, kind, asWriter }) => [name, kind, asWriter]),
    [
      ['Letter.txt', 'text', true],
      ['Letter.docx', 'docx', true],
    ],
  );
  assert.deepEqual(await asTenantReading(world.db, real, listAllAttachments), []);
  const opened = await openDocument(world, signedIn, { caseId, id: given[0]?.id ?? 0 });
  assert.ok(opened.kind === 'document-opened');
  let text = '';
  for await (const piece of opened.body) text += Buffer.from(piece).toString();
  assert.match(text, /Everybody in it is invented\.\n\nTo whoever decides\n\nSaid\./);
});
