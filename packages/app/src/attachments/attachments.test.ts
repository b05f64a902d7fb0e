import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES, POLICY } from '@rightplace/domain';
import { asSuperuser, asTenantReading, listAttachments } from '@rightplace/store';
import { aClamd } from '../../test/clamd.ts';
import { anOfficeFile, aPdf, EICAR, piecesOf } from '../../test/documents.ts';
import { anEntryWorld, type EntryWorld } from '../../test/entry-world.ts';
import { NORTHMARSH, SOUTHFELL, someFileKeys } from '../../test/world.ts';
import { listNotices } from '../notifications/list-notices.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { attachDocument } from './attach-document.ts';
import { clamdAt } from './clamd.ts';
import { eraseDocument } from './erase-document.ts';
import { MOST_DOCUMENTS } from './file-keeping.ts';
import { openDocument } from './open-document.ts';
import { scanWaiting } from './scan-attachments.ts';
import { takeOffDocument } from './take-off-document.ts';

let world: EntryWorld;
let ana: SignedIn;
before(async () => {
  world = await anEntryWorld();
  ({ signedIn: ana } = await world.signIn(world.ana));
});
after(() => world.close());

let keys = 0;
const attach = (
  id: number,
  who: SignedIn = ana,
  {
    name = 'Minutes.pdf',
    bytes = aPdf(`Said once ${(keys += 1)}`),
    key = `form ${(keys += 1)}`,
    about = 'Minutes of the family meeting',
    section = '',
    at = world,
  }: {
    name?: string;
    bytes?: Uint8Array;
    key?: string;
    about?: string;
    section?: string;
    at?: World;
  } = {},
) => attachDocument(at, who, { id, key, about, section, file: { name, content: piecesOf(bytes) } });

const documentsSeen = async (id: number, who: SignedIn = ana) => {
  const view = await world.seenBy(who, id);
  assert.ok(view.kind === 'case', 'sentence' in view ? view.sentence : '');
  return view;
};
const numberOf = async (id: number): Promise<number> =>
  (await documentsSeen(id)).attached.documents.at(-1)?.id ?? assert.fail('nothing is attached');

const taken = async (opened: Awaited<ReturnType<typeof openDocument>>): Promise<Buffer> => {
  assert.ok(opened.kind === 'document-opened', 'sentence' in opened ? opened.sentence : '');
  const pieces: Uint8Array[] = [];
  for await (const piece of opened.body) pieces.push(piece);
  return Buffer.concat(pieces);
};

const outcome = (answer: { readonly kind: string; readonly name?: string }): string =>
  answer.kind === 'refused' ? (answer.name ?? '') : answer.kind;

test('a document is attached, shown with its case and in its story, and comes back byte for byte', async () => {
  const id = await world.begin('D1');
  const bytes = Buffer.concat([aPdf(), Buffer.alloc(700_000, 'Her grandmother said that she would come. ')]);
  const done = await attach(id, ana, { name: 'C:\\Zoë’s plan.pdf', bytes, section: 'why' });
  assert.deepEqual(done, {
    kind: 'document-attached',
    name: 'Zoë’s plan.pdf',
    scan: undefined,
    scannerSaid: '',
  });
  const view = await documentsSeen(id);
  const [shown] = view.attached.documents;
  assert.equal(shown?.size, '684 KB');
  assert.equal(shown?.state, 'not-scanned');
  assert.equal(shown?.section, 'Why care');
  assert.match(
    view.chronology[0]?.sentence ?? '',
    /attached “Zoë’s plan\.pdf”: Minutes of the family meeting/,
  );
  const opened = await openDocument(world, ana, { caseId: id, id: shown?.id ?? 0 });
  assert.ok((await taken(opened)).equals(bytes));
  const audit = (await world.auditOf('D1')).map(({ action }) => action);
  assert.ok(audit.includes('case-document-attached') && audit.includes('case-document-downloaded'));
});

