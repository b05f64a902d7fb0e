import type { Answers } from '../form/form.ts';

/** What a home should be, point by point, each from the answers of the request that say it. */
export interface Need {
  readonly id: string;
  readonly title: string;
  /** The questions of the request that say what is needed. */
  readonly from: readonly string[];
  /** Only where the request asks for it. */
  readonly isWanted?: (request: Answers) => boolean;
}

const isAnswered =
  (...names: readonly string[]) =>
  (request: Answers): boolean =>
    names.some((name) => (request[name]?.length ?? 0) > 0);

/** In the order in which the request asks. */
export const NEEDS: readonly Need[] = [
  { id: 'health', title: 'Health and disability', from: ['health'], isWanted: isAnswered('health') },
  { id: 'language', title: 'Language', from: ['language'], isWanted: isAnswered('language') },
  { id: 'culture', title: 'Religion, culture and food', from: ['culture'], isWanted: isAnswered('culture') },
  {
    id: 'adaptations',
    title: 'An adapted home',
    from: ['adaptations-what'],
    isWanted: ({ adaptations }) => adaptations === 'yes',
  },
  { id: 'school', title: 'School', from: ['school'], isWanted: isAnswered('school') },
  { id: 'family-time', title: 'Time with family and friends', from: ['family-time'] },
  { id: 'siblings', title: 'Brothers and sisters', from: ['siblings'], isWanted: isAnswered('siblings') },
  {
    id: 'safety',
    title: 'Keeping safe',
    from: ['risks', 'risks-what-helps', 'risks-to-others', 'risks-to-others-what-helps'],
  },
  { id: 'lives-with', title: 'Who else lives there', from: ['lives-with', 'matching'] },
  { id: 'pets', title: 'Pets', from: ['pets'], isWanted: isAnswered('pets') },
  { id: 'where', title: 'Where it is', from: ['where'] },
  {
    id: 'support',
    title: 'Support besides',
    from: ['more-support'],
    isWanted: isAnswered('more-support'),
  },
];

/** The needs of one request. */
export const needsIn = (request: Answers): readonly Need[] =>
  NEEDS.filter(({ isWanted }) => isWanted === undefined || isWanted(request));

export const FITS = { met: 'Met', partly: 'Partly met', not: 'Not met' } as const;

export type Fit = keyof typeof FITS | 'unknown';

/** Under which name an offer says how far it meets a need. */
export const fitQuestion = (need: string): string => `fits-${need}`;

const KIND_ASKED: Readonly<Record<string, string>> = {
  foster: 'suits-foster',
  residential: 'suits-residential',
  supported: 'suits-supported',
};

/** The one sort of home that a request prefers; undefined where it prefers none, or several. */
export const groupWanted = (request: Answers): string | undefined => {
  const preferred = Object.entries(KIND_ASKED).filter(([, question]) => request[question] === 'preferred');
  return preferred.length === 1 ? preferred[0]?.[0] : undefined;
};

/** Whether the kind of home is one that the request finds suitable. */
export const fitOfKind = (group: string | undefined, request: Answers): Fit => {
  const said = group === undefined ? undefined : request[KIND_ASKED[group] ?? ''];
  if (said === 'preferred') return 'met';
  if (said === 'suitable') return 'partly';
  return said === 'unsuitable' ? 'not' : 'unknown';
};
