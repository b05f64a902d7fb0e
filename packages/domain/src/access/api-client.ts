import { addMonths, type Day } from '../calendar/day.ts';
import { dayInWords } from '../calendar/words.ts';
import { type Refusal, refused } from '../refusal/refusal.ts';

/**
 * How much another system may read through the API, each more than the one before. A client has one of them.
 *
 * `agreed`: it begins to work when a second person has agreed. Whoever makes a client sees its token, and administrators
 * see no child and no true figure; without this they could give themselves both.
 */
export const API_SCOPES = {
  'figures-rounded': {
    title: 'Headline figures, rounded',
    gives:
      'What elected members see: the main figures to the nearest five, at the ends of quarters. No child can be told from them.',
    agreed: false,
  },
  figures: {
    title: 'All figures, as they are',
    gives:
      'Every figure with its parts and its series, not rounded. Small numbers may tell of a child to somebody who knows them.',
    agreed: true,
  },
  children: {
    title: 'Figures, and the children behind them by identifier',
    gives:
      'All figures, and lists of the children counted in them: the authority’s own identifiers, without names.',
    agreed: true,
  },
  'children-named': {
    title: 'Figures, and the children behind them by name',
    gives: 'All figures, and lists of the children counted in them with their names.',
    agreed: true,
  },
} as const satisfies Readonly<
  Record<string, { readonly title: string; readonly gives: string; readonly agreed: boolean }>
>;

export type ApiScope = keyof typeof API_SCOPES;

export const ALL_API_SCOPES = Object.keys(API_SCOPES) as readonly ApiScope[];

/** Whether text, from the database or a form, names a scope. */
export const isApiScope = (text: string): text is ApiScope => Object.hasOwn(API_SCOPES, text);

/** What a client asks for. Each endpoint names one or two. */
export const API_ACTIONS = {
  'read-catalogue': 'read which measures there are',
  'read-rounded': 'read headline figures, rounded',
  'read-figures': 'read figures as they are, their parts and their series',
  'read-children': 'read the children behind a figure',
  'read-names': 'read children’s names',
} as const;

export type ApiAction = keyof typeof API_ACTIONS;

export const ALL_API_ACTIONS = Object.keys(API_ACTIONS) as readonly ApiAction[];

export type ApiPolicy = Readonly<Record<ApiScope, ReadonlySet<ApiAction>>>;

/** What a scope lets a client read: the one table. What is not written here is refused. */
export const API_POLICY: ApiPolicy = {
  'figures-rounded': new Set(['read-catalogue', 'read-rounded']),
  figures: new Set(['read-catalogue', 'read-figures']),
  children: new Set(['read-catalogue', 'read-figures', 'read-children']),
  'children-named': new Set(['read-catalogue', 'read-figures', 'read-children', 'read-names']),
};

/** A client as the rules see it. */
export interface ApiClientStanding {
  readonly scope: ApiScope;
  /** The last day on which it works. */
  readonly lastDay: Day;
  readonly isAgreed: boolean;
  readonly isRevoked: boolean;
}

export type ApiClientState = 'waiting' | 'working' | 'ended' | 'revoked';

/** What has become of it by a day. One revoked stays so, whatever else is true of it. */
export const apiClientState = (
  { scope, lastDay, isAgreed, isRevoked }: ApiClientStanding,
  on: Day,
): ApiClientState => {
  if (isRevoked) return 'revoked';
  if (on > lastDay) return 'ended';
  return API_SCOPES[scope].agreed && !isAgreed ? 'waiting' : 'working';
};

export type ApiRefusal = Refusal<'client-revoked' | 'client-ended' | 'client-waiting' | 'scope-too-narrow'>;

const NOT_WORKING: Readonly<Record<Exclude<ApiClientState, 'working'>, (lastDay: Day) => ApiRefusal>> = {
  revoked: () => refused('client-revoked', 'This token has been revoked. Ask the authority for another.'),
  ended: (lastDay) =>
    refused('client-ended', `This token ended on ${dayInWords(lastDay)}. Ask the authority for another.`),
  waiting: () =>
    refused('client-waiting', 'A second person of the authority has not agreed to this client yet.'),
};

/** May this client read this today? */
export const mayClient = (
  client: ApiClientStanding,
  action: ApiAction,
  on: Day,
  policy: ApiPolicy = API_POLICY,
): { readonly kind: 'may' } | ApiRefusal => {
  const state = apiClientState(client, on);
  if (state !== 'working') return NOT_WORKING[state](client.lastDay);
  return policy[client.scope].has(action)
    ? { kind: 'may' }
    : refused(
        'scope-too-narrow',
        `The scope of this token, ${client.scope}, does not let it ${API_ACTIONS[action]}.`,
      );
};

const LONGEST_MONTHS = 12;

/** The latest last day that a client made on a day may have. */
export const latestLastDay = (madeOn: Day): Day => addMonths(madeOn, LONGEST_MONTHS);

/** What is wrong with the last day chosen for a new client; undefined when nothing is. */
export const findLastDayFault = (
  lastDay: Day,
  today: Day,
): Refusal<'last-day-gone-by' | 'last-day-too-late'> | undefined => {
  if (lastDay < today) return refused('last-day-gone-by', 'Enter a last day that is today or later.');
  return lastDay > latestLastDay(today)
    ? refused(
        'last-day-too-late',
        `Enter a last day within twelve months: ${dayInWords(latestLastDay(today))} at the latest.`,
      )
    : undefined;
};