test('who may write the request, or decides on it next, attaches; others who see it download; nobody else learns of it', async () => {
  const id = await world.begin('D2');
  await world.fillIn(id, ana);
  await attach(id);
  const caseId = id;
  const number = await numberOf(id);
  const may = async (who: SignedIn) =>
    [
      outcome(await attach(id, who)),
      outcome(await openDocument(world, who, { caseId, id: number })),
    ] as const;
  assert.deepEqual(await may(ana), ['document-attached', 'document-opened']);
  const manager = await world.as('team-manager');
  assert.deepEqual(await may(manager), ['not-attached-now', 'document-opened'], 'not before it is sent on');
  await world.take(ana, id, 'submit');
  assert.deepEqual(await may(manager), ['document-attached', 'document-opened']);
  for (const role of ALL_ROLES) {
    const who = await world.as(role);
    const reach = POLICY[role]['see-entry-to-care'];
    const [attached, opened] = await may(who);
    const sees = reach !== undefined && reach !== 'own-cases';
    assert.equal(opened === 'document-opened', sees, `${role} ${opened}`);
    if (reach === 'own-cases') assert.equal(opened, 'out-of-reach', role);
    if (!sees) assert.notEqual(attached, 'document-attached', role);
  }
  const ben = (await world.signIn(world.ben)).signedIn;
  assert.deepEqual(await may(ben), ['out-of-reach', 'out-of-reach']);
});

test('another case’s number, another authority’s, a guess: there is no such document', async () => {
  const [one, other] = [await world.begin('D3'), await world.begin('D4')];
  await attach(one);
  const id = await numberOf(one);
  assert.equal(outcome(await openDocument(world, ana, { caseId: other, id })), 'no-such-document');
  assert.equal(outcome(await openDocument(world, ana, { caseId: one, id: 999_999 })), 'no-such-document');
  assert.equal(
    outcome(await takeOffDocument(world, ana, { caseId: other, id, why: 'x' })),
    'no-such-document',
  );
  const { personId } = await world.addPerson({ name: 'Di Fell', role: 'director', authorityId: SOUTHFELL });
  const di = (await world.signIn(personId, SOUTHFELL)).signedIn;
  assert.equal(outcome(await openDocument(world, di, { caseId: one, id })), 'out-of-reach');
  assert.equal(outcome(await attach(one, di)), 'out-of-reach');
});

test('a conflict of interest closes documents with the case', async () => {
  const id = await world.begin('D5');
  await attach(id);
  const number = await numberOf(id);
  const director = await world.as('director');
  assert.equal(outcome(await openDocument(world, director, { caseId: id, id: number })), 'document-opened');
  await world.conflict('D5', director.person.id);
  assert.notEqual(
    outcome(await openDocument(world, director, { caseId: id, id: number })),
    'document-opened',
  );
});

test('what is wrong is said, of the words and of the document together, and nothing is kept', async () => {
  const id = await world.begin('D6');
  const wrong = await attach(id, ana, {
    name: 'big.pdf',
    bytes: Buffer.alloc(1_048_577),
    about: ' ',
    section: 'none',
  });
  assert.ok(wrong.kind === 'refused' && wrong.name === 'not-taken');
  assert.deepEqual(wrong.faults.map(({ field }) => field).toSorted(), ['about', 'file', 'section']);
  assert.match(wrong.faults.at(-1)?.sentence ?? '', /“big\.pdf” is larger than 1 MB/);
  const macro = await attach(id, ana, {
    name: 'plan.docx',
    bytes: anOfficeFile('word/document.xml', { name: 'word/vbaProject.bin' }),
  });
  assert.match(
    'sentence' in macro ? macro.sentence : '',
    /“plan\.docx” cannot be attached\. It holds macros/,
  );
  const nothing = await attach(id, ana, { bytes: Buffer.alloc(0) });
  assert.match('sentence' in nothing ? nothing.sentence : '', /There is nothing in it/);
  const asked = { id, key: 'none', about: 'x', section: '', file: undefined };
  const none = await attachDocument(world, ana, asked);
  assert.match('sentence' in none ? none.sentence : '', /Choose the document/);
  const keyless: World = { ...world, files: undefined } as unknown as World;
  assert.equal(outcome(await attach(id, ana, { at: keyless })), 'no-key');
  assert.deepEqual((await documentsSeen(id)).attached.documents, []);
});

test('the same form sent twice attaches once; the same document again is told; one too many is refused', async () => {
  const id = await world.begin('D7');
  const bytes = aPdf('Once');
  const [first, second] = await Promise.all([
    attach(id, ana, { key: 'twice', bytes }),
    attach(id, ana, { key: 'twice', bytes }),
  ]);
  assert.deepEqual([first.kind, second.kind], ['document-attached', 'document-attached']);
  assert.equal((await documentsSeen(id)).attached.documents.length, 1);
  const same = await attach(id, ana, { name: 'Copy.pdf', bytes });
  assert.match(
    'sentence' in same ? same.sentence : '',
    /“Copy\.pdf” is there already: .* attached the same document as “Minutes\.pdf” on 23 November 2026/,
  );
  const tenant = { authorityId: NORTHMARSH };
  await asSuperuser(
    world.database,
    `set rightplace.authority = '${NORTHMARSH}';
     insert into attachment (authority_id, case_id, sealed_as, name, kind, size, sha256, about, as_writer, attached_by,
       attached_at, key)
     select authority_id, case_id, gen_random_uuid(), name, kind, size, sha256, about, as_writer, attached_by, attached_at,
       'copy ' || n from attachment, generate_series(2, ${MOST_DOCUMENTS}) n where case_id = ${id}`,
  );
  assert.match(JSON.stringify(await attach(id)), /the most a case may have/);
  assert.equal(
    (await asTenantReading(world.db, tenant, (tx) => listAttachments(tx, id))).length,
    MOST_DOCUMENTS,
  );
});

