import type { PlaceHeld, SettingOnDay } from '@rightplace/app';
import {
  addDays,
  dayInWords,
  FOSTERING_KINDS,
  isAgency,
  isHousehold,
  isLowestJudgement,
  type Judgement,
  londonDayOf,
  londonTimeOf,
  type Moment,
  momentInWords,
  type Period,
  SETTING_JUDGEMENTS,
  SEXES_TAKEN,
  type SettingInRegister,
  type SettingStanding,
  STANDINGS,
  type Terms,
  TIERS,
  type Tier,
  type Vacancies,
} from '@rightplace/domain';
import { count, type Html, html, link, status, type TagColour } from '../../kit/index.ts';
import { staffPaths } from '../paths.ts';

/** What whoever holds a place has to see to before a child lives there. */
export const lookFirst = (inTheWay: readonly string[]): string => `Look at this first: ${inTheWay.join(' ')}`;

/** That it is held, with what the register says against this child's living there. */
export const heldWords = (held: string, { inTheWay }: Pick<PlaceHeld, 'inTheWay'>): string =>
  inTheWay.length === 0 ? held : `${held} ${lookFirst(inTheWay)}`;

/** "the end of 30 November 2026": a place is held or blocked for whole days, and nobody reads midnight as the day before. */
export const untilInWords = (until: Moment): string =>
  londonTimeOf(until) === '00:00'
    ? `the end of ${dayInWords(addDays(londonDayOf(until), -1))}`
    : momentInWords(until);

export const homeHref = (id: number): string => staffPaths.careSetting({ settingId: String(id) });
export const homeLink = ({ setting }: Pick<SettingOnDay, 'setting'>): Html =>
  link(homeHref(setting.id), setting.name);
export const providerHref = (id: number): string => staffPaths.provider({ providerId: String(id) });

const TIER_COLOURS: Readonly<Record<Tier, TagColour>> = {
  'in-house': 'green',
  framework: 'blue',
  spot: 'grey',
};
export const tierTag = (tier: Tier): Html => status(TIERS[tier], TIER_COLOURS[tier]);

const isGood = (state: SettingStanding['state']): boolean => state === 'open';
/** Where a home stands; of carers who are open it says that they are approved. */
export const standingTag = (
  standing: SettingStanding | undefined,
  { kind }: Pick<SettingInRegister, 'kind'>,
): Html => {
  if (standing === undefined) return status('Not recorded', 'grey');
  const { state } = standing;
  const words = isHousehold(kind) && state === 'open' ? 'Approved' : STANDINGS[state];
  if (isGood(state)) return status(words, 'green');
  return status(words, state === 'suspended' || state === 'unregistered' ? 'red' : 'grey');
};

export const judgementWords = (judgement: (Judgement & Period) | undefined): Html => {
  if (judgement === undefined) return html`<span class="app-quiet">None recorded</span>`;
  const words = SETTING_JUDGEMENTS[judgement.outcome];
  return html`${isLowestJudgement(judgement) ? status(words, 'red') : words}<br><span class="app-quiet">${dayInWords(judgement.starts)}</span>`;
};

/** "8 to 17, girls only". */
export const termsWords = (terms: Terms | undefined): string => {
  if (terms === undefined) return 'Not recorded';
  const ages = `${terms.agesFrom} to ${terms.agesTo}`;
  return terms.sexes === 'any' ? ages : `${ages}, ${SEXES_TAKEN[terms.sexes].toLowerCase()}`;
};

export const kindsWords = ({ kinds }: Terms): string =>
  kinds.map((kind, i) => (i === 0 ? FOSTERING_KINDS[kind] : FOSTERING_KINDS[kind].toLowerCase())).join(', ');

/** "2 of 4 vacant", and what the others are. */
export const vacancyWords = ({ places, vacant, over }: Vacancies): string => {
  if (places === undefined) return 'Places not recorded';
  if (over > 0) return `${count(over, 'child', 'children')} more than its ${count(places, 'place')}`;
  return `${vacant} of ${places}`;
};

export const usesWords = ({ children, held, planned, blocked }: Vacancies): string =>
  [
    `${count(children, 'child', 'children')} there`,
    ...(held > 0 ? [`${held} held`] : []),
    ...(planned > 0 ? [`${planned} to move in`] : []),
    ...(blocked > 0 ? [`${blocked} blocked`] : []),
  ].join(', ');

/** What is vacant, and what the rest are; an agency's places are its carers'. */
export const vacancyCell = ({ setting, vacancies }: Pick<SettingOnDay, 'setting' | 'vacancies'>): Html =>
  isAgency(setting.kind)
    ? html`<span class="app-quiet">Its carers’ places</span>`
    : html`<strong>${vacancyWords(vacancies)}</strong><br><span class="app-quiet">${usesWords(vacancies)}</span>`;

/** "From 3 May 2026", "3 May 2026 to 4 June 2026": both days in it. */
export const daysWords = ({ starts, ends }: Period): string =>
  ends === null ? `From ${dayInWords(starts)}` : `${dayInWords(starts)} to ${dayInWords(addDays(ends, -1))}`;
