/**
 * Controls of the search for a home, and of the forms that begin a case, each taken out once: the test that is there for it has to fail. What the database holds by
 * itself (the log that nobody changes, the bed that two searches cannot hold) is sabotaged where it is tested, in the database.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { noticed, type Saboteur } from './sabotage.ts';
import { BEGINNINGS } from './saboteurs-of-beginnings.ts';
import { DECISIONS_OF_SEARCHES } from './saboteurs-of-decisions.ts';
import { WORDS_DENIED } from './saboteurs-of-denials.ts';
import { HOME_THAT_IS_CHOSEN } from './saboteurs-of-home.ts';
import { PRICES } from './saboteurs-of-prices.ts';
import { TIERS_AND_CHOICE } from './saboteurs-of-tiers.ts';
import { WORDS_TO_PROVIDERS } from './saboteurs-of-words.ts';

const SEARCH = 'packages/domain/src/search';
const PROFILE = 'packages/domain/src/profile';
const PAYMENT = 'packages/domain/src/payment';
const SEARCHES = 'packages/app/src/search';
const TOLD_AFTER_ALL = 'packages/app/src/portal/told-after-all.test.ts';

const SABOTEURS: readonly Saboteur[] = [
  {
    breaks: 'a gate is opened by whoever the law names',
    file: `${SEARCH}/gates.ts`,
    takes: 'openedBy.includes(answer.role)) &&',
    puts: 'true) &&',
    test: `${SEARCH}/gates.test.ts`,
    noticedBy: 'a gate is opened by whoever may open it',
  },
  {
    breaks: 'what opened a gate holds until its last day',
    file: `${SEARCH}/gates.ts`,
    takes: '(answer.until === undefined || answer.until >= today)',
    puts: 'true',
    test: `${SEARCH}/gates.test.ts`,
    noticedBy: 'a gate is opened by whoever may open it',
  },
  {
    breaks: 'no home is approved through a shut gate',
    file: `${SEARCH}/standing.ts`,
    takes: 'chosen !== undefined && gates.every(({ isShut }) => !isShut)',
    puts: 'chosen !== undefined',
    test: `${SEARCH}/standing.test.ts`,
    noticedBy: 'a director cannot approve through a shut gate',
  },
  {
    breaks: 'no home is approved past a check that is wanting',
    file: `${SEARCH}/standing.ts`,
    takes: 'chosen !== undefined && checkFaults.length === 0',
    puts: 'chosen !== undefined',
    test: `${SEARCH}/standing.test.ts`,
    noticedBy: 'a director cannot approve through a shut gate',
  },
  {
    breaks: 'no child moves on a day on which a gate is shut',
    file: `${SEARCH}/day-of-move.ts`,
    takes: '...shut.map(({ id }) => gateMeaning(id).sentence),',
    test: `${SEARCH}/day-of-move.test.ts`,
    noticedBy: 'a move is let through on exactly the days',
  },
  {
    breaks: 'a check stands until its last day',
    file: `${SEARCH}/checks.ts`,
    takes: 'checked.until !== undefined && checked.until < today',
    puts: 'false',
    test: `${SEARCH}/search.test.ts`,
    noticedBy: 'checks stand when each is recorded',
  },
  {
    breaks: 'nobody is asked in a tier that was passed over without a word',
    file: `${SEARCH}/outside-tiers.ts`,
    takes: 'tiersOpened(now).has(tier) || isOfReason(now, tier, said)',
    puts: 'true',
    test: `${SEARCH}/tiers-asked.test.ts`,
    noticedBy: 'homes are asked in the tiers that were opened',
  },
  {
    breaks: 'a provider reads that theirs is chosen once it is recorded that they were told',
    file: `${SEARCH}/told-chosen.ts`,
    takes: `...BEFORE_MOVE.filter((state) => state !== 'approved'),`,
    puts: '...BEFORE_MOVE,',
    test: `${SEARCH}/told-by-standing.test.ts`,
    noticedBy: 'in each state a provider reads no more than it was told',
  },
  {
    breaks: 'who was told otherwise before has the referral again once told that theirs is chosen',
    file: `${SEARCH}/told-chosen.ts`,
    takes: 'toldChosen(asked, of) === undefined ? toldWithoutHome(asked) : undefined',
    puts: 'of === undefined ? undefined : toldWithoutHome(asked)',
    test: TOLD_AFTER_ALL,
    noticedBy: 'who was told that theirs is not the home has the referral',
  },
  {
    breaks: 'of what a provider was told at two times the newer stands',
    file: `${SEARCH}/told-chosen.ts`,
    takes: 'told !== undefined && told.at >= since',
    puts: 'told !== undefined && told.at > since && false',
    test: TOLD_AFTER_ALL,
    noticedBy: 'who was told that theirs is not the home has the referral',
  },
  {
    breaks: 'who was told that theirs is not the home stays shut out where another’s is chosen',
    file: `${SEARCH}/told-chosen.ts`,
    takes: 'chosen?.approach !== asked.number || chosen.withdrawn !== undefined',
    puts: 'chosen === undefined',
    test: TOLD_AFTER_ALL,
    noticedBy: 'who was told that theirs is not the home stays shut out',
  },
  {
    breaks: 'what was not agreed is not paid',
    file: `${SEARCH}/agreed-price.ts`,
    takes: 'additions.filter((_, at) => places.has(at + 1))',
    puts: 'additions',
    test: `${SEARCH}/agreed-price.test.ts`,
    noticedBy: 'an addition that was not agreed is not in the price',
  },
  {
    breaks: 'nothing is paid before the move or after the leaving',
    file: `${PAYMENT}/payable.ts`,
    takes: 'stay === null ? undefined : intersectPeriods(within, stay)',
    puts: 'within',
    test: `${PAYMENT}/payable.test.ts`,
    noticedBy: 'no night outside the stay is ever paid',
  },
  {
    breaks: 'a postcode or the full name goes out for no reason',
    file: `${PROFILE}/answered-findings.ts`,
    takes: 'if (never !== undefined)',
    puts: 'if (false)',
    test: `${PROFILE}/answered-findings.test.ts`,
    noticedBy: 'of a postcode or the full name nobody may',
  },
  {
    breaks: 'what was said of words holds for the text in which they stood alone',
    file: `${PROFILE}/answered-findings.ts`,
    takes: ' && answer.text === finding.text',
    test: `${PROFILE}/answered-findings.test.ts`,
    noticedBy: 'what was said holds for as long as the answer stands letter by letter',
  },
  {
    breaks: 'a name that the record knows is kept from the first profile',
    file: `${PROFILE}/findings-at-stage.ts`,
    takes: "stage !== 'match'",
    puts: 'false',
    test: `${PROFILE}/findings-at-stage.test.ts`,
    noticedBy: 'before the match nothing that may tell who the child is',
  },
  ...WORDS_TO_PROVIDERS,
  {
    breaks: 'what is kept is of the version that is asked for',
    file: 'packages/store/src/connection/by-version.ts',
    takes: 'before?.version === version',
    puts: 'before !== undefined',
    test: 'packages/store/src/connection/by-version.test.ts',
    noticedBy: 'each thing is read once',
  },
  {
    breaks: 'the same approach is written once',
    file: `${SEARCH}/same-approach.ts`,
    takes: "if (kind !== 'approach') return undefined;",
    puts: 'if (kind !== undefined) return undefined;',
    test: `${SEARCHES}/same-approach.test.ts`,
    noticedBy: 'the same approach is not written twice',
  },
  {
    breaks: 'who the child is goes to the provider whose home was approved, and to no other',
    file: `${SEARCH}/disclosure.ts`,
    takes: 'approach.number === chosen?.approach && ',
    puts: 'chosen !== undefined && ',
    test: 'packages/app/src/profile/disclose-profile.test.ts',
    noticedBy: 'who the child is goes to the one provider',
  },
  {
    breaks: 'no move is planned into a bed that another search holds',
    file: `${SEARCHES}/place-at-the-move.ts`,
    takes: 'if (room === undefined) return asSaid;',
    puts: 'if (room !== null) return asSaid;',
    test: `${SEARCHES}/gates-at-the-move.test.ts`,
    noticedBy: 'a move is not planned into a bed that another search holds',
  },
  {
    breaks: 'each kind of entry is written by whoever it is for',
    file: `${SEARCHES}/write-search-entry.ts`,
    takes: 'entryMeaning(kind).who.includes(role)',
    puts: 'role !== undefined',
    test: `${SEARCHES}/search.test.ts`,
    noticedBy: 'each kind of entry is written by whoever it is for',
  },
  {
    breaks: 'words that tell who the child is are kept from a provider',
    file: `${SEARCHES}/write-search-entry.ts`,
    takes: "if (mayGo.kind === 'refused') return mayGo;",
    test: 'packages/app/src/portal/portal.test.ts',
    noticedBy: 'what an officer writes to a provider cannot name the child',
  },
  {
    breaks: 'one night of one price is counted as avoided once',
    file: `${PAYMENT}/cost-avoidance.ts`,
    takes: 'isCounted(other.standing) &&',
    puts: 'false &&',
    test: 'packages/app/src/cost-avoidance/cost-avoidance.test.ts',
    noticedBy: 'the same reduction is counted in one forum',
  },
  ...DECISIONS_OF_SEARCHES,
  ...WORDS_DENIED,
  ...HOME_THAT_IS_CHOSEN,
  ...TIERS_AND_CHOICE,
  ...PRICES,
  ...BEGINNINGS,
];

describe('a control of the search that is taken out is noticed', { concurrency: 2 }, () => {
  for (const saboteur of SABOTEURS)
    test(`where it is no longer so that ${saboteur.breaks}`, async () => {
      assert.equal(await noticed(saboteur), 'noticed');
    });
});

test('saboteur of the saboteurs: one that changes nothing is not noticed, and one that finds nothing says so', async () => {
  const [first] = SABOTEURS;
  assert.ok(first);
  assert.equal(await noticed({ ...first, puts: first.takes }), 'not noticed');
  assert.equal(await noticed({ ...first, takes: 'what stands nowhere' }), 'nothing to take');
  assert.equal(await noticed({ ...first, noticedBy: 'a sentence of no test' }), 'no such test');
});
