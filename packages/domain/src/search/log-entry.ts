import type { Role } from '../access/role.ts';
import type { Moment } from '../calendar/moment.ts';
import type { Answers, FormQuestion, Options } from '../form/form.ts';
import { NOT_WANTED_BECAUSE } from '../placement-request/choice-steps.ts';
import { TELLS_NOBODY } from '../profile/findings-in-message.ts';
import type { Doer } from '../workflow/part.ts';
import { CHECK_RESULTS, CHECKS } from './checks.ts';
import { COURT_ORDER_QUESTIONS, REGISTRATION_RESULTS } from './court-order.ts';
import { OFFER_QUESTIONS } from './offer-form.ts';
import { REPLY_BY_QUESTIONS } from './reply-by.ts';
import { SEARCH_TIERS } from './tiers.ts';

/** By what way a provider was asked. */
export const CHANNELS: Options = { portal: 'Portal', email: 'E-mail', phone: 'Telephone' };

/** Why a provider offers nothing, as it is counted. */
export const DECLINED_BECAUSE: Options = {
  'no-place': 'No place free',
  matching: 'It does not go with those who live there',
  needs: 'Cannot meet the child’s needs',
  risk: 'The risk is too high',
  area: 'Not where the child has to be',
  staffing: 'Not enough staff or carers',
  price: 'The price',
  late: 'Not in time',
  other: 'Another reason',
};

/** Why an offer is not put to the social worker. */
export const UNSUITABLE_BECAUSE: Options = {
  needs: 'It does not meet the child’s needs',
  quality: 'The home’s quality or registration',
  distance: 'Too far',
  matching: 'It does not go with those who live there',
  price: 'The price is more than the need explains',
  other: 'Another reason',
};

/** What a provider is told of what became of it. */
export const OUTCOMES: Options = {
  shortlisted: 'Its offer is being considered with few others',
  chosen: 'Its offer was chosen',
  'not-chosen': 'It was not chosen',
  closed: 'The search is over',
};

/** What a provider is sent after the first profile, as the chronology says it. */
export const DISCLOSED: Options = {
  shortlist:
    'The shortlist profile: the age in years, the postcode’s district, ethnicity, the day from which a home is needed, and more words to plan with. No name, no address, no date of birth, no school.',
  match:
    'The match profile: the child’s name, date of birth and address, brothers and sisters, school and social worker, and what a home has to have to receive the child.',
};

const OFFICER: readonly Role[] = ['placements-officer'];

/** What a kind of entry says something of: nothing, or an entry before it. */
export type About = 'approach' | 'question' | 'offer';

interface KindOfEntry {
  /** What the button says. */
  readonly button: string;
  /** Completes "Kamila Varnaitis …", followed by whom or what it is about. */
  readonly told: string;
  /** The same where the provider wrote it, by the portal. */
  readonly toldByProvider?: string;
  readonly about?: About;
  readonly who: readonly Role[];
  readonly asks: readonly FormQuestion[];
}

const words = (label: string, optional = true): FormQuestion => ({
  kind: 'text',
  name: 'words',
  label,
  ...(optional ? { optional: true as const } : {}),
});

/** Words between the authority and a provider are a message and no report: one reads them in a portal among others. */
export const LONGEST_MESSAGE = 2_000;
const message = (label: string, optional = true): FormQuestion => ({
  ...words(label, optional),
  kind: 'text',
  atMost: LONGEST_MESSAGE,
});

/** Asked of words that a provider reads, where some were found that may tell who the child is. */
const TELLS_NOBODY_BECAUSE: FormQuestion = {
  kind: 'text',
  name: TELLS_NOBODY,
  label: 'Why do the words that were found tell nobody who the child is?',
  hint: 'It is kept in the log with your name. The provider does not read it.',
  optional: true,
};

/** Why somebody was asked in a tier that was not opened: asked only where one was. */
export const OUTSIDE_TIERS_WHY = 'outside-tiers-why';

/** Why the tiers before one are passed over, where nobody was asked when it was opened. */
export const PASSED_OVER_WHY = 'passed-over-why';

/** Why an approach is logged that was not made before the approval, or not logged before the move. */
export const LATE_WHY = 'late-why';

/**
 * What is written down while a home is looked for. It happens often and side by side: two officers write at once and both entries
 * stand. Nothing written is ever changed; what turns out otherwise is a later entry.
 */
