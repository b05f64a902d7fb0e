import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { beginWork, listOwnWork } from '@rightplace/app';
import { type Action, ALL_ROLES } from '@rightplace/domain';
import {
  aHeldThread,
  aReadinessWorld,
  aTidyChild,
  breakWork,
  type HeldThread,
  type ReadinessWorld,
  workLeft,
  workWithFile,
} from '../../../test/readiness.ts';
import { aService, type Browser, type Service } from '../../../test/service.ts';

let world: ReadinessWorld;
let service: Service;
let analyst: Browser;
let analystId: number;
let thread: HeldThread;

before(async () => {
  world = await aReadinessWorld();
  thread = aHeldThread(world);
  service = aService({ ...world, returnThread: thread });
  analystId = await world.someone('performance');
  analyst = await service.signedInAs(analystId);
  await world.saveChildren([aTidyChild('NM41', { without: 'sex' })], '2026-11-20T09:00:00Z');
});
after(async () => {
  thread.letGo();
  await world.close();
});

const export2027 = { year: '2027', format: 'csv', purpose: 'statutory-return' };
const eventually = async <T>(look: () => Promise<T>, isSo: (seen: T) => boolean): Promise<T> => {
  for (let tries = 0; tries < 200; tries++) {
    const seen = await look();
    if (isSo(seen)) return seen;
    await new Promise((resolve) => {
      setTimeout(resolve, 25);
    });
  }
  return assert.fail('It never came about');
};

test('what takes long says at once that it goes on and how far it is, and its file can be fetched later', async () => {
  thread.hold();
  const sent = await analyst.post('/imports/write', export2027);
  assert.equal(sent.status, 303);
  assert.match(sent.location ?? '', /^\/work\/\d+$/);
  const path = sent.location ?? '';
  const going = await eventually(
    () => analyst.get(path),
    ({ text }) => /Running the rules/.test(text),
  );
  assert.match(going.heading, /Writing the return of 2026-27/);
  assert.equal(going.page.querySelector('progress')?.getAttribute('value'), '42');
  assert.equal(
    going.page.querySelector('#look-again a')?.getAttribute('href'),
    path,
    'without script, a link',
  );
  const data = await analyst.get(`${path}?as=data`);
  assert.deepEqual(JSON.parse(data.text), { words: 'Running the rules', percent: 42, ended: false });
  for (const page of ['/return-readiness', '/imports'])
    assert.match((await analyst.get(page)).text, /Writing the return of 2026-27: 42% done/, page);
  thread.letGo();
  const done = await eventually(
    () => analyst.get(path),
    ({ heading }) => /the file is ready/.test(heading),
  );
  assert.match(done.text, /Download return-2026-27\.zip/);
  const file = await analyst.get(`${path}/file`);
  assert.equal(file.headers['content-type'], 'application/zip');
  assert.match((await analyst.get('/imports')).text, /Writing the return of 2026-27: the file is ready/);
});

test('pressed twice, work is done once', async () => {
  thread.hold();
  const before = thread.begun();
  const [one, two] = await Promise.all([
    analyst.post('/imports/write', export2027),
    analyst.post('/imports/write', export2027),
  ]);
  assert.equal(one.location, two.location);
  assert.equal(thread.begun(), before + 1);
  thread.letGo();
  await eventually(
    () => analyst.get(one.location ?? ''),
    ({ heading }) => /the file is ready/.test(heading),
  );
});

test('what is soon done is answered at once, as if nothing had been begun', async () => {
  const file = await analyst.post('/imports/write', export2027);
  assert.equal(file.status, 200);
  assert.equal(file.headers['content-type'], 'application/zip');
});

