/** What is kept of many things by how far each was written, read by several at once as of different moments. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type KeptAt, readByVersion, type Versioned } from './by-version.ts';

const kept = () => new Map<string, KeptAt<string>>();
const at = (...versions: readonly string[]): readonly Versioned[] =>
  versions.map((version, place) => ({ id: place + 1, version }));
const told = (versions: readonly Versioned[], ids: readonly number[]) =>
  new Map(
    versions.filter(({ id }) => ids.includes(id)).map(({ id, version }) => [id, `thing ${id} ${version}`]),
  );

const looking = (of: Map<string, KeptAt<string>>, most = 10) => {
  const asked: (readonly number[])[] = [];
  const look = (
    versions: readonly Versioned[],
    meanwhile: () => Promise<unknown> = () => Promise.resolve(),
  ) =>
    readByVersion(of, versions, {
      keyOf: String,
      most,
      read: async (ids) => {
        asked.push(ids);
        await meanwhile();
        return told(versions, ids);
      },
    });
  return { look, asked };
};

test('each thing is read once for as long as it was not added to', async () => {
  const { look, asked } = looking(kept());
  assert.deepEqual([...(await look(at('a', 'a'))).values()], ['thing 1 a', 'thing 2 a']);
  await look(at('a', 'a'));
  assert.deepEqual([...(await look(at('b', 'a'))).values()].toSorted(), ['thing 1 b', 'thing 2 a']);
  assert.deepEqual(asked, [[1, 2], [1]]);
});

test('whoever reads as of a moment before changes nothing of what somebody who reads now is given', async () => {
  const { look } = looking(kept());
  await look(at('b', 'a'));
  // While the second, which was added to, is read anew, one of before puts the first as it was then.
  const now = await look(at('b', 'b'), () => look(at('a', 'a')));
  assert.deepEqual(
    now,
    new Map([
      [1, 'thing 1 b'],
      [2, 'thing 2 b'],
    ]),
  );
  assert.deepEqual(await look(at('b', 'b')), now, 'nor of what the next is given');
});

test('so many read meanwhile that all is let go take nothing away from whoever reads', async () => {
  const of = kept();
  const { look } = looking(of, 2);
  await look(at('a', 'a'));
  const others = [7, 8, 9].map((id) => ({ id, version: 'a' }));
  assert.equal((await look(at('a', 'b'), () => look(others))).size, 2);
  assert.ok(of.size <= 2);
});

test('what is there no more is left out, and kept by nobody', async () => {
  const of = kept();
  const gone = { keyOf: String, most: 10, read: () => Promise.resolve(new Map<number, string>()) };
  assert.equal((await readByVersion(of, at('a'), gone)).size, 0);
  assert.equal(of.size, 0);
});
