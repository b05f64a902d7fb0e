import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NotAPostcodeDirectory, readPostcodeGrid, seemsPostcodeDirectory } from './postcode-grid.ts';

const bytes = (...lines: readonly string[]): Uint8Array => new TextEncoder().encode(lines.join('\r\n'));

test('a place has its grid, its authority and, where the edition gives them, its degrees', () => {
  const file = bytes(
    'pcds,oseast1m,osnrth1m,lad25cd,lat,long',
    'XX1 1AA,500000,200000,E06000001,51.5,-0.1',
    'XX1 1AB,,,E06000001,99.999999,0.000000',
  );
  const [first, second] = [...readPostcodeGrid([file.subarray(0, 50), file.subarray(50)])];
  assert.deepEqual(first, {
    postcode: 'XX11AA',
    east: 500_000,
    north: 200_000,
    district: 'E06000001',
    lat: 51.5,
    lon: -0.1,
  });
  assert.ok(Number.isNaN(second?.lat) && Number.isNaN(second?.east), 'no position is not a position');
});

test('an edition without degrees serves all the same', () => {
  const [only] = [...readPostcodeGrid([bytes('pcd,oseast1m,osnrth1m,laua', 'XX1 1AA,1,2,E06000001')])];
  assert.equal(only?.east, 1);
  assert.ok(Number.isNaN(only?.lat));
});

test('what is no directory is said to be none', () => {
  assert.throws(() => [...readPostcodeGrid([bytes('pcds,name', 'XX1 1AA,x')])], NotAPostcodeDirectory);
});

test('what a directory lacks is said, with the first line that it has', () => {
  for (const [lines, said] of [
    [
      ['Post code,oseast1m,osnrth1m,laua', 'XX1 1AA,1,2,E1'],
      /\(post code,oseast1m[^)]*\) has no column of postcodes\./i,
    ],
    [['pcds,laua', 'XX1 1AA,E1'], /no column of eastings, northings\./],
    [['ONS Postcode Directory', 'pcds,oseast1m,osnrth1m,laua'], /\(ons postcode directory\)/i],
  ] as const)
    assert.throws(() => [...readPostcodeGrid([bytes(...lines)])], said);
});

test('a directory that lists no postcode is none: looked up in it, every postcode would look wrong', () => {
  const isEmpty = (error: unknown): boolean =>
    error instanceof NotAPostcodeDirectory && error.isEmpty && /lists no postcode/.test(error.message);
  assert.throws(() => [...readPostcodeGrid([bytes('pcds,oseast1m,osnrth1m,laua')])], isEmpty);
  assert.throws(() => [...readPostcodeGrid([bytes('pcds,oseast1m,osnrth1m,laua', ' ,1,2,E1')])], isEmpty);
  assert.throws(() => [...readPostcodeGrid([])], NotAPostcodeDirectory);
});

test('a directory is told from a return’s file by its first line', () => {
  assert.ok(seemsPostcodeDirectory('"pcd","pcd2","pcds","dointr","oseast1m"'));
  assert.ok(seemsPostcodeDirectory('\uFEFFpcds,name'));
  assert.ok(!seemsPostcodeDirectory('CHILD,DECOM,RNE,HOME_POST,PL_POST'));
});
