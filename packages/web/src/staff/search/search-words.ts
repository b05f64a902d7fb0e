import type { SearchLine, SearchView, Wanted } from '@rightplace/app';
import {
  ALL_SEARCH_TIERS,
  CHECKS,
  type Checked,
  type EntryKind,
  EVERY_TIER_AT_ONCE,
  entryMeaning,
  formatMoney,
  isOpenToChoose,
  isSharedSince,
  type LostChoice,
  lostChoiceInWords,
  lostChoiceTitle,
  lostLast,
  MAY_BE_CHOSEN_AGAIN,
  type Offer,
  type PencePerWeek,
  PRICE_BASES,
  pence,
  SEARCH_TIERS,
  type SearchStanding,
} from '@rightplace/domain';
import { count, type Html, html, link, status } from '../../kit/index.ts';
import { ageInWords } from '../children/child-words.ts';
import { searchPaths } from './search-paths.ts';

export const searchAddress = ({ id }: { readonly id: number }): string =>
  searchPaths.search({ caseId: String(id) });

/** Where an entry of a kind is written, and what it is about. */
export const writeAddress = (
  { id }: { readonly id: number },
  kind: EntryKind,
  about?: number,
  more: Readonly<Record<string, string>> = {},
): string =>
  searchPaths.writeInSearch(
    { caseId: String(id), kind },
    { ...(about === undefined ? {} : { about: String(about) }), ...more },
  );

export const childName = ({ child }: Pick<SearchView | SearchLine, 'child'>): string =>
  `${child.name ?? child.id}${child.age === undefined ? '' : `, ${ageInWords(child.age)}`}`;

/** What is said of a search in red: that it is an emergency, and what else is wrong where it stands, each once. */
export const alarmsOf = ({
  isEmergency,
  alarm,
}: Pick<SearchLine, 'isEmergency' | 'alarm'>): readonly string[] => [
  ...new Set([...(isEmergency ? ['Emergency'] : []), ...(alarm === undefined ? [] : [alarm])]),
];

const WANTED: Readonly<Record<Wanted, string>> = {
  foster: 'Foster family',
  residential: 'Children’s home',
  supported: 'Supported accommodation',
};

export const wantedInWords = (wanted: readonly Wanted[]): string =>
  wanted.map((kind) => WANTED[kind]).join(', ') || 'Not said yet';

export const tierInWords = (tier: SearchLine['tier']): string =>
  tier === undefined ? 'None yet' : tier === EVERY_TIER_AT_ONCE ? 'All at once' : SEARCH_TIERS[tier];

export const TIER_OPTIONS: readonly (readonly [string, string])[] = [
  ...ALL_SEARCH_TIERS.map((tier) => [tier, SEARCH_TIERS[tier]] as const),
  [EVERY_TIER_AT_ONCE, 'All at once'],
];

/** "£4,100": what stands beside is "a week". */
export const weekly = (price: PencePerWeek): string => formatMoney(pence(price));

/** On which terms an offer is priced; undefined where it does not say. */
export const priceBasisOf = ({ said }: Offer): string | undefined =>
  Object.entries(PRICE_BASES).find(([basis]) => basis === said['price-basis'])?.[1];

/** What the director has to answer for besides the gates: said wherever those are shown. */
export const INADEQUATE_WORDS =
  'Ofsted judges this home Inadequate. Nobody but the director may approve it, and only by saying why the child is to live there all the same.';

/** How far a home is, in a straight line. */
export const milesInWords = (away: number | undefined): string =>
  away === undefined ? 'Not known' : away === 0 ? 'Less than a mile' : `About ${count(away, 'mile')}`;

/** Where a home is, as its offer says it, or as the register has it where the offer gives no postcode; empty where neither does. */
export const placeOf = ({ places }: Pick<SearchView, 'places'>, { number }: Offer): string => {
  const { address, postcode, isByRegister = false } = places.get(number) ?? {};
  const place = [address, postcode].filter((one) => one !== undefined).join(', ');
  return isByRegister ? `${place} (the postcode in the register: the offer gives none)` : place;
};

const lostStatus = (lost: LostChoice): Html =>
  status(lostChoiceTitle(lost), lost.how === 'look-on' ? 'red' : 'yellow');

const standingWord = (offer: Offer, { chosen, lost }: Pick<SearchStanding, 'chosen' | 'lost'>): Html => {
  if (offer.withdrawn !== undefined) return status('Withdrawn', 'red');
  if (offer.number === chosen?.number) return status('Chosen', 'green');
  if (offer.notWanted !== undefined) return status('Declined by the social worker', 'yellow');
  const last = lostLast(offer, { lost });
  if (isOpenToChoose(offer))
    return last === undefined
      ? status('Shared', 'blue')
      : isSharedSince(offer, { lost })
        ? status('Shared again', 'blue')
        : lostStatus(last);
  return offer.unsuitable === undefined ? status('To be looked at', 'grey') : status('Not shared', 'yellow');
};

/** What became of the choice of an offer: how, when and why, and whether it may be chosen again. */
export const lostInWords = (
  offer: Offer,
  { chosen, lost }: Pick<SearchStanding, 'chosen' | 'lost'>,
): string | undefined => {
  const last = lostLast(offer, { lost });
  if (last === undefined) return undefined;
  const isAgain = isOpenToChoose(offer) && offer.number !== chosen?.number && offer.notWanted === undefined;
  return `${lostChoiceInWords(last)}${isAgain && last.how === 'look-on' ? ` ${MAY_BE_CHOSEN_AGAIN}` : ''}`;
};

/**
 * How an offer stands, in one word that the colour repeats, and why, where a choice of it came to nothing. Why none was chosen is said
 * once of all of them.
 */
export const offerStanding = (offer: Offer, standing: Pick<SearchStanding, 'chosen' | 'lost'>): Html => {
  const why = lostLast(offer, standing)?.how === 'decline-all' ? undefined : lostInWords(offer, standing);
  return html`${standingWord(offer, standing)}${why !== undefined && html`<br><span class="app-quiet">${why}</span>`}`;
};

/** Which checks were said not to apply, each with why: nobody has to look for what was not looked at. */
export const waivedPart = (waived: readonly Checked[]): Html | false =>
  waived.length > 0 &&
  html`<h3 class="govuk-heading-s">Said not to apply to this home</h3>
<ul class="govuk-list govuk-list--bullet">${waived.map(({ id, evidence }) => html`<li><strong>${CHECKS[id]}</strong>: ${evidence}</li>`)}</ul>`;

/** Links to what may be written of something, for whoever may write it here. */
export const writeLinks = (
  view: Pick<SearchView, 'id' | 'writes' | 'isOver'>,
  kinds: readonly EntryKind[],
  about: number,
): Html | false => {
  const open = kinds.filter((kind) => view.writes.has(kind));
  return (
    !view.isOver &&
    open.length > 0 &&
    html`<ul class="govuk-list app-search-ways app-no-print">${open.map((kind) => html`<li>${link(writeAddress(view, kind, about), entryMeaning(kind).button)}</li>`)}</ul>`
  );
};
