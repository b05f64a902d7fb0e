import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { aWorld, type TestWorld } from '../../test/service.ts';
import { type Serving, serve } from './serve.ts';

let world: TestWorld;
const running: Serving[] = [];
before(async () => {
  world = await aWorld();
});
after(async () => {
  for (const serving of running) await serving.close();
  await world.close();
});

test('when the port is taken the next free one is used, and said', async () => {
  const first = await serve({ world, port: 0 });
  running.push(first);
  const second = await serve({ world, port: first.port });
  running.push(second);
  assert.ok(second.port > first.port);
  assert.equal(second.url, `http://localhost:${second.port}`);
  for (const { port } of [first, second])
    assert.equal((await fetch(`http://127.0.0.1:${port}/health`)).status, 200);
});

test('it listens to this machine alone unless told otherwise', async () => {
  const serving = await serve({ world, port: 0 });
  running.push(serving);
  await assert.rejects(fetch(`http://127.0.0.2:${serving.port}/health`));
});

test('closing answers what was asked and then stops listening', async () => {
  const begun = Promise.withResolvers<void>();
  const now = () => {
    begun.resolve();
    return world.now();
  };
  const serving = await serve({ world: { ...world, now }, port: 0 });
  const url = `http://127.0.0.1:${serving.port}/sign-in`;
  const asked = fetch(url);
  await begun.promise;
  const [answer] = await Promise.all([asked, serving.close()]);
  assert.equal(answer.status, 200);
  await assert.rejects(fetch(url));
});

test('pages are squeezed for browsers that can unsqueeze them', async () => {
  const serving = await serve({ world, port: 0 });
  running.push(serving);
  const answer = await fetch(`http://127.0.0.1:${serving.port}/sign-in`, {
    headers: { 'accept-encoding': 'br' },
  });
  assert.equal(answer.headers.get('content-encoding'), 'br');
  assert.match(await answer.text(), /Sign in/);
});