test('a document is taken off with a reason, is told of and kept, and is handed out no more', async () => {
  const caseId = await world.begin('D8');
  await attach(caseId);
  const id = await numberOf(caseId);
  const off = (who: SignedIn, why: string) => takeOffDocument(world, who, { caseId, id, why });
  assert.equal(outcome(await off(ana, ' ')), 'not-said');
  assert.equal(outcome(await off(ana, 'x'.repeat(501))), 'not-said');
  assert.equal(outcome(await off(await world.as('team-manager'), 'Not mine')), 'not-taken-off-now');
  assert.equal(outcome(await off(ana, 'Of another child')), 'document-taken-off');
  assert.equal(outcome(await off(ana, 'Of another child')), 'document-taken-off', 'the same form again');
  assert.equal(outcome(await off(ana, 'Another reason')), 'taken-off-before');
  const view = await documentsSeen(caseId);
  assert.match(
    view.chronology[0]?.sentence ?? '',
    /took “Minutes\.pdf” off the case, because: Of another child/,
  );
  assert.equal(outcome(await openDocument(world, ana, { caseId, id })), 'taken-off');
  const [entry] = (await world.auditOf('D8')).filter(({ action }) => action === 'case-document-taken-off');
  assert.equal(entry?.why, 'Of another child');
});

test('a document that was erased stands in its place with why, opens for nobody, and can be neither scanned, taken off nor put back', async () => {
  const caseId = await world.begin('D10');
  const bytes = aPdf('Of another child');
  await attach(caseId, ana, { name: 'Rowan Quill.pdf', about: 'Rowan Quill’s school report', bytes });
  const id = await numberOf(caseId);
  const why = 'It was another child’s';
  const of = { authorityId: NORTHMARSH, caseId, id, why };
  const owner = { owner: world.database.owner, now: world.now };
  assert.equal(outcome(await eraseDocument(owner, { ...of, why: ' ' })), 'not-said');
  assert.equal(outcome(await eraseDocument(owner, { ...of, caseId: caseId + 1 })), 'no-such-document');
  assert.equal(outcome(await eraseDocument(owner, { ...of, authorityId: SOUTHFELL })), 'no-such-document');
  await assert.rejects(
    eraseDocument({ ...owner, owner: world.db }, of),
    /permission denied/,
    'nor does the application',
  );
  assert.ok((await taken(await openDocument(world, ana, { caseId, id }))).equals(bytes), 'it is all there');

  assert.equal(outcome(await eraseDocument(owner, of)), 'document-erased');
  const view = await documentsSeen(caseId);
  const [shown] = view.attached.documents;
  assert.deepEqual([shown?.name, shown?.erasure?.why], ['Erased document', why]);
  assert.doesNotMatch(JSON.stringify(view), /Rowan/, 'its name is nowhere in the case');
  assert.match(
    view.chronology[0]?.sentence ?? '',
    /was erased by whoever runs the service, because: It was another/,
  );
  const closed = await openDocument(world, ana, { caseId, id });
  assert.ok(closed.kind === 'refused' && closed.name === 'erased' && closed.sentence.includes(why));
  assert.equal(outcome(await takeOffDocument(world, ana, { caseId, id, why })), 'taken-off-before');
  assert.equal(outcome(await eraseDocument(owner, of)), 'erasure-finished');
  const [entry] = (await world.auditOf('D10')).filter(({ action }) => action === 'case-document-erased');
  assert.deepEqual([entry?.actor, entry?.why], ['command line', why]);
  assert.equal((await attach(caseId, ana, { bytes })).kind, 'document-attached', 'it is not there any more');
});

