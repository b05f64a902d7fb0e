import type { Day } from '../calendar/day.ts';
import { londonDayOf } from '../calendar/london-time.ts';
import { dayInWords } from '../calendar/words.ts';
import type { Answers } from '../form/form.ts';
import { OFFER_CHOSEN } from '../placement-request/choice-steps.ts';
import { OFFICER_OF_SEARCH } from '../placement-request/request-steps.ts';
import { holdsChoice } from '../placement-request/states.ts';
import { isAgency, judgementOn, type SettingInRegister, standingOn } from '../register/setting.ts';
import { isLowestJudgement, isRegisteredWhen } from '../register/setting-facts.ts';
import type { CaseEvent, CaseNow } from '../workflow/case.ts';
import { holderOf } from '../workflow/holder.ts';
import { type DeniedHome, deniedHomeOf } from './approved-after.ts';
import { faultsOfChecks } from './checks.ts';
import { type OrderStanding, orderStandingOf } from './court-order.ts';
import { type GateFacts, type GateStanding, gateMeaning, gatesBefore } from './gates.ts';
import { kindOfHome } from './kinds-of-home.ts';
import { isDeclinedWithOthers, isToChoose, type LostChoice, lostChoices, lostLast } from './lost-choice.ts';
import { groupWanted } from './needs.ts';
import { isOpenToChoose, type Offer } from './offer.ts';
import type { Search } from './search.ts';

/** Whose search it is: whoever took it on last, or was given it. */
export const officerOf = (search: { readonly events: readonly CaseEvent[] }): string | undefined =>
  holderOf({ givenTo: OFFICER_OF_SEARCH }, search);

/** The offer that was chosen and not lost again; undefined where there is none. */
export const chosenOffer = (
  { events, state }: { readonly events: readonly CaseEvent[]; readonly state: string },
  { offers }: Pick<Search, 'offers'>,
): Offer | undefined => {
  if (!holdsChoice(state)) return undefined;
  const key = events.findLast(({ step }) => step === 'choose')?.said[OFFER_CHOSEN];
  return offers.find((offer) => offer.key === key);
};

const oneOf = <T extends string>(answer: unknown, ...options: readonly T[]): T | undefined =>
  options.find((option) => option === answer);

/** Whom a home is for, and on which day it is looked at. */
interface LookedAt {
  readonly request: Answers;
  readonly age: number | undefined;
  /** The offered home as the register has it, where it does; of an agency it says nothing of its carers. */
  readonly home?: SettingInRegister | undefined;
  readonly on: Day;
}

/** What the register knows better than the offer: that a home is not registered, or carers not approved, or not any more. */
const isKnownUnregistered = (home: SettingInRegister | undefined, on: Day): boolean => {
  const standing = home === undefined || isAgency(home.kind) ? undefined : standingOn(home, on);
  return standing !== undefined && !isRegisteredWhen(standing);
};

/** Whether Ofsted judges it Inadequate, as the offer says or the register has learnt since. */
export const isJudgedLowest = (
  { said }: Pick<Offer, 'said'>,
  home: SettingInRegister | undefined,
  on: Day,
): boolean => {
  const judgement = home === undefined ? undefined : judgementOn(home, on);
  return said.judgement === 'inadequate' || (judgement !== undefined && isLowestJudgement(judgement));
};

/** What the gates look at, from an offer, the register, the request and the child’s age. */
export const gateFactsOf = (
  { kind, said, isHomeUnknown }: Pick<Offer, 'kind' | 'said' | 'isHomeUnknown'>,
  { request, age, home, on }: LookedAt,
): GateFacts => {
  const there = said['children-there'];
  const liberty = request['deprivation-of-liberty'];
  return {
    age,
    kind,
    registered: isKnownUnregistered(home, on)
      ? false
      : said.registered === undefined
        ? undefined
        : said.registered === 'yes',
    childrenThere:
      there === '1' || there === '2' || there === '3' ? 'up-to-3' : oneOf(there, 'siblings-only', 'more'),
    terms: isKnownUnregistered(home, on) ? 'none' : oneOf(said.terms, 'within', 'outside', 'none'),
    area: oneOf(said.area, 'inside', 'adjoining', 'distance'),
    isDeprived: liberty === undefined ? undefined : liberty !== 'no',
    isHomeUnknown: isHomeUnknown === true,
  };
};

/** Where the request prefers one sort of home, and the offer says of which it is. */
const isOfOtherType = ({ kind }: Pick<Offer, 'kind'>, request: Answers): boolean => {
  const wanted = groupWanted(request);
  const group = kind === undefined ? undefined : kindOfHome(kind).group;
  return wanted !== undefined && group !== undefined && group !== wanted;
};

