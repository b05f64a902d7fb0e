import assert from 'node:assert/strict';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { after, before, test } from 'node:test';
import { createReturnThread, showImports } from '@rightplace/app';
import { demonstrationReturns, smallReturn } from '../../../../app/test/returns.ts';
import {
  aService,
  aWorld,
  multipart,
  NORTHMARSH,
  type SentFile,
  type Service,
  type TestWorld,
} from '../../../test/service.ts';
import { readUploads } from './read-uploads.ts';

let world: TestWorld;
let service: Service;
let port: number;
let cookie: string;
let token: string;

before(async () => {
  world = await aWorld();
  service = aService({ ...world, returnThread: createReturnThread(world.database.address.app) });
  const { personId } = await world.addPerson({ name: 'Ada Analyst', role: 'performance' });
  ({ cookie } = await world.signIn(personId));
  await service.server.listen({ port: 0, host: '127.0.0.1' });
  port = (service.server.server.address() as AddressInfo).port;
  const page = await (await fetch(`http://127.0.0.1:${port}/imports/load`, { headers: headers() })).text();
  token = /name="_csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
});
after(async () => {
  await service.server.close();
  await world.close();
});

const headers = () => ({ cookie: `rightplace-session=${cookie}` });
const form = (files: readonly SentFile[]) =>
  multipart(
    [
      ['year', ''],
      ['_csrf', token],
    ],
    files,
  );
const kept = async () => {
  const history = await showImports(world, { kind: 'command', authorityId: NORTHMARSH });
  return history.kind === 'imports' ? history.imports : [];
};

/** Where the answer led in the end, once the work that it began was done. */
const leadsTo = async (answer: Response): Promise<string> => {
  let location = answer.headers.get('location') ?? '';
  while (location.startsWith('/work/')) {
    const look = await fetch(`http://127.0.0.1:${port}${location}`, {
      headers: headers(),
      redirect: 'manual',
    });
    location = look.headers.get('location') ?? location;
    if (look.status !== 303) await new Promise((go) => setTimeout(go, 50));
  }
  return location;
};

const post = (files: readonly SentFile[]): Promise<Response> => {
  const { type, payload } = form(files);
  return fetch(`http://127.0.0.1:${port}/imports/load`, {
    method: 'POST',
    headers: { ...headers(), 'content-type': type },
    body: new Uint8Array(payload),
    redirect: 'manual',
  });
};

test('a laptop closed during the upload leaves nothing behind, and the next upload is as any other', async () => {
  const { type, payload } = form(smallReturn());
  await new Promise<void>((resolve) => {
    const sending = request({
      port,
      host: '127.0.0.1',
      method: 'POST',
      path: '/imports/load',
      headers: { ...headers(), 'content-type': type, 'content-length': payload.length },
    });
    sending.on('error', () => resolve());
    sending.on('close', () => resolve());
    sending.write(payload.subarray(0, payload.length - 120), () => setTimeout(() => sending.destroy(), 50));
  });
  assert.deepEqual(await kept(), []);
  const answer = await post(smallReturn());
  assert.equal(answer.status, 303);
  assert.match(await leadsTo(answer), /^\/imports\/\d+$/);
  assert.equal((await kept()).length, 1);
});

test('300 MB are answered with a sentence and not with a dropped connection', async () => {
  const before = (await kept()).length;
  const answer = await post([
    { name: 'episodes.csv', bytes: Buffer.alloc(300 * 1_048_576, 'CHILD,DECOM\n') },
  ]);
  assert.equal(answer.status, 413);
  const page = await answer.text();
  assert.match(page, /Choose files of no more than 200 MB together/);
  assert.match(page, /rightplace import/);
  assert.equal((await kept()).length, before);
});

test('files that are each small enough and together too large are refused alike', async () => {
  const uploads = async function* () {
    for (const name of ['a.csv', 'b.csv', 'c.csv'])
      yield { field: 'files', name, content: Readable.from([Buffer.alloc(400), Buffer.alloc(400)]) };
  };
  assert.deepEqual(await readUploads(uploads(), 2000), { kind: 'too-large' });
  const read = await readUploads(uploads(), 2400);
  assert.deepEqual(read.kind === 'files' && read.files.map(({ bytes }) => bytes.length), [800, 800, 800]);
});

test('pages stay quick while ten years of returns are read', async () => {
  const reading = post(demonstrationReturns({ children: 150, years: 10 })).then(leadsTo);
  const isOver = (): Promise<boolean> =>
    Promise.race([reading.then(() => true), new Promise<false>((go) => setTimeout(() => go(false), 20))]);
  const waits: number[] = [];
  while (!(await isOver())) {
    const asked = performance.now();
    assert.equal((await fetch(`http://127.0.0.1:${port}/health`)).status, 200);
    waits.push(performance.now() - asked);
  }
  assert.match(await reading, /^\/imports\/\d+$/);
  assert.ok(waits.length > 5, 'it takes long enough to matter');
  const sorted = waits.toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? Infinity;
  assert.ok(median < 100, `a page took ${median} ms while a return was read`);
});
