import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NOTHING_KNOWN } from './detectors/finding.ts';
import { findIdentifying } from './find-identifying.ts';
import { findingsInMessage } from './findings-in-message.ts';
import { NOTHING_TOLD } from './told-anyway.ts';

const said = (address: string, text: string): readonly string[] =>
  findIdentifying([{ question: 'words', label: 'Words', paragraphs: [text] }], {
    ...NOTHING_KNOWN,
    addresses: [address],
  }).map(({ kind, weight, words }) => `${kind} ${weight}: ${words}`);

/** An address as the record has it, a text, and what is found in it. */
const KNOWN = [
  ['Flat 3, 88 Otter Bend, Wharfby', 'pick up from 88 otter bend', 'address never: 88 otter bend'],
  ['Flat 3, 88 Otter Bend, Wharfby', 'to 88 Otter Bend', 'address never: 88 Otter Bend'],
  ['Flat 3, 88 Otter Bend, Wharfby', 'to 88, Otter Bend', 'address never: 88, Otter Bend'],
  ['Flat 3, 88 Otter Bend, Wharfby', 'is flat 3 free?', 'address reason: flat 3'],
  ['Flat 3, 88 Otter Bend, Wharfby', 'by the otter bend', 'street reason: otter bend'],
  ['Flat 3, 88 Otter Bend, Wharfby', 'in wharfby', 'address look: wharfby'],
  ['Flat 3, Tern House, 8 Otter Bend', 'at 3 tern house', 'address never: 3 tern house'],
  ['8 Otter Bend Wharfby', 'she is at 8 otter bend', 'address never: 8 otter bend'],
  ['8 Otter Bend Wharfby', 'it is 8 otter bend wharfby', 'address never: 8 otter bend wharfby'],
  ['8 Otter Bend Wharfby', 'close to otter bend', 'street reason: otter bend'],
  ['8 Otter Bend Wharfby', 'in wharfby', 'address look: wharfby'],
  ['8 Old Mill Lane Wharfby', 'in wharfby', 'address look: wharfby'],
  ['8 Staitheside Wharfby', 'at 8 staitheside', 'address reason: 8 staitheside'],
  ['8 Otter Bend\nWharfby', 'she is at 8 otter bend', 'address never: 8 otter bend'],
  ['c/o Jane Doe, 8 Otter Bend', 'she is at 8 otter bend', 'address never: 8 otter bend'],
  ['c/o Jane Doe, 8 Otter Bend', 'ask jane doe', 'address reason: jane doe'],
  ['8, Otter Bend, Wharfby', 'she is at 8 otter bend', 'address never: 8 otter bend'],
  ['8, Otter Bend, Wharfby', 'in wharfby', 'address look: wharfby'],
  ['8a Otter Road, Wharfby', 'at 8A otter rd', 'address never: 8A otter rd'],
  ['8 Otter St, Wharfby', 'at 8 otter street', 'address never: 8 otter street'],
  ['8 Otter Bend, Wharfby PE21 0ZZ', 'in wharfby', 'address look: wharfby'],
  ['8 Otter Bend Wharfby PE21 0ZZ', 'in wharfby', 'address look: wharfby'],
  ['8 Otter Way Wharfby Northmarsh', 'in wharfby', 'address look: wharfby'],
  ['12b The Quays Ferry Road Wharfby', 'at 12b the quays', 'address never: 12b the quays'],
  ['8 Elm', 'at 8 elm', 'address never: 8 elm'],
  ['Wharfby, 8 Otter Bend', 'at 8 otter bend', 'address never: 8 otter bend'],
  ['The Lodge, Otter Bend, Wharfby', 'When could we see the lodge?', 'address reason: the lodge'],
  ['The Lodge, Otter Bend, Wharfby', 'at the lodge, otter bend', 'address never: the lodge, otter bend'],
  ['The Lodge, Otter Bend, Wharfby', 'near otter bend', 'street reason: otter bend'],
  ['The Lodge, Wharfby', 'near wharfby', 'address look: wharfby'],
] as const;

for (const [address, text, expected] of KNOWN)
  test(`“${text}” is known of “${address.replace('\n', ' / ')}”`, () =>
    assert.deepEqual(said(address, text), [expected]));

test('an address says nothing of words that are everybody’s', () => {
  assert.deepEqual(
    said('12 The Quays Ferry Road North East Hill', '12 the best way up north, east of the hill'),
    [],
  );
  assert.deepEqual(said('The Road', 'the road is long'), ['address reason: the road']);
});

test('an address that is known never goes to a provider, nor is a flat or a lodge refused for good', () => {
  const weights = (text: string) =>
    findingsInMessage(
      text,
      { ...NOTHING_KNOWN, addresses: ['Flat 3, 88 Otter Bend', 'The Lodge, Tern End'] },
      NOTHING_TOLD,
    ).map(({ weight }) => weight);
  assert.deepEqual(weights('pick up from 88 otter bend'), ['never']);
  assert.deepEqual(weights('Is flat 3 free, and the lodge?'), ['reason', 'reason']);
});
