/** Controls of what is agreed and paid: that no night of one price is paid twice, however its line is written. */
import type { Saboteur } from './sabotage.ts';

const PAYMENT = 'packages/domain/src/payment';
const FAULTS = `${PAYMENT}/price-faults.test.ts`;
const OFFERED = 'packages/app/src/search/offered-twice.test.ts';

export const PRICES: readonly Saboteur[] = [
  {
    breaks: 'nights put right of one price say nothing of another that follows on from it',
    file: 'packages/domain/src/payment/changed-alike.ts',
    takes: 'return end < 0 ? parts : parts.slice(0, end);',
    puts: 'return parts;',
    test: 'packages/domain/src/payment/unlike-approved.test.ts',
    noticedBy: 'nights that were lengthened stay explained',
  },
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
    breaks: 'the same line of the price is told however its dash is written',
    file: `${PAYMENT}/line-of-price.ts`,
    takes: "replaceAll(/\\p{Dash}/gu, '-')",
    puts: "replaceAll(/[–]/gu, '–')",
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
  {
    breaks: 'a provider’s offer has no line of the price twice',
    file: 'packages/app/src/portal/answer-referral.ts',
    takes: ', ...findOfferedTwice(kind, said)',
    test: OFFERED,
    noticedBy: 'an offer that has one line of the price twice',
  },
  {
    breaks: 'an offer that an officer writes has no line of the price twice',
    file: 'packages/app/src/search/write-search-entry.ts',
    takes: '...findOfferedTwice(kind, read),',
    test: OFFERED,
    noticedBy: 'an offer that has one line of the price twice',
  },
  {
    breaks: 'what was offered twice is agreed once',
    file: 'packages/domain/src/search/agreed-price.ts',
    takes: "if (step !== 'agree-terms') return undefined;",
    puts: "if (step !== 'agree-terms' || additionsIn(said[ADDITIONS_OTHERWISE]).length === 0) return undefined;",
    test: OFFERED,
    noticedBy: 'an offer that was taken so before cannot be agreed with both',
  },
  {
    breaks: 'a price that was raised before it was agreed is never claimed as cost avoided',
    file: 'packages/domain/src/payment/reductions-told.ts',
    takes: 'weekly < least.before ? weekly : least.before',
    puts: 'least.before',
    test: 'packages/app/src/cost-avoidance/first-price.test.ts',
    noticedBy: 'a price that was raised before it was agreed came down from nothing',
  },
  {
    breaks: 'a contract is not said to be signed by both against the record of its agreement',
    file: 'packages/domain/src/payment/sent-and-signed.ts',
    takes: 'signing === undefined || isSignedByBoth(signing)) return undefined;',
    puts: 'true) return undefined;',
    test: 'packages/web/src/staff/search/signed-by-record.test.ts',
    noticedBy: 'a contract is not said to be signed by both while the agreement',
  },
];