/** A search as a step stands on it. */
export interface SearchStanding {
  readonly search: Search;
  readonly chosen: Offer | undefined;
  /** Choices that came to nothing, the first first. */
  readonly lost: readonly LostChoice[];
  /** Of the chosen offer: every gate that has to do with it. */
  readonly gates: readonly GateStanding[];
  /** Of any offer: every gate that has to do with it, by what it says itself and what the register knows. */
  readonly gatesOf: (offer: Offer) => readonly GateStanding[];
  /** Of any offer: whether Ofsted judges the home Inadequate today, as it says itself or the register knows. */
  readonly isInadequateHome: (offer: Offer) => boolean;
  /** Of the chosen offer: what keeps the checks from being complete. */
  readonly checkFaults: readonly string[];
  /** Of the chosen offer: the order by which the child may live there though nobody has registered it. */
  readonly order: OrderStanding | undefined;
  /** Of the chosen offer: whether it is of another sort than the one that the request prefers. */
  readonly isOtherType: boolean;
  /** Of the chosen offer: whether Ofsted judges the home Inadequate today. */
  readonly isInadequate: boolean;
  /** Of a home into which the child moved on a word that is denied: what has become of it. Undefined for any other. */
  readonly deniedHome: DeniedHome | undefined;
}

const NO_HOMES: ReadonlyMap<number, SettingInRegister> = new Map();

export const searchStandingOf = (
  now: Pick<CaseNow, 'events' | 'state'>,
  search: Search,
  {
    request,
    age,
    homes = NO_HOMES,
    today,
    hasLeft = false,
  }: Pick<LookedAt, 'request' | 'age'> & {
    /** By the number of its offer each home that the register knows. */
    readonly homes?: ReadonlyMap<number, SettingInRegister>;
    readonly today: Day;
    /** Whether the record says that the child has left the home that the search came to. */
    readonly hasLeft?: boolean;
  },
): SearchStanding => {
  const chosen = chosenOffer(now, search);
  const gatesOf = (offer: Offer): readonly GateStanding[] =>
    gatesBefore(
      gateFactsOf(offer, { request, age, home: homes.get(offer.number), on: today }),
      offer.gates,
      today,
    );
  const isInadequateHome = (offer: Offer): boolean => isJudgedLowest(offer, homes.get(offer.number), today);
  return {
    search,
    chosen,
    lost: lostChoices(now, search.offers),
    gates: chosen === undefined ? [] : gatesOf(chosen),
    gatesOf,
    isInadequateHome,
    checkFaults: chosen === undefined ? [] : faultsOfChecks(chosen.checks, today),
    order: chosen && orderStandingOf(chosen.ofOrder, today),
    isOtherType: chosen !== undefined && isOfOtherType(chosen, request),
    isInadequate: chosen !== undefined && isInadequateHome(chosen),
    deniedHome: deniedHomeOf(now, hasLeft),
  };
};

/** Whether what a step needs of the search is there; undefined for a need of another kind. */
export const isMetBySearch = (
  need: string,
  { search, chosen, lost, gates, checkFaults, order, deniedHome }: SearchStanding,
): boolean | undefined => {
  switch (need) {
    case 'offer-shared':
      return search.offers.some((offer) => isToChoose(offer, { lost }));
    case 'offer-stands':
      return chosen !== undefined && isOpenToChoose(chosen);
    case 'checks-done':
      return chosen !== undefined && checkFaults.length === 0;
    case 'gates-open':
      return chosen !== undefined && gates.every(({ isShut }) => !isShut);
    case 'registered-or-left':
      return order === undefined || order.isSettled;
    case 'home-decided':
      return deniedHome !== 'to-decide';
    default:
      return undefined;
  }
};

/** Where everything that was shared was declined at once: when, and what would be put to the social worker instead. */
const nothingToPut = ({ offers }: Search, lost: readonly LostChoice[]): string | undefined => {
  const declined = offers.filter((offer) => isDeclinedWithOthers(offer, { lost }));
  const last = declined.flatMap((offer) => lostLast(offer, { lost }) ?? []).at(-1);
  return last === undefined
    ? undefined
    : `Nothing is open to put to the social worker: they chose none of the offers on ${dayInWords(londonDayOf(last.at))}. Share another offer, or share one of those again and say why.`;
};

/** Why a need of the search is wanting, as this case has it. */
export const needSentence = (
  need: string,
  { search, chosen, lost, gates, checkFaults }: SearchStanding,
): string | undefined => {
  if (need === 'offer-shared') return nothingToPut(search, lost);
  if (need === 'gates-open') {
    const shut = gates.filter(({ isShut }) => isShut).map(({ id }) => gateMeaning(id).sentence);
    return shut.length === 0 ? undefined : `This home cannot be approved as things are. ${shut.join(' ')}`;
  }
  if (need === 'checks-done' && chosen !== undefined && checkFaults.length > 0)
    return `The checks before placement are not complete. ${checkFaults.join('; ')}.`;
  return need === 'offer-stands' && chosen?.withdrawn !== undefined
    ? `${chosen.key} was withdrawn by the provider.`
    : undefined;
};
