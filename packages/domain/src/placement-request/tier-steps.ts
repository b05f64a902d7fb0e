import { DENIAL, WORD } from '../entry-to-care/emergency-asks.ts';
import type { FormQuestion } from '../form/form.ts';
import { EVERY_TIER_AT_ONCE, SEARCH_TIERS, type SearchTier } from '../search/tiers.ts';
import { LOGGED_STATES, SEARCH_STATES, TIER_STATES } from './states.ts';
import type { PlacementRequestStep } from './step.ts';

const OFFICER = ['placements-officer'] as const;
const DIRECTOR = ['director'] as const;
const WHY: FormQuestion = { kind: 'text', name: 'reason', label: 'Why' };

/** By which the director denies the word on which all tiers are open, and by which another that is written down. */
export const DENIED_TIERS = 'deny';
export const DENIED_BESIDES = 'deny-besides';

/** Asked only where a tier is passed over: a case in which all before it were asked has nothing to say. */
export const SKIPPED_WHY = 'skipped-why';

const CAME_TO: FormQuestion = {
  kind: 'text',
  name: 'came-to',
  label: 'What has the search come to so far?',
  optional: true,
};

const SKIPPED: FormQuestion = {
  kind: 'text',
  name: SKIPPED_WHY,
  label: 'Why are the tiers before it passed over?',
  inWords: 'Say in a few words why the tiers before it are passed over',
};

const opens = (tier: SearchTier, button: string): PlacementRequestStep => ({
  id: `open-${tier}`,
  kind: 'record',
  // Where all are asked at once, none is left to be opened.
  from: [
    ...SEARCH_STATES.filter((state) => state !== tier && state !== EVERY_TIER_AT_ONCE && state !== 'on-hold'),
    'offers-shared',
  ],
  to: tier,
  who: OFFICER,
  // There it is the social worker's turn, who chooses: an officer may ask on meanwhile.
  besides: ['offers-shared'],
  button,
  told: `opened the tier “${SEARCH_TIERS[tier].toLowerCase()}”`,
  asks: [CAME_TO, SKIPPED],
});

const EMERGENCY: FormQuestion = {
  kind: 'text',
  name: 'emergency-why',
  label: 'Why can the tiers not be asked one after the other?',
};

/** A word may be answered for when the search is over as well. */
const ANSWERED_IN = [...LOGGED_STATES, 'moved', 'closed', 'no-placement-found', 'cancelled'] as const;

const BEFORE_ALL = SEARCH_STATES.filter((state) => state !== EVERY_TIER_AT_ONCE && state !== 'on-hold');

/** The tiers in their order, all at once in an emergency, the director where none gives a home, and holding a search. */
export const TIER_STEPS: readonly PlacementRequestStep[] = [
  opens('in-house', 'Ask in house'),
  opens('framework', 'Ask providers on the framework'),
  opens('spot', 'Ask other registered providers'),
  opens('direct', 'Approach providers directly'),
  {
    id: 'all-tiers-by-word',
    kind: 'write-down',
    from: BEFORE_ALL,
    to: 'all-tiers',
    who: OFFICER,
    button: 'Emergency: ask all tiers at once, by word of mouth',
    told: 'asked all tiers at once, and wrote down the approval of',
    asks: [...WORD, EMERGENCY],
    word: DIRECTOR,
  },
  {
    id: 'all-tiers-in-writing',
    kind: 'record',
    from: BEFORE_ALL,
    to: 'all-tiers',
    who: OFFICER,
    button: 'Emergency: ask all tiers at once, approved in writing',
    told: 'asked all tiers at once, as approved in writing',
    asks: [
      { kind: 'line', name: 'approved-by', label: 'Which director approved it' },
      { kind: 'day', name: 'approved-on', label: 'On which day', notAfterToday: true },
      { kind: 'line', name: 'approval-kept', label: 'Where the approval is kept' },
      EMERGENCY,
    ],
  },
  {
    id: 'all-tiers',
    kind: 'override',
    from: BEFORE_ALL,
    to: 'all-tiers',
    who: DIRECTOR,
    button: 'Emergency: have all tiers asked at once',
    told: 'had all tiers asked at once',
    asks: [EMERGENCY],
  },
  {
    id: 'confirm',
    kind: 'confirm',
    from: ANSWERED_IN,
    who: DIRECTOR,
    button: 'Confirm that this approval is yours',
    told: 'confirmed that the approval written down was theirs',
    asks: [],
  },
  {
    id: DENIED_TIERS,
    kind: 'deny',
    from: ['all-tiers'],
    to: 'searching',
    who: DIRECTOR,
    button: 'Say that this approval is not yours',
    told: 'said that the approval written down was not theirs',
    asks: DENIAL,
  },
  {
    id: DENIED_BESIDES,
    kind: 'deny',
    from: ANSWERED_IN,
    who: DIRECTOR,
    button: 'Say that this approval is not yours',
    told: 'said that the approval written down was not theirs',
    asks: DENIAL,
  },
  {
    id: 'escalate',
    // Put before the director anew, whatever they decided of the search before.
    kind: 'submit',
    from: ['searching', ...TIER_STATES],
    to: 'escalated',
    who: OFFICER,
    button: 'No home found: tell the director',
    told: 'told the director that no home was found yet',
    asks: [
      { kind: 'text', name: 'came-to', label: 'What has the search come to, tier by tier?' },
      { kind: 'text', name: 'tonight', label: 'Where does the child sleep until there is a home?' },
      { kind: 'text', name: 'plan', label: 'What you would do next' },
    ],
  },
  {
    id: 'search-on',
    kind: 'record',
    from: ['escalated'],
    to: 'searching',
    who: DIRECTOR,
    button: 'Say how the search goes on',
    told: 'said how the search goes on',
    asks: [{ kind: 'text', name: 'plan', label: 'The plan until there is a home, and who does what' }],
  },
  {
    id: 'none-found',
    kind: 'reject',
    from: ['escalated'],
    to: 'no-placement-found',
    who: DIRECTOR,
    button: 'End the search: no placement found',
    told: 'ended the search with no placement found',
    asks: [WHY, { kind: 'text', name: 'instead', label: 'Where the child lives instead, and who is told' }],
  },
  {
    id: 'hold',
    kind: 'record',
    from: ['searching', ...TIER_STATES],
    to: 'on-hold',
    who: OFFICER,
    button: 'Put the search on hold',
    told: 'put the search on hold',
    asks: [WHY],
  },
  {
    id: 'go-on',
    kind: 'record',
    from: ['on-hold'],
    to: 'searching',
    who: OFFICER,
    button: 'Go on with the search',
    told: 'went on with the search',
    asks: [],
  },
];
