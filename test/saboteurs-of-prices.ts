/** Controls of what is agreed and paid: that no night of one price is paid twice, however its line is written. */
import type { Saboteur } from './sabotage.ts';

const PAYMENT = 'packages/domain/src/payment';
const FAULTS = `${PAYMENT}/price-faults.test.ts`;

export const PRICES: readonly Saboteur[] = [
  {
    breaks: 'no change of old terms pays more nights twice',
    file: `${PAYMENT}/price-faults.ts`,
    takes: 'Math.max(1, timesOn(before, night))',
    puts: '(before.length > 1 ? before.length : 1)',
    test: FAULTS,
    noticedBy: 'of terms in which nights are paid twice no change pays more',
  },
  {
    breaks: 'what was paid twice before is nothing against another change',
    file: `${PAYMENT}/price-faults.ts`,
    takes: 'Math.max(1, timesOn(before, night))',
    puts: '1',
    test: FAULTS,
    noticedBy: 'of terms in which nights are paid twice every change is made',
  },
  {
    breaks: 'the same line of the price is told by its letters and digits',
    file: `${PAYMENT}/line-of-price.ts`,
    takes: ".join('') ?? read",
    puts: ".join('') && read",
    test: FAULTS,
    noticedBy: 'the same line of the price is told by its letters and digits',
  },
  {
    breaks: 'no addition is called as the core fee is',
    file: `${PAYMENT}/price-faults.ts`,
    takes: "kind === 'addition' && sameLineOfPrice(name, CORE_FEE)",
    puts: 'false',
    test: FAULTS,
    noticedBy: 'no addition is called as the core fee is',
  },
];