test('a freeze that takes long ends on the page of what was frozen, and one that is refused says why', async () => {
  await world.check();
  const form = await analyst.get('/return-readiness/freeze?as=rehearsal');
  const seen = form.page.querySelector('input[name=seen]')?.getAttribute('value') ?? '';
  thread.hold();
  const asked = { kind: 'rehearsal', seen, note: 'In the background' };
  const sent = await analyst.post('/return-readiness/freeze?year=2027', asked);
  assert.match(sent.location ?? '', /^\/work\//);
  thread.letGo();
  const ended = await eventually(
    () => analyst.get(sent.location ?? ''),
    ({ status }) => status === 303,
  );
  assert.match(ended.location ?? '', /^\/return-readiness\/freezes\?year=2027&made=\d+$/);
  await world.saveChildren([aTidyChild('NM42')], '2026-11-21T09:00:00Z');
  thread.hold();
  const stale = await analyst.post('/return-readiness/freeze?year=2027', {
    ...asked,
    note: 'Too <late>\nfor it',
  });
  thread.letGo();
  const refused = await eventually(
    () => analyst.get(stale.location ?? ''),
    ({ heading }) => /it was not done/.test(heading),
  );
  assert.match(refused.text, /The record has changed since this page was shown/);
  assert.ok(refused.page.querySelector('main a[href="/return-readiness/freeze?year=2027&as=rehearsal"]'));
  assert.equal(
    refused.page.querySelector('blockquote')?.text,
    'Too <late>\nfor it',
    'what was written is not lost',
  );
});

test('work that breaks is owned up to, and whoever asks again begins anew', async () => {
  const id = (await workLeft(world, analystId)) ?? 0;
  await breakWork(world, id);
  const broke = await analyst.get(`/work/${id}`);
  assert.match(broke.text, /broke by a fault of the service’s own, and nothing of it was kept/);
  const other = await workLeft(world, analystId);
  world.pass(2);
  assert.match((await analyst.get(`/work/${other}`)).text, /The service was stopped while it worked on this/);
});

test('a person’s work is nobody else’s to see, whatever their role, and a file not to keep for ever', async () => {
  const file = await workWithFile(world, analystId);
  assert.ok(file !== undefined);
  for (const role of ALL_ROLES) {
    const other = await service.signedInAs(await world.someone(role));
    for (const path of [`/work/${file}`, `/work/${file}/file`])
      assert.equal((await other.get(path)).status, 404, role);
  }
  assert.equal((await analyst.get(`/work/${file}/file`)).status, 200);
  world.pass(90);
  // Signed out meanwhile.
  analyst = await service.signedInAs(analystId);
  await analyst.post('/imports/write', export2027);
  assert.match((await analyst.get(`/work/${file}`)).text, /thrown away an hour after it was made/);
  assert.equal((await analyst.get(`/work/${file}/file`)).status, 404);
});

/** A file of some work that waits to be fetched. */
const waiting = async (personId: number, action: Action): Promise<number> => {
  const { signedIn } = await world.signIn(personId);
  const file = { kind: 'file', name: 'list.csv', type: 'text/csv', bytes: Buffer.from('Child') } as const;
  const asked = { action, title: action, sameness: action, job: async () => file, endOf: () => file };
  assert.equal((await beginWork(world, signedIn, asked)).kind, 'ended');
  const own = await listOwnWork(world, signedIn);
  return own.find(({ title }) => title === action)?.id ?? 0;
};

test('a list that waits is handed out no more once a child is closed to whoever asked for it; a return is whole all the same', async () => {
  const personId = await world.someone('performance');
  const browser = await service.signedInAs(personId);
  const list = await waiting(personId, 'download-children');
  const whole = await waiting(personId, 'export-return');
  const statuses = async () =>
    Promise.all([list, whole].map(async (id) => (await browser.get(`/work/${id}/file`)).status));
  assert.deepEqual(await statuses(), [200, 200]);
  world.pass(1);
  await world.conflict('NM41', personId);
  assert.deepEqual(await statuses(), [404, 200]);
  const page = await browser.get(`/work/${list}`);
  assert.match(page.text, /closed to you after you asked for this file/);
  assert.equal(page.page.querySelector('a[href$="/file"]'), null);
  const other = await world.someone('performance');
  const theirs = await waiting(other, 'download-children');
  const colleague = await service.signedInAs(other);
  assert.equal((await colleague.get(`/work/${theirs}/file`)).status, 200, 'it is closed to nobody else');
});
