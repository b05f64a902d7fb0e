import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crc32 as knownChecksum } from 'node:zlib';
import { type FileInZip, zipOf } from '../../test/zips.ts';
import { crc32 } from './crc32.ts';
import { isZip, listPlace, MOST_FILES, zipEntries } from './zip-directory.ts';

const file = (name: string, says: FileInZip['says'] = {}): FileInZip => ({
  name,
  bytes: Buffer.from(`what is in ${name}`),
  says,
});

const entriesOf = (zip: Uint8Array) => {
  const place = listPlace(zip);
  assert.ok(place !== undefined);
  return zipEntries(zip.subarray(place.at, place.at + place.bytes), place.entries);
};
const namesIn = (zip: Uint8Array): readonly string[] => {
  const listed = entriesOf(zip);
  return 'entries' in listed ? listed.entries.map(({ name }) => Buffer.from(name).toString()) : [];
};
const refusalOf = (zip: Uint8Array): string => {
  const listed = entriesOf(zip);
  return 'refused' in listed ? listed.refused.reason : 'opened';
};

test('the files of a zip are listed with their folders, and folders by themselves are not', () => {
  assert.deepEqual(namesIn(zipOf([file('2027/'), file('2027/header.csv'), file('Zoë’s.csv')])), [
    '2027/header.csv',
    'Zoë’s.csv',
  ]);
});

test('a zip with a remark after its end is found, and one without an end is not', () => {
  const zip = zipOf([file('header.csv')]);
  zip.writeUInt16LE(5, zip.length - 2);
  assert.deepEqual(namesIn(Buffer.concat([zip, Buffer.from('hello')])), ['header.csv']);
  assert.equal(listPlace(zip.subarray(0, -4)), undefined);
  assert.equal(listPlace(new Uint8Array(5)), undefined);
});

test('a zip is told by its first bytes', () => {
  assert.ok(isZip(zipOf([file('a')])) && isZip(zipOf([])));
  assert.ok(!isZip(Buffer.from('PK,CHILD')) && !isZip(Buffer.from('PK')) && !isZip(new Uint8Array()));
});

const many = Array.from({ length: MOST_FILES + 1 }, (_, i) => file(`${i}.csv`));
const REFUSED: readonly (readonly [what: string, zip: Buffer, says: RegExp])[] = [
  ['with nothing in it', zipOf([]), /no files/],
  ['with folders alone', zipOf([file('2027/')]), /no files/],
  ['with a password', zipOf([file('a.csv'), file('b.csv', { isLocked: true })]), /password/],
  ['packed in another way', zipOf([file('a.csv', { method: 9 })]), /packed in a way/],
  [
    'that says it is of 1.2 GB',
    zipOf([1, 2, 3].map((i) => file(`${i}.csv`, { bytes: 4e8 }))),
    /more than 1 GB/,
  ],
  ['whose sizes stand elsewhere', zipOf([file('a.csv', { bytes: 0xffffffff })]), /more than 1 GB/],
  ['of very many files', zipOf(many), /more than 1000 files/],
];

for (const [what, zip, says] of REFUSED)
  test(`a zip ${what} is refused before anything is unpacked`, () => assert.match(refusalOf(zip), says));

test('a list that breaks off is damage, wherever it does', () => {
  const zip = zipOf([file('header.csv'), file('episodes.csv')]);
  const place = listPlace(zip);
  assert.ok(place !== undefined);
  for (let length = 0; length < place.bytes; length++) {
    const listed = zipEntries(zip.subarray(place.at, place.at + length), place.entries);
    assert.match('refused' in listed ? listed.refused.reason : 'opened', /damaged/, `${length} bytes`);
  }
});

test('checksums are those of every other maker of zips, in one piece or several', () => {
  const bytes = Buffer.from('A return of children looked after: é, 漢, \0');
  assert.equal(crc32(bytes), knownChecksum(bytes));
  assert.equal(crc32(bytes.subarray(7), crc32(bytes.subarray(0, 7))), knownChecksum(bytes));
  assert.equal(crc32(new Uint8Array()), 0);
});
