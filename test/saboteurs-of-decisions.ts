/** Controls of who decides in a search, on whose word, and on what was agreed. */
import type { Saboteur } from './sabotage.ts';

const WORKFLOW = 'packages/domain/src/workflow';
const SEARCH = 'packages/domain/src/search';
const REQUEST = 'packages/domain/src/placement-request';
const SEARCHES = 'packages/app/src/search';
const DECIDED = `${WORKFLOW}/decided-since.test.ts`;
const TERMS = `${SEARCH}/terms-again.test.ts`;
const MOVED = `${SEARCH}/moved-before.test.ts`;

export const DECISIONS_OF_SEARCHES: readonly Saboteur[] = [
  {
    breaks: 'a word that was written down counts as a decision of whoever gave it',
    file: `${WORKFLOW}/decided-since.ts`,
    takes: '[by, wordOf].flatMap',
    puts: '[by].flatMap',
    test: DECIDED,
    noticedBy: 'one spoken approval is written down once',
  },
  {
    breaks: 'a word of the minute of the last one is that one',
    file: `${WORKFLOW}/word.ts`,
    takes: 'minute <= decided',
    puts: 'minute < decided',
    test: DECIDED,
    noticedBy: 'one spoken approval is written down once',
  },
  {
    breaks: 'a return is of what was asked where it was returned from',
    file: `${WORKFLOW}/decided-since.ts`,
    takes: 'event.from !== null && step.from.includes(event.from)',
    puts: 'true',
    test: DECIDED,
    noticedBy: 'what the director decided of another question',
  },
  {
    breaks: 'a denial is of the word that it denies',
    file: `${WORKFLOW}/decided-since.ts`,
    takes: 'denied !== undefined && isYes(step, denied)',
    puts: 'denied !== undefined',
    test: DECIDED,
    noticedBy: 'what the director decided of another question',
  },
  {
    breaks: 'what is filled in after a return is of the account that was returned',
    file: `${WORKFLOW}/said-before-return.ts`,
    takes: ' && last.to === sentOn?.to',
    test: `${WORKFLOW}/said-before-return.test.ts`,
    noticedBy: 'what was told to the director before another home',
  },
  {
    breaks: 'what was written of the child last stands',
    file: `${REQUEST}/brought-over.ts`,
    takes: 'known.before.toSorted((a, b) => compareMoments(a.at, b.at))',
    puts: 'known.before.toSorted((a, b) => compareMoments(b.at, a.at))',
    test: `${REQUEST}/brought-over.test.ts`,
    noticedBy: 'a home asked for again after the same request',
  },
  {
    breaks: 'an earlier request for a home is of the same asking',
    file: `${SEARCHES}/before-search.ts`,
    takes: 'writtenIn(evidence, same.has(id))',
    puts: 'writtenIn({ ...evidence, answers: {} }, same.has(id))',
    test: 'packages/app/src/placement-request/placement-request.test.ts',
    noticedBy: 'a home asked for again after the same request',
  },
  {
    breaks: 'an approval that stood on the day of the move counts',
    file: `${SEARCH}/moved-before.ts`,
    takes: 'approvalsOf(events).some((period) => containsDay(period, on))',
    puts: 'false',
    test: MOVED,
    noticedBy: 'an approval that stood on the day of the move',
  },
  {
    breaks: 'an approval that was denied never stood',
    file: `${SEARCH}/moved-before.ts`,
    takes: 'if (isDenied(events, approval)) return undefined;',
    test: MOVED,
    noticedBy: 'a word that was denied never stood',
  },
  {
    breaks: 'nobody decides at two levels',
    file: `${WORKFLOW}/decided-by.ts`,
    takes: 'some((role) => role !== part.role)',
    puts: 'some(() => false)',
    test: `${WORKFLOW}/decided-by.test.ts`,
    noticedBy: 'whoever decided in another part does not',
  },
  {
    breaks: 'a director decides again as director in an emergency',
    file: `${WORKFLOW}/decided-by.ts`,
    takes: 'some((role) => role !== part.role)',
    puts: 'length > 0',
    test: `${WORKFLOW}/decided-by.test.ts`,
    noticedBy: 'in an emergency a director orders all tiers',
  },
  {
    breaks: 'what is said of an approval that stands is no approval anew',
    file: `${SEARCH}/approval.ts`,
    takes: "to === 'approved' && from !== to",
    puts: "to === 'approved'",
    test: `${SEARCH}/approval.test.ts`,
    noticedBy: 'that a director confirms their word',
  },
  {
    breaks: 'who made the request or put the home forward opens no gate of the director’s',
    file: `${SEARCH}/opens-gate.ts`,
    takes: 'if (people.some((person) => now.madeBy.has(person))) return OWN_REQUEST;',
    test: `${SEARCH}/opens-gate.test.ts`,
    noticedBy: 'who made the request, put the home forward',
  },
  {
    breaks: 'who stands in for the director and worked on the search below opens no gate of theirs',
    file: `${SEARCH}/opens-gate.ts`,
    takes: '? HAD_A_PART : undefined',
    puts: '? undefined : undefined',
    test: `${SEARCHES}/gate-by-stand-in.test.ts`,
    noticedBy: 'who stands in for the director and had another part',
  },
  {
    breaks: 'a part in which somebody may not open a gate opens none',
    file: `${SEARCHES}/part-to-open.ts`,
    takes: ' ?? (first && faultOf(first))',
    puts: ' ?? first',
    test: `${SEARCHES}/gate-by-stand-in.test.ts`,
    noticedBy: 'who stands in for the director and had another part',
  },
  {
    breaks: 'the terms are taken up again from the checks alone, and not while a home is with the director',
    file: `${REQUEST}/terms-steps.ts`,
    takes: "from: ['checks'],",
    puts: "from: ['checks', 'with-director'],",
    test: `${REQUEST}/placement-request.test.ts`,
    noticedBy: 'every step, in every state, by every role',
  },
  {
    breaks: 'with whom it was agreed is asked anew',
    file: `${SEARCH}/terms-again.ts`,
    takes: 'asks: asks.filter(({ name }) => name !== AGREED_WITH)',
    puts: 'asks',
    test: TERMS,
    noticedBy: 'what was agreed is there to be changed',
  },
  {
    breaks: 'the director reads what has changed since they saw it',
    file: `${SEARCH}/terms-again.ts`,
    takes: ' &&\n      number < (agreed?.number ?? 0)',
    test: TERMS,
    noticedBy: 'terms agreed again twice are told as they differ',
  },
  {
    breaks: 'an agreement of before says that its price has to be changed',
    file: 'packages/app/src/payment/agreed-again.ts',
    takes: "standing !== 'came-to-nothing' && written.at < agreed.at",
    puts: 'false',
    test: 'packages/web/src/staff/agreements/agreed-again.test.ts',
    noticedBy: 'an agreement written before its terms',
  },
];
