import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Block } from '@rightplace/documents';
import { ALL_ROLES, childId, moment, POLICY } from '@rightplace/domain';
import { asTenant, findCase } from '@rightplace/store';
import { fromBuffer } from 'yauzl';
import { anEntryWorld, type EntryWorld } from '../../test/entry-world.ts';
import { nameOf } from '../../test/name-of.ts';
import { NORTHMARSH } from '../../test/world.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { beginEntry } from './begin-entry.ts';
import { certifiedContent } from './certificate.ts';
import { fingerprintOf } from './fingerprint.ts';
import { checkCertificate, downloadCertificate, openCertificate } from './open-certificate.ts';

let world: EntryWorld;
let ana: SignedIn;
let director: SignedIn;
before(async () => {
  world = await anEntryWorld();
  ana = (await world.signIn(world.ana)).signedIn;
  director = await world.as('director');
});
after(() => world.close());

const authorise = async (id: number): Promise<void> => {
  await world.fillIn(id, ana);
  for (const [role, step] of [
    ['social-worker', 'submit'],
    ['team-manager', 'support'],
    ['group-manager', 'authorise'],
    ['director', 'director-authorise'],
  ] as const) {
    const taken = await world.take(role === 'social-worker' ? ana : await world.as(role), id, step);
    assert.equal(taken.kind, 'step-taken', step);
  }
};
const authorised = async (number: string): Promise<number> => {
  const id = await world.begin(number);
  await authorise(id);
  return id;
};
const opened = async (id: number, who = ana) => {
  const view = await openCertificate(world, who, id);
  assert.ok(view.kind === 'certificate', JSON.stringify(view));
  return view;
};
const wordsOf = (blocks: readonly Block[]): string => JSON.stringify(blocks);
const fingerprintIn = (blocks: readonly Block[]): string =>
  /"Fingerprint","paragraphs":\["([0-9a-f ]+)"/.exec(wordsOf(blocks))?.[1] ?? '';
const auditOf = async (number: string): Promise<readonly string[]> =>
  (await world.auditOf(number)).map(({ action }) => action).filter((action) => action.startsWith('certif'));

const textOf = (bytes: Uint8Array, part: string): Promise<string> =>
  new Promise((resolve, reject) => {
    fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (fault, zip) => {
      if (fault) return reject(fault);
      zip.on('entry', (entry: { fileName: string }) => {
        if (entry.fileName !== part) return zip.readEntry();
        zip.openReadStream(entry as never, (wrong, stream) => {
          if (wrong) return reject(wrong);
          stream.toArray().then((parts) => resolve(Buffer.concat(parts).toString('utf8')), reject);
        });
      });
      zip.on('end', () => reject(new Error(`There is no ${part}`)));
      zip.readEntry();
    });
  });

test('there is no certificate until the director has authorised, and nothing is recorded of one', async () => {
  const id = await world.begin('C early');
  assert.equal(nameOf(await openCertificate(world, ana, id)), 'not-authorised');
  assert.equal(nameOf(await downloadCertificate(world, ana, id)), 'not-authorised');
  assert.equal(nameOf(await checkCertificate(world, ana, { id, typed: '' })), 'not-authorised');
  assert.deepEqual(await auditOf('C early'), []);
});

test('it says who the child is, what was authorised on which basis, who decided, and the duties', async () => {
  const id = await authorised('C whole');
  const { document } = await opened(id);
  const words = wordsOf(document.blocks);
  for (const said of [
    'Lark Brindle',
    '5 April 2015 (11 years old)',
    'Conditions',
    'What was said of: rationale',
    'What was said of: quality',
    'authorised entry to care',
    '7 December 2026',
    'Children Act 1989, section 25A',
    `Number ${id}`,
  ])
    assert.ok(words.includes(said), said);
  // What was said of each brother and sister, without a colon after a question mark.
  assert.match(words, /Should they live together\? [A-Z]/);
  assert.match(words, /On what legal basis\?","paragraphs":\["[A-Z]/);
  const decisions = document.blocks.flatMap((block) =>
    block.kind === 'heading' && block.level === 2 ? [block.text] : [],
  );
  assert.equal(decisions.length, 5);
  const duties = document.blocks.find((block) => block.kind === 'table');
  assert.equal(duties?.rows.length, 14);
});

