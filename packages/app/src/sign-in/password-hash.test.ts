import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkPassword, hashPassword, spendTheTimeOfACheck, TODAYS_STRENGTH } from './password-hash.ts';

const QUICK = { memoryKib: 64, passes: 1, parallelism: 1 };
const STRONGER = { memoryKib: 128, passes: 1, parallelism: 1 };

test('a password matches its own hash and no other password does', async () => {
  const stored = await hashPassword('a lantern on the quay', QUICK);
  assert.equal((await checkPassword('a lantern on the quay', stored, QUICK)).matches, true);
  assert.equal((await checkPassword('a lantern on the Quay', stored, QUICK)).matches, false);
  assert.equal((await checkPassword('', stored, QUICK)).matches, false);
});

test('the same password is stored differently each time, so equal passwords cannot be seen', async () => {
  const [one, two] = await Promise.all([
    hashPassword('same words', QUICK),
    hashPassword('same words', QUICK),
  ]);
  assert.notEqual(one, two);
});

test('a stored hash says how it was made, with the settings of today', async () => {
  const stored = await hashPassword('a lantern on the quay');
  assert.match(stored, /^\$argon2id\$v=19\$m=47104,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  assert.ok(TODAYS_STRENGTH.memoryKib >= 19_456 && TODAYS_STRENGTH.passes >= 2, 'not below the OWASP floor');
});

test('a hash made with weaker settings still opens the door, and asks to be made again', async () => {
  const old = await hashPassword('a lantern on the quay', QUICK);
  assert.deepEqual(await checkPassword('a lantern on the quay', old, STRONGER), {
    matches: true,
    shouldRehash: true,
  });
  assert.deepEqual(await checkPassword('wrong', old, STRONGER), { matches: false, shouldRehash: false });
  assert.equal((await checkPassword('a lantern on the quay', old, QUICK)).shouldRehash, false);
});

test('accents typed on different keyboards are the same password', async () => {
  const stored = await hashPassword('caf\u00e9 by the water', QUICK);
  assert.equal((await checkPassword('cafe\u0301 by the water', stored, QUICK)).matches, true);
});

test('a damaged or absurdly expensive stored hash matches nothing and costs nothing', async () => {
  const real = await hashPassword('a lantern on the quay', QUICK);
  const absurd = real.replace('m=64', 'm=99999999999');
  for (const stored of ['', 'plain text', real.slice(0, 30), real.replace('argon2id', 'argon2d'), absurd]) {
    const started = performance.now();
    assert.equal((await checkPassword('a lantern on the quay', stored)).matches, false, stored);
    assert.ok(performance.now() - started < 2000);
  }
});

test('an account that does not exist takes about as long to refuse as one that does', async () => {
  const stored = await hashPassword('a lantern on the quay');
  const time = async (work: () => Promise<unknown>): Promise<number> => {
    const samples: number[] = [];
    for (let i = 0; i < 5; i += 1) {
      const started = performance.now();
      await work();
      samples.push(performance.now() - started);
    }
    return samples.toSorted((a, b) => a - b)[0] ?? 0;
  };
  const known = await time(() => checkPassword('wrong password here', stored));
  const unknown = await time(() => spendTheTimeOfACheck('wrong password here'));
  assert.ok(unknown > known / 3 && unknown < known * 3, `known ${known} ms, unknown ${unknown} ms`);
});
