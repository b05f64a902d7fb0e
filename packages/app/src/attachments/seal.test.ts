import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { newFileKeyText, readFileKeys } from './file-keys.ts';
import {
  BrokenSealError,
  newDocumentKey,
  openKey,
  openPiece,
  PIECE_BYTES,
  sealKey,
  sealPiece,
} from './seal.ts';
import { spool } from './spool.ts';

const sealing = { as: 'E10000901 one', key: newDocumentKey() };
const all = async (given: AsyncIterable<Buffer>): Promise<readonly Buffer[]> => {
  const pieces: Buffer[] = [];
  for await (const piece of given) pieces.push(piece);
  return pieces;
};
const FIRST = { number: 0, isLast: false };

test('what was sealed opens as it was, and nothing of it can be read before', () => {
  const plain = Buffer.from('Her grandmother said that she would come. '.repeat(20));
  const sealed = sealPiece(sealing, FIRST, plain);
  assert.deepEqual(openPiece(sealing, FIRST, sealed), plain);
  assert.ok(!sealed.includes('grandmother'));
});

test('a flipped bit, another place, another document, a piece said to be the last: none opens', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 1, maxLength: 500 }),
      fc.nat(),
      fc.nat({ max: 7 }),
      (plain, at, bit) => {
        const sealed = sealPiece(sealing, FIRST, plain);
        const flipped = Buffer.from(sealed);
        const place = at % sealed.length;
        flipped[place] = (flipped[place] ?? 0) ^ (1 << bit);
        for (const attempt of [
          () => openPiece(sealing, FIRST, flipped),
          () => openPiece(sealing, FIRST, sealed.subarray(0, place)),
          () => openPiece(sealing, { ...FIRST, number: 1 }, sealed),
          () => openPiece(sealing, { ...FIRST, isLast: true }, sealed),
          () => openPiece({ ...sealing, as: 'E10000902 one' }, FIRST, sealed),
          () => openPiece({ ...sealing, key: newDocumentKey() }, FIRST, sealed),
        ])
          assert.throws(attempt, BrokenSealError);
      },
    ),
  );
});

test('a document’s key opens with the service’s key it was sealed with, for that document alone', () => {
  const [ours, another] = [readFileKeys(newFileKeyText()), readFileKeys(newFileKeyText())];
  assert.ok(ours !== undefined && another !== undefined);
  const sealed = sealKey(ours.current, sealing);
  assert.equal(sealed.length, 60);
  assert.deepEqual(openKey(ours.current, sealing.as, sealed), sealing.key);
  assert.throws(() => openKey(another.current, sealing.as, sealed), BrokenSealError);
  assert.throws(() => openKey(ours.current, 'E10000901 two', sealed), BrokenSealError);
  assert.notDeepEqual(sealKey(ours.current, sealing), sealed, 'and never looks the same');
});

test('keys are read as they are written down, the first in use and the others found by name; anything else is no key', () => {
  const [first, second] = [newFileKeyText(), newFileKeyText()];
  const keys = readFileKeys(` ${first}\n${second}\n`);
  assert.ok(keys !== undefined);
  assert.equal(keys.current.secret.toString('base64'), first);
  const other = readFileKeys(second)?.current.name ?? '';
  assert.equal(keys.find(other)?.secret.toString('base64'), second);
  assert.equal(keys.find('none'), undefined);
  assert.deepEqual(readFileKeys(`${first},${second}`)?.current, keys.current);
  for (const wrong of ['', 'secret', first.slice(4), `${first} x`, `${first}A`])
    assert.equal(readFileKeys(wrong), undefined, wrong);
});

test('whatever size it comes in, a document is sealed in pieces of one size and comes out as it went in', async () => {
  for (const size of [
    1,
    PIECE_BYTES - 1,
    PIECE_BYTES,
    PIECE_BYTES + 1,
    2 * PIECE_BYTES,
    2 * PIECE_BYTES + 77,
  ]) {
    const bytes = randomBytes(size);
    const given = async function* (): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < size; at += 70_001) yield bytes.subarray(at, at + 70_001);
    };
    const spooled = await spool(given(), sealing, size);
    assert.ok(spooled !== undefined);
    const sealed = await all(spooled.sealed());
    const opened = sealed.map((piece, number) =>
      openPiece(sealing, { number, isLast: number === sealed.length - 1 }, piece),
    );
    assert.ok(Buffer.concat(opened).equals(bytes), `${size}`);
    const [start, end] = [Math.floor(size / 3), Math.ceil(size * 0.9)];
    const part = Buffer.concat(await all(spooled.read(start, end)));
    assert.ok(part.equals(bytes.subarray(start, end)), `part of ${size}`);
    await spooled.close();
    assert.equal(await spool(given(), sealing, size - 1), undefined, 'one byte too many');
  }
});
