/** Controls of what is told, planned and paid of the home that is chosen, and of no other. */
import type { Saboteur } from './sabotage.ts';

const SEARCH = 'packages/domain/src/search';
const SEARCHES = 'packages/app/src/search';
const PAYMENT = 'packages/app/src/payment';

const UNLIKE = 'packages/domain/src/payment/unlike-approved.ts';
const AGREED = 'packages/web/src/staff/agreements/agreed-again.test.ts';
const ROOM = 'packages/domain/src/register/room.test.ts';
const BEDS = `${SEARCHES}/place-at-the-move.test.ts`;

export const HOME_THAT_IS_CHOSEN: readonly Saboteur[] = [
  {
    breaks: 'a later day is named only where a place is free on it',
    file: 'packages/app/src/search/place-at-the-move.ts',
    takes: 'if (inTheWay(await roomOver(now, home, { found, on: day })) === undefined) return day;',
    puts: 'return day;',
    test: 'packages/app/src/search/what-frees-a-place.test.ts',
    noticedBy: 'a hold has one',
  },
  {
    breaks: 'the day of the move is that of the home that is chosen',
    file: `${SEARCH}/since-chosen.ts`,
    takes: "events.slice(events.findLastIndex(({ step }) => step === 'choose') + 1);",
    puts: 'events;',
    test: `${PAYMENT}/another-home.test.ts`,
    noticedBy: 'the day of the move of another home is not offered again',
  },
  {
    breaks: 'the director reads what changed since they saw this home',
    file: `${SEARCH}/terms-again.ts`,
    takes: ' &&\n      offerChosenIn(events.slice(0, number)) === offer.key',
    test: `${SEARCH}/terms-again.test.ts`,
    noticedBy: 'the same home chosen again is told as it differs',
  },
  {
    breaks: 'what was decided of a home was decided of it',
    file: `${SEARCHES}/told-of-home.ts`,
    takes: 'answer !== undefined && approvals.has(number)',
    puts: 'answer !== undefined',
    test: `${SEARCHES}/decided-of-home.test.ts`,
    noticedBy: 'what the director decided of a home',
  },
  {
    breaks: 'a move takes no place that is planned for another child later',
    file: `${SEARCHES}/place-at-the-move.ts`,
    takes: '[today, ...moves, ...starts, ...changes]',
    puts: '[today, ...starts, ...changes]',
    test: BEDS,
    noticedBy: 'one bed is planned for one child',
  },
  {
    breaks: 'a place that is promised to one search is planned for no other for any reason',
    file: `${SEARCHES}/place-at-the-move.ts`,
    takes: 'if (!room.isPromised && isOnReason(event)) return undefined;',
    puts: 'if (isOnReason(event)) return undefined;',
    test: BEDS,
    noticedBy: 'one bed is planned for one child',
  },
  {
    breaks: 'a day that is past takes no place that is held today',
    file: `${SEARCHES}/place-at-the-move.ts`,
    takes: '[today, ...moves, ...starts, ...changes]',
    puts: '[...moves]',
    test: BEDS,
    noticedBy: 'a day that is past takes no place',
  },
  {
    breaks: 'the bed of one who is to leave is planned for one search',
    file: 'packages/domain/src/register/room.ts',
    takes: 'isPromised: isBeyondRecord || ',
    puts: 'isPromised: ',
    test: BEDS,
    noticedBy: 'the bed of one who is to leave',
  },
  {
    breaks: 'what is held comes before what was planned beyond the record since',
    file: 'packages/domain/src/register/room.ts',
    takes: 'claim.since <= holdsSince',
    puts: 'true',
    test: BEDS,
    noticedBy: 'a search that holds a bed is asked nothing for it',
  },
  {
    breaks: 'what was planned before a hold comes before it when a place is blocked',
    file: 'packages/domain/src/register/room.ts',
    takes: 'claim.since <= holdsSince',
    puts: 'false',
    test: ROOM,
    noticedBy: 'whatever is held, planned, given up and blocked',
  },
  {
    breaks: 'words that nobody asked for take no bed from a planned move',
    file: 'packages/domain/src/register/room.ts',
    takes: ' && free !== undefined && older >= free;',
    puts: ';',
    test: ROOM,
    noticedBy: 'whatever is held, planned, given up and blocked',
  },
  {
    breaks: 'a hold is as old as its lengthening for the days that it was lengthened by',
    file: 'packages/domain/src/register/vacancies.ts',
    takes: 'lengthened !== null && at >= lengthened.from ? lengthened.at : from',
    puts: 'from',
    test: BEDS,
    noticedBy: 'a hold is as old as its lengthening',
  },
  {
    breaks: 'a home that is to have fewer places later is asked about',
    file: `${SEARCHES}/place-at-the-move.ts`,
    takes: '[today, ...moves, ...starts, ...changes]',
    puts: '[today, ...moves, ...starts]',
    test: BEDS,
    noticedBy: 'a home that is to have fewer places later',
  },
  {
    breaks: 'a child who has not left by the record has a bed, whatever notice has run out',
    file: `${SEARCHES}/leaving-by.ts`,
    takes: 'on !== undefined && on >= living.today',
    puts: 'on !== undefined',
    test: BEDS,
    noticedBy: 'a child who is to leave by then takes no place',
  },
  {
    breaks: 'those who live in a home by the record have its places',
    file: `${SEARCHES}/place-at-the-move.ts`,
    takes: 'children: stay.length,',
    puts: 'children: 0 * stay.length,',
    test: BEDS,
    noticedBy: 'a home that is full by the record',
  },
  {
    breaks: 'an agreement of before says that its price has to be changed',
    file: UNLIKE,
    takes: 'isSame(named(last, name), named(terms, name))',
    puts: 'name !== terms.starts',
    test: AGREED,
    noticedBy: 'an agreement written before its terms',
  },
  {
    breaks: 'one line that was changed says nothing of another',
    file: UNLIKE,
    takes: 'const isExplained = (name: string): boolean =>',
    puts: 'const isExplained = (name: string): boolean => versions.some(isOwnChange) ||',
    test: AGREED,
    noticedBy: 'an agreement written before its terms',
  },
  {
    breaks: 'a change of its nights explains no price',
    file: 'packages/domain/src/payment/changed-alike.ts',
    takes: 'const parts = partsOf(terms.lines, first);',
    puts: 'const parts = partsOf(of.lines, changed);',
    test: 'packages/domain/src/payment/unlike-approved.test.ts',
    noticedBy: 'a change explains what it says and nothing else',
  },
  {
    breaks: 'an agreement is weighed against what was approved, and not against what is only agreed',
    file: UNLIKE,
    takes: 'events.slice(0, approval?.number ?? 0)',
    puts: 'approval === undefined ? [] : events',
    test: AGREED,
    noticedBy: 'an agreement of a home that was given up',
  },
];