export const ENTRY_KINDS = {
  approach: {
    button: 'Log an approach',
    told: 'approached',
    who: OFFICER,
    asks: [
      { kind: 'one-of', name: 'tier', label: 'In which tier?', options: SEARCH_TIERS },
      {
        kind: 'text',
        name: OUTSIDE_TIERS_WHY,
        label: 'Why were they asked in a tier that was not opened?',
        hint: 'It is kept in the log with your name. No provider reads it.',
        optional: true,
      },
      {
        kind: 'text',
        name: PASSED_OVER_WHY,
        label: 'Why are the tiers before it passed over?',
        hint: 'When it was opened they were open on an approval that was denied since, so nobody has said why. No provider reads it.',
        optional: true,
      },
      {
        kind: 'line',
        name: 'provider',
        label: 'Whom did you approach?',
        hint: 'The provider, the in-house team, or the carer.',
      },
      { kind: 'line', name: 'about-home', label: 'For which home of theirs', optional: true },
      { kind: 'one-of', name: 'channel', label: 'How?', options: CHANNELS },
      { kind: 'day', name: 'sent-on', label: 'On which day?', notAfterToday: true },
      { kind: 'time', name: 'sent-at', label: 'At what time?', optional: true },
      {
        kind: 'text',
        name: LATE_WHY,
        label: 'Why is it logged after a home was approved?',
        hint: 'Of whom you approached before the approval you may leave it empty until the child has moved. No provider reads it.',
        optional: true,
      },
      ...REPLY_BY_QUESTIONS,
      message('What was said or sent'),
      TELLS_NOBODY_BECAUSE,
    ],
  },
  opened: {
    button: 'They opened it',
    told: 'noted that it was opened by',
    toldByProvider: 'opened what was sent to',
    about: 'approach',
    who: OFFICER,
    asks: [
      { kind: 'day', name: 'on', label: 'On which day was it opened?', notAfterToday: true },
      { kind: 'time', name: 'at', label: 'At what time?', optional: true },
    ],
  },
  question: {
    button: 'They ask something',
    told: 'noted a question of',
    toldByProvider: 'asked a question for',
    about: 'approach',
    who: OFFICER,
    asks: [message('What do they ask?', false)],
  },
  answer: {
    button: 'Answer it',
    told: 'answered a question of',
    about: 'question',
    who: OFFICER,
    asks: [message('What was answered?', false), TELLS_NOBODY_BECAUSE],
  },
  declined: {
    button: 'They decline',
    told: 'noted that nothing was offered by',
    toldByProvider: 'declined for',
    about: 'approach',
    who: OFFICER,
    asks: [
      { kind: 'one-of', name: 'reason', label: 'Why do they offer nothing?', options: DECLINED_BECAUSE },
      message('In their words'),
    ],
  },
  'no-reply': {
    button: 'No reply',
    told: 'noted no reply from',
    about: 'approach',
    who: OFFICER,
    asks: [words('What was tried')],
  },
  outcome: {
    button: 'Tell them what became of it',
    told: 'passed on the outcome to',
    about: 'approach',
    who: OFFICER,
    asks: [
      { kind: 'one-of', name: 'outcome', label: 'What do you tell them?', options: OUTCOMES },
      {
        ...message('Why was it not chosen?', false),
        hint: 'They read this as you write it, and learn from it.',
        when: { question: 'outcome', is: ['not-chosen'] },
      },
      {
        kind: 'text',
        name: 'more',
        label: 'What else should they know?',
        atMost: LONGEST_MESSAGE,
        optional: true,
        when: { question: 'outcome', is: ['shortlisted', 'chosen', 'closed'] },
      },
      TELLS_NOBODY_BECAUSE,
    ],
  },
  disclosed: {
    button: 'Send more of the profile',
    told: 'sent more of the profile to',
    about: 'approach',
    who: OFFICER,
    asks: [
      { kind: 'one-of', name: 'stage', label: 'What was sent', options: DISCLOSED },
      { kind: 'one-of', name: 'channel', label: 'How', options: CHANNELS },
    ],
  },
  offer: {
    button: 'They offer a home',
    told: 'noted an offer of',
    toldByProvider: 'made an offer for',
    about: 'approach',
    who: OFFICER,
    asks: OFFER_QUESTIONS,
  },
  withdrawn: {
    button: 'It was withdrawn',
    told: 'noted that the offer was withdrawn by',
    toldByProvider: 'withdrew the offer of',
    about: 'offer',
    who: OFFICER,
    asks: [message('Why did they withdraw it?', false)],
  },
  shared: {
    button: 'Share with the social worker',
    told: 'shared with the social worker the offer of',
    about: 'offer',
    who: OFFICER,
    asks: [words('What the social worker should know of it')],
  },
  unsuitable: {
    button: 'Do not share it',
    told: 'did not share the offer of',
    about: 'offer',
    who: OFFICER,
    asks: [
      {
        kind: 'one-of',
        name: 'reason',
        label: 'Why is it not put to the social worker?',
        options: UNSUITABLE_BECAUSE,
      },
      words('In your own words', false),
    ],
  },
  'not-wanted': {
    button: 'Decline this offer',
    told: 'declined the offer of',
    about: 'offer',
    who: ['social-worker'],
    asks: [
      { kind: 'one-of', name: 'reason', label: 'Why does it not fit?', options: NOT_WANTED_BECAUSE },
      words('In your own words', false),
    ],
  },
  figure: {
    button: 'A figure was proposed',
    told: 'noted a proposed price in the talks with',
    about: 'offer',
    who: OFFICER,
    asks: [
      {
        kind: 'one-of',
        name: 'proposed-by',
        label: 'Who proposed it?',
        options: { us: 'We did', provider: 'The provider' },
      },
      { kind: 'money', name: 'weekly', label: 'The core fee a week that was proposed' },
      { kind: 'line', name: 'proposed-where', label: 'When, and where it is written' },
      words('What is to go with it, and why', false),
    ],
  },
  check: {
    button: 'Record a check',
    told: 'recorded a check of',
    about: 'offer',
    who: OFFICER,
    asks: [
      { kind: 'one-of', name: 'check', label: 'Which check?', options: CHECKS },
      { kind: 'one-of', name: 'result', label: 'How is it?', options: CHECK_RESULTS },
      {
        kind: 'line',
        name: 'evidence',
        label: 'What you saw, or why it does not apply, and where it is kept',
      },
      { kind: 'day', name: 'until', label: 'Until which day does that hold?', optional: true },
    ],
  },
  gate: {
    button: 'Record what opens it',
    told: 'recorded what opens a gate for',
    about: 'offer',
    who: ['placements-officer', 'group-manager', 'director'],
    asks: [
      { kind: 'line', name: 'gate', label: 'Which gate' },
      words('What was decided, and by whom', false),
      { kind: 'day', name: 'on', label: 'On which day was it decided?', notAfterToday: true },
      { kind: 'day', name: 'until', label: 'Until which day does it hold?', optional: true, notBefore: 'on' },
    ],
  },
  'court-order': {
    button: 'Record an order of the High Court',
    told: 'approved, by an order of the High Court and for as long as it holds, the home of',
    about: 'offer',
    who: ['director'],
    asks: COURT_ORDER_QUESTIONS,
  },
  registration: {
    button: 'Record how registration stands',
    told: 'recorded how registration with Ofsted stands of',
    about: 'offer',
    who: ['placements-officer', 'group-manager', 'director'],
    asks: [
      { kind: 'one-of', name: 'result', label: 'How does it stand?', options: REGISTRATION_RESULTS },
      { kind: 'day', name: 'on', label: 'Since which day?', notAfterToday: true },
      { kind: 'line', name: 'evidence', label: 'Ofsted’s number or letter, and where it is kept' },
    ],
  },
} as const satisfies Readonly<Record<string, KindOfEntry>>;

export type EntryKind = keyof typeof ENTRY_KINDS;

export const isEntryKind = (text: string): text is EntryKind => Object.hasOwn(ENTRY_KINDS, text);
export const entryMeaning = (kind: EntryKind): KindOfEntry => ENTRY_KINDS[kind];

/** Whom of the register an entry is about. */
export interface EntryOfRegister {
  /** Null for a home of which the register does not say whose it is. */
  readonly providerId: number | null;
  /** The home of theirs; null where none is said. */
  readonly settingId: number | null;
  /** Of an approach: the approved version of the profile that was sent with it; null where nothing was. */
  readonly profileVersion: number | null;
}

/** Something that was written down in a search. Nobody edits one. */
export interface SearchEntry {
  /** 1, 2, 3 … within the search. */
  readonly number: number;
  readonly at: Moment;
  readonly by: Doer;
  readonly kind: EntryKind;
  /** The entry that it says something of; null for an approach. */
  readonly about: number | null;
  readonly said: Answers;
  /** Absent where it is about somebody who is not in the register. */
  readonly register?: EntryOfRegister;
}