test('each opening, download and check is recorded with the fingerprint, and whose it was', async () => {
  const id = await authorised('C audit');
  await opened(id);
  await downloadCertificate(world, director, id);
  await checkCertificate(world, ana, { id, typed: 'abc' });
  assert.deepEqual([...(await auditOf('C audit'))].toSorted(), [
    'certificate-checked',
    'certificate-downloaded',
    'certificate-viewed',
  ]);
  const entry = (await world.auditOf('C audit')).find(({ action }) => action === 'certificate-downloaded');
  assert.equal(entry?.actor, String(director.person.id));
  assert.match(JSON.stringify(entry?.detail), /"fingerprint":"[0-9a-f]{64}"/);
});

interface Doors {
  readonly open: typeof openCertificate;
  readonly download: typeof downloadCertificate;
  readonly check: typeof checkCertificate;
}
const DOORS: Doors = { open: openCertificate, download: downloadCertificate, check: checkCertificate };

/** Roles to whom a door is open that the policy has closed, or the other way round. */
const unlikeThePolicy = async (id: number, { open, download, check }: Doors): Promise<readonly string[]> => {
  const unlike: string[] = [];
  for (const role of ALL_ROLES) {
    const reach = POLICY[role]['see-entry-to-care'];
    const may = reach !== undefined && reach !== 'own-cases';
    const who = await world.as(role);
    if (((await open(world, who, id)).kind === 'certificate') !== may) unlike.push(`${role} opens`);
    if (((await download(world, who, id)).kind === 'file') !== may) unlike.push(`${role} downloads`);
    const checked = await check(world, who, { id, typed: '' });
    if ((checked.kind === 'certificate') !== may) unlike.push(`${role} checks`);
  }
  return unlike;
};

test('whoever sees the request may open its certificate, and nobody else', async () => {
  const id = await authorised('C roles');
  assert.deepEqual(await unlikeThePolicy(id, DOORS), []);
  const ben = (await world.signIn(world.ben)).signedIn;
  assert.equal(nameOf(await openCertificate(world, ben, id)), 'out-of-reach');
  assert.equal(nameOf(await openCertificate(world, ben, 9_999_999)), 'out-of-reach');
});

test('a certificate that opened, could be taken away or checked without asking who it is would be noticed', async () => {
  const id = await authorised('C loose');
  const closed = ALL_ROLES.filter((role) => {
    const reach = POLICY[role]['see-entry-to-care'];
    return reach === undefined || reach === 'own-cases';
  });
  const loose: readonly (readonly [keyof Doors, string, Partial<Doors>])[] = [
    ['open', 'opens', { open: (at, _, one) => openCertificate(at, director, one) }],
    ['download', 'downloads', { download: (at, _, one) => downloadCertificate(at, director, one) }],
    ['check', 'checks', { check: (at, _, asked) => checkCertificate(at, director, asked) }],
  ];
  for (const [door, does, changed] of loose)
    assert.deepEqual(
      await unlikeThePolicy(id, { ...DOORS, ...changed }),
      closed.map((role) => `${role} ${does}`),
      door,
    );
});

test('it is closed to whoever has a conflict of interest', async () => {
  const id = await authorised('C conflict');
  await world.conflict('C conflict', world.ana);
  for (const answer of [
    await openCertificate(world, ana, id),
    await downloadCertificate(world, ana, id),
    await checkCertificate(world, ana, { id, typed: '' }),
  ])
    assert.equal(nameOf(answer), 'conflict-of-interest');
  assert.deepEqual(await auditOf('C conflict'), []);
});

test('a copy is checked by its fingerprint, whole or in part; another request’s is not the same', async () => {
  const [one, two] = [await authorised('C one'), await authorised('C two')];
  const print = fingerprintIn((await opened(one)).document.blocks);
  assert.match(print, /^([0-9a-f]{4} ){15}[0-9a-f]{4}$/);
  const check = async (id: number, typed: string) => {
    const checked = await checkCertificate(world, ana, { id, typed });
    return checked.kind === 'certificate' ? checked.matches : checked.name;
  };
  assert.equal(await check(one, print), true);
  assert.equal(await check(one, ` ${print.toUpperCase().slice(0, 19)} `), true);
  assert.equal(await check(one, `${print.slice(0, -1)}${print.endsWith('0') ? '1' : '0'}`), false);
  assert.equal(await check(two, print), false);
  for (const none of ['', 'abcd', 'not hexadecimal at all', `${print}0`])
    assert.equal(await check(one, none), undefined);
});