test('a document is part of a request while that is written, and no longer when it is decided on', async () => {
  const id = await world.begin('D9');
  await world.fillIn(id, ana);
  const { personId } = await world.addPerson({ name: 'Two Hats', role: 'team-manager' });
  const hats = (await world.signIn(personId)).signedIn;
  await attach(id);
  await world.take(ana, id, 'submit');
  await attach(id, hats);
  const stored = await asTenantReading(world.db, { authorityId: NORTHMARSH }, (tx) =>
    listAttachments(tx, id),
  );
  assert.deepEqual(
    stored.map(({ asWriter }) => asWriter),
    [true, false],
  );
  assert.equal(outcome(await world.take(hats, id, 'support')), 'step-taken');
});

test('saboteur: what is stored holds nothing of the document, and a bit flipped in it is refused, said and in the audit', async () => {
  const caseId = await world.begin('D10');
  const secret = 'Her grandmother said that she would come';
  await attach(caseId, ana, { bytes: aPdf(secret) });
  const id = await numberOf(caseId);
  const found = async (text: string): Promise<number> => {
    const { rows } = await asTenantReading(world.db, { authorityId: NORTHMARSH }, (tx) =>
      tx
        .selectFrom('attachment_piece' as never)
        .selectAll()
        .execute()
        .then((rows) => ({ rows: rows as unknown as readonly { sealed: Buffer }[] })),
    );
    return rows.filter(({ sealed }) => sealed.includes(text)).length;
  };
  assert.equal(await found(secret), 0);
  const where = `attachment_id = ${id} and authority_id = '${NORTHMARSH}'`;
  const flip = `update attachment_piece set sealed = set_byte(sealed, 9, get_byte(sealed, 9) # 1) where ${where}`;
  await asSuperuser(world.database, flip);
  const spoilt = await openDocument(world, ana, { caseId, id });
  assert.equal(outcome(spoilt), 'spoilt');
  assert.match('sentence' in spoilt ? spoilt.sentence : '', /not as it was attached/);
  const [entry] = await world.auditOf('D10');
  assert.equal(entry?.action, 'case-document-not-opened');
  await asSuperuser(world.database, flip);
  assert.ok(
    (await taken(await openDocument(world, ana, { caseId, id }))).includes(secret),
    'and it was that bit',
  );
  // Were it kept as it came, the search above would find it.
  await asSuperuser(
    world.database,
    `update attachment_piece set sealed = convert_to('%PDF ${secret}', 'UTF8') where ${where}`,
  );
  assert.equal(await found(secret), 1);
});

test('a document put in another’s place, and one whose key is not there, does not open and says which', async () => {
  const caseId = await world.begin('D11');
  await attach(caseId);
  const first = await numberOf(caseId);
  await attach(caseId);
  const second = await numberOf(caseId);
  const elsewhere: World = { ...world, files: { keys: someFileKeys(), scanner: undefined, mostBytes: 1 } };
  const closed = await openDocument(elsewhere, ana, { caseId, id: second });
  assert.equal(outcome(closed), 'key-missing');
  assert.match(
    'sentence' in closed ? closed.sentence : '',
    /sealed with the key [0-9a-f]{12}, which this service does not have/,
  );
  await asSuperuser(
    world.database,
    `update attachment_key k set sealed_with = o.sealed_with, sealed_key = o.sealed_key from attachment_key o
     where k.attachment_id = ${second} and o.attachment_id = ${first};
     update attachment_piece p set sealed = o.sealed from attachment_piece o
     where p.attachment_id = ${second} and o.attachment_id = ${first}`,
  );
  assert.equal(outcome(await openDocument(world, ana, { caseId, id: second })), 'spoilt');
});

