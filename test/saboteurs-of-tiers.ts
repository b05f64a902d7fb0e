/** Controls of who is asked in which tier, of what is put to the social worker, and of what is known before they choose. */
import type { Saboteur } from './sabotage.ts';

const SEARCH = 'packages/domain/src/search';
const TIERS = `${SEARCH}/tiers-asked.test.ts`;
const LOST = `${SEARCH}/lost-choice.test.ts`;
const OUTSIDE = `${SEARCH}/outside-tiers.ts`;

export const TIERS_AND_CHOICE: readonly Saboteur[] = [
  {
    breaks: 'what was opened on a word that the director denied is open no more',
    file: `${SEARCH}/tiers-opened.ts`,
    takes: '(denied === undefined ? tiers : [])',
    puts: 'tiers',
    test: `${SEARCH}/tiers-opened.test.ts`,
    noticedBy: 'all tiers asked at once on a director’s word',
  },
  {
    breaks: 'what was opened on a word that was denied is shut after a hold as well',
    file: `${SEARCH}/tiers-opened.ts`,
    takes: " && from !== 'on-hold'",
    test: `${SEARCH}/tiers-opened.test.ts`,
    noticedBy: 'what was opened on a word that was denied is shut again after a hold',
  },
  {
    breaks: 'a search on hold goes on, whatever was recorded meanwhile',
    file: `${SEARCH}/goes-on.ts`,
    takes: ' && from !== to',
    test: `${SEARCH}/goes-on.test.ts`,
    noticedBy: 'a search on hold goes on where it was',
  },
  {
    breaks: 'a search on hold goes on in no tiers that were denied while it was held',
    file: `${SEARCH}/goes-on.ts`,
    takes: 'opening?.denied === undefined ? held : undefined',
    puts: 'held',
    test: `${SEARCH}/goes-on.test.ts`,
    noticedBy: 'a search whose tiers were open on a word that was denied while it was held',
  },
  {
    breaks: 'no reason stands in for opening a tier that can be opened',
    file: OUTSIDE,
    takes: '!tiersForReason(now).includes(tier) || ',
    test: TIERS,
    noticedBy: 'while a tier can be opened no reason stands in for that',
  },
  {
    breaks: 'an approach outside the tiers that were opened says why',
    file: OUTSIDE,
    takes: ' || !hasWords(wordIn(said[OUTSIDE_TIERS_WHY]))',
    test: TIERS,
    noticedBy: 'where no tier can be opened any more',
  },
  {
    breaks: 'an approach in a tier that can be opened no more is not lost',
    file: OUTSIDE,
    takes: 'stepThatOpens(tier, now.state) === undefined)),',
    puts: 'false)),',
    test: TIERS,
    noticedBy: 'where no tier can be opened any more',
  },
  {
    breaks: 'nobody is asked on an approval once it is denied',
    file: OUTSIDE,
    takes: 'denied === undefined || isSentBefore(denied, said)',
    puts: 'true',
    test: TIERS,
    noticedBy: 'whom was asked while all tiers were open on a word',
  },
  {
    breaks: 'calls of the night of an emergency are logged',
    file: `${SEARCH}/when-done.ts`,
    takes: 'isFollowing ? followsFrom : begun',
    puts: 'begun',
    test: `${SEARCH}/when-done.test.ts`,
    noticedBy: 'calls of an emergency are logged',
  },
  {
    breaks: 'an offer that was declined with the rest comes back with a reason, however it was marked since',
    file: `${SEARCH}/lost-choice.ts`,
    takes: 'last === undefined || !asksWhyAgain(offer, of)',
    puts: 'last === undefined || !isDeclinedWithOthers(offer, of)',
    test: LOST,
    noticedBy: 'marking a declined offer as not to be shared is no way round',
  },
  {
    breaks: 'nobody declines an offer that was not on their page',
    file: `${SEARCH}/lost-choice.ts`,
    takes: '(keys === undefined || keys.has(key))',
    puts: 'true',
    test: LOST,
    noticedBy: 'of offers the ones on the page are declined',
  },
  {
    breaks: 'the register is asked of an offer before it is chosen',
    file: `${SEARCH}/standing.ts`,
    takes: 'home: homes.get(offer.number), on: today',
    puts: 'home: offer.number === chosen?.number ? homes.get(offer.number) : undefined, on: today',
    test: `${SEARCH}/standing.test.ts`,
    noticedBy: 'saboteur: gates that asked the register of the chosen offer alone',
  },
  {
    breaks: 'the director reads what was agreed and not offered',
    file: `${SEARCH}/agreed-price.ts`,
    takes: '.filter((addition) => !additions.includes(addition))\n    .map',
    puts: '.filter(() => false)\n    .map',
    test: `${SEARCH}/agreed-price.test.ts`,
    noticedBy: 'what is paid and was not offered so is told',
  },
  {
    breaks: 'an approval that was denied set no condition',
    file: 'packages/domain/src/workflow/conditions-told.ts',
    takes: ' || denied.has(event.number)',
    test: 'packages/domain/src/workflow/conditions-told.test.ts',
    noticedBy: 'of an approval by word of mouth it is what they said',
  },
  {
    breaks: 'no shortlist profile is sent for an offer that was declined with the others',
    file: `${SEARCH}/disclosure.ts`,
    takes: '!isDeclinedWithOthers(offer, { lost })',
    puts: 'true',
    test: 'packages/app/src/profile/declined-with-others.test.ts',
    noticedBy: 'an offer that was declined with the others is sent no shortlist profile',
  },
  {
    breaks: 'the conditions of care are told to those alone who see where care was asked for',
    file: 'packages/app/src/cases/conditions-before.ts',
    takes: 'if (!found.seesToo(from, workflow)) return earlier;',
    test: 'packages/app/src/cases/conditions-before.test.ts',
    noticedBy: 'whoever does not see the request for care',
  },
];
