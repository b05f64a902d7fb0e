import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figureOf, read } from '../../../test/figures.ts';
import { aChild, aLedger, uasc } from '../../../test/ledgers.ts';

const DAY = '2024-03-31';

const FOSTERED = aLedger(
  aChild('A', '2023-01-10 S C2 U6 PR1'),
  aChild('B', '2023-01-10 S C2 U4 PR1'),
  aChild('C', '2023-01-10 S C2 U3 PR1'),
  aChild('D', '2023-01-10 S C2 U6 PR4'),
  aChild('E', '2023-01-10 S C2 U6 PR1', { facts: [uasc()] }),
);

test('in-house foster share: three of four, the unaccompanied child left out', () => {
  const figure = figureOf('inhouse-foster-share', FOSTERED, DAY);
  assert.equal(figure.value, 75);
  assert.equal(read(figure), 'A B C of A B C D');
  assert.deepEqual(figure.excluded, [{ id: 'E', reason: 'unaccompanied' }]);
});

test('of all children looked after, those in homes are in the whole too', () => {
  const ledger = aLedger(...FOSTERED.children, aChild('F', '2023-01-10 S C2 K2 PR4'));
  assert.equal(read(figureOf('inhouse-foster-share-of-all', ledger, DAY)), 'A B C of A B C D F');
  const default_ = figureOf('inhouse-foster-share', ledger, DAY);
  assert.equal(read(default_), 'A B C of A B C D');
  assert.deepEqual(default_.excluded.at(-1), { id: 'F', reason: 'not-in-foster-care' });
});

test('a foster carer whose provider is not recorded is neither in-house nor an agency’s, and stays in the whole', () => {
  const ledger = aLedger(aChild('A', '2023-01-10 S C2 U6 PR1'), aChild('B', '2023-01-10 S C2 U6 -'));
  for (const id of ['inhouse-foster-share', 'ifa-share']) {
    const figure = figureOf(id, ledger, DAY);
    assert.equal(figure.denominator, 2, id);
    assert.deepEqual(figure.notRecorded, ['B'], id);
  }
});

test('agencies: two of ten foster placements is 20%', () => {
  const ledger = aLedger(
    ...Array.from({ length: 10 }, (_, i) =>
      aChild(`C${i}`, `2023-01-10 S C2 U6 ${i === 0 ? 'PR4' : i === 1 ? 'PR5' : 'PR1'}`),
    ),
    aChild('K', '2023-01-10 S C2 K2 PR4'),
    aChild('V', '2023-01-10 S V4 U6 PR4'),
  );
  const figure = figureOf('ifa-share', ledger, DAY);
  assert.equal(figure.value, 20);
  assert.deepEqual(
    figure.excluded.map(({ reason }) => reason),
    ['not-in-foster-care', 'short-breaks'],
  );
});

test('44 unaccompanied of 640 is 6.9%; one whose status had ceased that day is not among them', () => {
  const ledger = aLedger(
    ...Array.from({ length: 640 }, (_, i) =>
      aChild(`C${i}`, '2023-01-10 S V2 U6', i < 44 ? { facts: [uasc()] } : {}),
    ),
  );
  assert.equal(figureOf('uasc-share', ledger, DAY).value?.toFixed(1), '6.9');
  const ceased = aLedger(aChild('A', '2023-01-10 S V2 U6', { facts: [uasc('31/03/2024')] }));
  assert.equal(figureOf('uasc-share', ceased, DAY).value, 0);
  assert.equal(figureOf('uasc-share', ceased, '2024-03-30').value, 100);
});

test('in a family: foster carers, adopters and parents, not a children’s home', () => {
  const ledger = aLedger(
    ...['U6', 'A5', 'P1', 'K2'].map((place, i) => aChild(`C${i}`, `2023-01-10 S C2 ${place} PR1`)),
  );
  assert.equal(read(figureOf('family-based-share', ledger, DAY)), 'C0 C1 C2 of C0 C1 C2 C3');
});

test('disability: three of twenty is 15%, and not recorded is not no', () => {
  const disabilities = (i: number): readonly string[] | undefined =>
    i < 3 ? ['MOB'] : i === 19 ? undefined : ['NONE'];
  const ledger = aLedger(
    ...Array.from({ length: 20 }, (_, i) => {
      const codes = disabilities(i);
      return aChild(
        `C${i < 10 ? '0' : ''}${i}`,
        '2023-01-10 S C2 U6',
        codes === undefined ? {} : { disabilities: codes },
      );
    }),
  );
  const figure = figureOf('cla-with-disability', ledger, DAY);
  assert.deepEqual([figure.value, figure.notRecorded], [15, ['C19']]);
});

test('where disability is recorded of nobody there is no figure, and not nought', () => {
  const figure = figureOf('cla-with-disability', FOSTERED, DAY);
  assert.deepEqual([figure.value, figure.noValue], [null, 'nobody-to-count']);
  assert.equal(figure.excluded[0]?.reason, 'kept-of-nobody');
});