test('the fingerprint stays when it is opened by another at another time, and when it is withdrawn', async () => {
  const id = await authorised('C withdrawn');
  const before = (await opened(id)).document;
  const other = (await opened(id, director)).document;
  assert.notEqual(wordsOf(before.blocks), wordsOf(other.blocks), 'who opened it is on it');
  assert.equal(fingerprintIn(before.blocks), fingerprintIn(other.blocks));
  assert.equal((await world.take(ana, id, 'withdraw')).kind, 'step-taken');
  const view = await opened(id);
  assert.equal(view.standing, 'withdrawn');
  const notice = view.document.blocks.find((block) => block.kind === 'notice');
  assert.match(notice?.text ?? '', /withdrawn/);
  assert.match(notice?.more ?? '', /What was said of: reason/);
  assert.equal(fingerprintIn(view.document.blocks), fingerprintIn(before.blocks));
});

test('another word, person, day or name in what was decided is another fingerprint, and another order is not', () => {
  const event = (changes: object = {}) => ({
    number: 1,
    at: moment('2026-11-20T09:00:00Z'),
    step: 'director-authorise',
    kind: 'authorise' as const,
    by: { person: '7', part: { role: 'director' as const } },
    from: 'with-director',
    to: 'authorised',
    said: { conditions: 'Near school', also: 'x' },
    evidence: 6,
    key: 'k',
    ...changes,
  });
  const printOf = (changes: object, { name = 'Lark', answers = { a: '1', b: '2' } } = {}) =>
    fingerprintOf(
      certifiedContent({
        caseId: 1,
        child: { id: childId('C1'), details: { givenName: name } },
        answers,
        panelView: undefined,
        authorisation: {
          event: event(changes),
          events: [event(changes)],
          standing: { kind: 'in-force', lapsesAfter: undefined },
        },
      }),
    );
  const print = printOf({});
  for (const changes of [
    { said: { conditions: 'Near the school', also: 'x' } },
    { by: { person: '8', part: { role: 'director' } } },
    { by: { person: '7', part: { role: 'director', actingFor: '9' } } },
    { at: moment('2026-11-20T09:00:01Z') },
  ])
    assert.notEqual(printOf(changes), print, JSON.stringify(changes));
  assert.notEqual(printOf({}, { name: 'Wren' }), print);
  assert.notEqual(printOf({}, { answers: { a: '1', b: '3' } }), print);
  assert.equal(printOf({}, { answers: { b: '2', a: '1' } }), print);
  assert.equal(printOf({ said: { also: 'x', conditions: 'Near school' } }), print);
});

test('the Word file has the same text, whatever is in a name', async () => {
  const name = `${'Ł'.repeat(60)} <b>&amp; "Zé"`;
  const begun = await beginEntry(world, ana, {
    key: 'long',
    child: {
      kind: 'new',
      number: 'C name',
      givenName: name,
      familyName: 'x'.repeat(130),
      dateOfBirth: moment('2015-04-05T00:00:00Z').slice(0, 10) as never,
      expectedOn: undefined,
      sex: 'F',
    },
  });
  assert.ok(begun.kind === 'entry-begun');
  await authorise(begun.id);
  const file = await downloadCertificate(world, ana, begun.id);
  assert.ok(file.kind === 'file');
  assert.match(file.name, /^authorisation-\d+-2026-11-23\.docx$/, 'nobody’s name is in the name of the file');
  const xml = await textOf(file.bytes, 'word/document.xml');
  assert.ok(xml.includes(`${'Ł'.repeat(60)} &lt;b&gt;&amp;amp; &quot;Zé&quot; ${'x'.repeat(130)}`));
  assert.ok(!xml.includes('<b>'));
  for (const block of (await opened(begun.id)).document.blocks)
    if (block.kind === 'heading') assert.ok(xml.includes(block.text), block.text);
});

test('once its time is over it says that it has lapsed, in large words', async () => {
  const id = await authorised('C lapsed');
  world.pass(15 * 24 * 60);
  const anew = (await world.signIn(world.ana)).signedIn;
  const view = await opened(id, anew);
  assert.equal(view.standing, 'lapsed');
  assert.ok(view.document.blocks.some((block) => block.kind === 'notice' && /has lapsed/.test(block.text)));
  const stored = await asTenant(world.db, { authorityId: NORTHMARSH }, (tx) => findCase(tx, id));
  assert.equal(stored?.events.length, 5, 'opening it writes nothing into the case');
});