test('with a scanner, nothing is handed out before it is clean: found out at once, later, or never while it is away', async () => {
  const clamd = await aClamd();
  const scanned = (address: string): World => ({
    ...world,
    files: { keys: world.files?.keys ?? assert.fail(), scanner: clamdAt(address), mostBytes: 1_000_000 },
  });
  const near = scanned(clamd.address);
  const away = scanned('clamd://127.0.0.1:9');
  const caseId = await world.begin('D12');
  const open = async (at: World, id: number) => outcome(await openDocument(at, ana, { caseId, id }));
  assert.equal(JSON.stringify(await attach(caseId, ana, { at: near })).includes('"scan":"clean"'), true);
  assert.equal(await open(near, await numberOf(caseId)), 'document-opened');
  const bad = await attach(caseId, ana, { at: near, name: 'bad.txt', bytes: Buffer.from(EICAR) });
  assert.ok(
    bad.kind === 'document-attached' && bad.scan === 'refused' && bad.scannerSaid === 'Eicar-Test-Signature',
  );
  assert.equal(await open(near, await numberOf(caseId)), 'found-harmful');
  assert.equal(
    await open(world, await numberOf(caseId)),
    'found-harmful',
    'also where there is no scanner now',
  );
  await attach(caseId, ana, { at: away, bytes: Buffer.from(`%PDF- ${EICAR}`), name: 'later.pdf' });
  const later = await numberOf(caseId);
  assert.equal(await open(near, later), 'not-scanned-yet');
  await scanWaiting(away);
  assert.equal(await open(near, later), 'not-scanned-yet');
  await scanWaiting(near);
  assert.equal(await open(near, later), 'found-harmful');
  await attach(caseId);
  const unscanned = await numberOf(caseId);
  assert.equal(
    await open(world, unscanned),
    'document-opened',
    'where there is no scanner it is said, and no more',
  );
  assert.equal(await open(near, unscanned), 'not-scanned-yet', 'where there is one it waits');
  await scanWaiting(near);
  assert.equal(await open(near, unscanned), 'document-opened');
  const said = (await world.auditOf('D12')).filter(({ actor }) => actor === 'virus scanner');
  assert.deepEqual(said.map(({ detail }) => (detail as { outcome: string }).outcome).toReversed(), [
    'clean',
    'refused',
    'unreachable',
    'refused',
    'clean',
  ]);
  const notices = await listNotices(world, ana);
  assert.ok(notices.kind === 'notices');
  assert.equal(
    notices.lines.filter(({ kind }) => kind === 'document-refused').length,
    2,
    'whoever attached is told',
  );
  // The gate is what keeps it: were a verdict of refused put right by hand, it would be handed out.
  await asSuperuser(
    world.database,
    `update attachment_scan set outcome = 'clean' where attachment_id = ${later} and outcome = 'refused'`,
  );
  assert.equal(await open(near, later), 'document-opened');
  await clamd.stop();
});

test('a document that the scanner never answers for keeps no other waiting, and a scanner that is away is asked once', async () => {
  const keys = world.files?.keys ?? assert.fail();
  const asked: string[] = [];
  const scannedBy = (isAway: boolean): World => ({
    ...world,
    files: {
      keys,
      mostBytes: 1_000_000,
      scanner: {
        scan: async (content) => {
          const parts: Uint8Array[] = [];
          for await (const part of content) parts.push(part);
          const text = Buffer.concat(parts).toString();
          asked.push(text);
          return isAway || text.includes('too much for it')
            ? { outcome: 'unreachable', said: 'It did not answer in time.' }
            : { outcome: 'clean', said: '' };
        },
      },
    },
  });
  const [near, away] = [scannedBy(false), scannedBy(true)];
  const caseId = await world.begin('D14');
  await attach(caseId, ana, { at: near, bytes: aPdf('too much for it') });
  const first = await numberOf(caseId);
  await attach(caseId, ana, { at: away });
  const second = await numberOf(caseId);
  asked.length = 0;
  await scanWaiting(away);
  assert.equal(asked.filter((text) => text.startsWith('%PDF')).length, 1, 'the rest waits');
  await scanWaiting(near);
  const open = async (id: number) => outcome(await openDocument(near, ana, { caseId, id }));
  assert.deepEqual([await open(first), await open(second)], ['not-scanned-yet', 'document-opened']);
});

test('of a child with whom somebody has a conflict of interest by now, they are not told what the scanner found', async () => {
  const clamd = await aClamd();
  const keys = world.files?.keys ?? assert.fail();
  const near: World = {
    ...world,
    files: { keys, scanner: clamdAt(clamd.address), mostBytes: 1_000_000 },
  };
  const refusedTold = async () => {
    const notices = await listNotices(world, ana);
    assert.ok(notices.kind === 'notices');
    return notices.lines.filter(({ kind }) => kind === 'document-refused').length;
  };
  const before = await refusedTold();
  for (const number of ['D15', 'D16'])
    await attach(await world.begin(number), ana, { name: 'bad.txt', bytes: Buffer.from(EICAR) });
  await world.conflict('D15', ana.person.id);
  await scanWaiting(near);
  assert.equal(await refusedTold(), before + 1);
  await clamd.stop();
});

test('where nothing can be written in the audit, nothing is attached and nothing handed out', async () => {
  const caseId = await world.begin('D13');
  await attach(caseId);
  const id = await numberOf(caseId);
  await world.withoutAudit(async () => {
    await assert.rejects(attach(caseId));
    await assert.rejects(openDocument(world, ana, { caseId, id }));
    await assert.rejects(takeOffDocument(world, ana, { caseId, id, why: 'x' }));
  });
  const { attached } = await documentsSeen(caseId);
  assert.deepEqual(
    attached.documents.map(({ removal }) => removal),
    [undefined],
  );
});
