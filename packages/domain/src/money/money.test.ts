import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatMoney, formatMoneyInFull } from './format-money.ts';
import { parseMoney } from './parse-money.ts';
import { addPence, NO_MONEY, pence, subtractPence, sumPence, timesPence } from './pence.ts';

const anyAmount = fc.integer({ min: -1e14 + 1, max: 1e14 - 1 }).map(pence);

test('an amount is read as people type it', () => {
  const cases = [
    ['£1,234.50', 123_450],
    ['1234.5', 123_450],
    [' £ 5,761 ', 576_100],
    ['0.07', 7],
    ['.5', 50],
    ['12.', 1200],
    ['007', 700],
    ['0', 0],
    ['-£16,800', -1_680_000],
    ['−£16,800', -1_680_000],
    ['- 0.01', -1],
    ['999,999,999,999.99', 99_999_999_999_999],
  ] as const;
  for (const [typed, amount] of cases)
    assert.deepEqual(parseMoney(typed), { kind: 'money', pence: amount }, typed);
});

test('what is not an amount in pounds is refused with what to do', () => {
  const cases = [
    ['', 'money-missing'],
    ['  ', 'money-missing'],
    ['£', 'money-not-an-amount'],
    ['.', 'money-not-an-amount'],
    ['-', 'money-not-an-amount'],
    ['about 5', 'money-not-an-amount'],
    ['£5k', 'money-not-an-amount'],
    ['1e3', 'money-not-an-amount'],
    ['1.2.3', 'money-not-an-amount'],
    ['$5', 'money-not-an-amount'],
    ['5 000', 'money-not-an-amount'],
    ['£-5', 'money-not-an-amount'],
    ['١٢', 'money-not-an-amount'],
    ['1,23', 'money-badly-separated'],
    ['1234,567', 'money-badly-separated'],
    [',123', 'money-badly-separated'],
    ['1,,234', 'money-badly-separated'],
    ['12.345', 'money-below-a-penny'],
    ['1.000', 'money-below-a-penny'],
    ['1,000,000,000,000', 'money-too-large'],
    ['9'.repeat(400), 'money-too-large'],
  ] as const;
  for (const [typed, name] of cases) {
    const read = parseMoney(typed);
    assert.ok(read.kind === 'refused', typed);
    assert.equal(read.name, name, typed);
    assert.match(read.sentence, /Enter|Check/);
  }
});

test('an amount is written with separators, and with pence when there are any', () => {
  const cases = [
    [123_450, '£1,234.50', '£1,234.50'],
    [576_100, '£5,761', '£5,761.00'],
    [88_115_341, '£881,153.41', '£881,153.41'],
    [7, '£0.07', '£0.07'],
    [0, '£0', '£0.00'],
    [-1_680_000, '−£16,800', '−£16,800.00'],
    [100_000_000, '£1,000,000', '£1,000,000.00'],
  ] as const;
  for (const [amount, short, full] of cases) {
    assert.equal(formatMoney(pence(amount)), short);
    assert.equal(formatMoneyInFull(pence(amount)), full);
  }
});

test('what is written reads back as the same amount', () => {
  fc.assert(
    fc.property(anyAmount, (amount) => {
      assert.deepEqual(parseMoney(formatMoney(amount)), { kind: 'money', pence: amount });
      assert.deepEqual(parseMoney(formatMoneyInFull(amount)), { kind: 'money', pence: amount });
    }),
  );
});

test('money is whole pence, exactly held', () => {
  for (const wrong of [0.1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])
    assert.throws(() => pence(wrong), RangeError);
  assert.ok(Object.is(pence(-0), 0));
  assert.throws(() => timesPence(pence(100), 0.5), /whole number/);
  assert.throws(() => addPence(pence(Number.MAX_SAFE_INTEGER), pence(1)), RangeError);
});

test('amounts add up', () => {
  const ledger = [39_133_586, 48_981_755].map(pence);
  assert.equal(formatMoney(sumPence(ledger)), '£881,153.41');
  assert.equal(timesPence(pence(30_000), 20), 600_000);
  assert.equal(subtractPence(pence(5), pence(7)), -2);
  assert.equal(sumPence([]), NO_MONEY);
});
