import type { ChildView, JourneyEvent, JourneyHome, JourneyPeriod } from '@rightplace/app';
import { codeTitle, type Day, dayInShort, PROVIDER_TYPES, REASONS_PLACEMENT_ENDED } from '@rightplace/domain';
import type { JourneyOptions, JourneyStretch, Tone } from '../../charts/journey.ts';
import {
  childName,
  districtInWords,
  homeName,
  homeTypeInWords,
  inSentence,
  legalStatusInWords,
  milesInWords,
} from './child-words.ts';
import { meaningOfEvent, moreOfEvent } from './event-words.ts';

/** The darker, the more the state has taken on; the names say it too. */
const LEGAL_TONES: Readonly<Record<string, Tone>> = {
  'section-20': 1,
  'care-order': 2,
  'placement-order': 3,
  'youth-justice': 2,
  'emergency-protection': 2,
  'short-breaks': 0,
};

/** Family first, then farther from one. */
const HOME_TONES: Readonly<Record<string, Tone>> = {
  parents: 0,
  'foster-relative': 1,
  'foster-other': 1,
  adoption: 1,
  supported: 2,
  'residential-school': 3,
  'childrens-home': 3,
  'residential-other': 3,
  secure: 3,
  temporary: 0,
  other: 2,
};

const SYMBOLS = {
  review: 'circle',
  missing: 'diamond',
  'placed-for-adoption': 'triangle',
  'deprivation-of-liberty': 'square',
} as const;

const KINDS = {
  review: 'Review',
  missing: 'Missing or away',
  'placed-for-adoption': 'Decision to place for adoption',
  'deprivation-of-liberty': 'Deprivation of liberty order',
} as const;

type ShownKind = keyof typeof SYMBOLS;
const isShown = (kind: string): kind is ShownKind => Object.hasOwn(SYMBOLS, kind);

const reasonMoved = (code: string): string => inSentence(codeTitle(REASONS_PLACEMENT_ENDED, code));

/** Why a home began or ended, as far as the record says. */
const whyOf = (home: JourneyHome): string => {
  const parts = [
    home.move !== undefined &&
      (home.movedBecause === null ? 'reason not recorded' : `because: ${reasonMoved(home.movedBecause)}`),
    home.sameCarer && 'the same carer',
    home.temporary && 'expected back',
  ];
  return parts.filter(Boolean).join('; ');
};

const fullHome = (home: JourneyHome): string => {
  const parts = [
    home.setting === undefined
      ? homeTypeInWords(home.code)
      : `${home.setting.name}, ${inSentence(homeTypeInWords(home.code))}`,
    home.provider !== null && inSentence(codeTitle(PROVIDER_TYPES, home.provider)),
    home.district.kind !== 'not-known' && districtInWords(home.district),
    home.miles !== undefined && `${milesInWords(home.miles)} from home`,
  ];
  return parts.filter(Boolean).join(', ');
};

const homeStretch = (home: JourneyHome): JourneyStretch => ({
  starts: home.starts,
  ends: home.ends,
  label: homeName(home),
  full: fullHome(home),
  tone: HOME_TONES[home.group ?? ''] ?? 0,
  isMove: home.move !== undefined,
  why: whyOf(home),
});

const legalStretch = (legal: JourneyPeriod['legalStatuses'][number]): JourneyStretch => ({
  starts: legal.starts,
  ends: legal.ends,
  label: legalStatusInWords(legal.code),
  full: `${legalStatusInWords(legal.code)} (${legal.code})`,
  tone: LEGAL_TONES[legal.group ?? ''] ?? 0,
});

const eventOf = (event: JourneyEvent): JourneyOptions['events'] => {
  if (!isShown(event.kind)) return [];
  return [
    {
      on: event.starts,
      label: meaningOfEvent(event),
      symbol: SYMBOLS[event.kind],
      kind: KINDS[event.kind],
      why: moreOfEvent(event),
    },
  ];
};

const finding = ({ journey, situation, ...child }: ChildView): string => {
  const moves =
    journey.moves === 0
      ? 'has not moved'
      : journey.moves === 1
        ? 'has moved once'
        : journey.moves === 2
          ? 'has moved twice'
          : `has moved ${journey.moves} times`;
  const name = childName({ id: child.id, ...child.details });
  return situation.kind === 'in-care' ? `${name} ${moves} while in care` : `${name}’s time in care`;
};

export const journeyOptions = (
  view: ChildView,
  {
    asOf,
    isPast,
    table,
  }: {
    readonly asOf: Day;
    /** The picture ends on a day that is not today. */
    readonly isPast: boolean;
    readonly table: 'details' | 'plain';
  },
): JourneyOptions => {
  const { periods, events } = view.journey;
  return {
    id: 'journey',
    finding: finding(view),
    subtitle: `Legal status, homes and events of ${childName({ id: view.id, ...view.details })}`,
    headingLevel: 2,
    table,
    today: asOf,
    todayLabel: isPast ? dayInShort(asOf) : undefined,
    lanes: [
      { label: 'legal', stretches: periods.flatMap(({ legalStatuses }) => legalStatuses.map(legalStretch)) },
      { label: 'home', stretches: periods.flatMap(({ homes }) => homes.map(homeStretch)) },
    ],
    events: events.flatMap(eventOf),
    periodsOfCare: periods,
  };
};
