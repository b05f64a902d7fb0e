import type { ReferralView } from '@rightplace/app';
import { type FormQuestion, fitQuestion, NEEDS, type ToldOfNeed, toldOfNeed } from '@rightplace/domain';
import { details, type Html, html } from '../kit/index.ts';

/** Characters of what is said of a need that are read with its question; the rest is opened. */
const SHORT = 200;

const ended = (text: string): string => (/[.!?…”]$/u.test(text) ? text : `${text}.`);

const withLabel = ({ label, paragraphs }: ToldOfNeed): string =>
  ended(`${label}${label.endsWith('?') ? '' : ':'} ${paragraphs.join(' ')}`);

const inOneLine = (told: readonly ToldOfNeed[]): string => {
  const [only, ...others] = told;
  return only?.standsAlone === true && others.length === 0
    ? only.paragraphs.join(' ')
    : told.map(withLabel).join(' ');
};

const begun = (text: string): string =>
  `${text.slice(0, text.lastIndexOf(' ', SHORT) + 1 || SHORT).trimEnd()} …`;

const inFull = (told: readonly ToldOfNeed[]): Html =>
  details({
    summaryText: 'All that the referral says of it',
    html: html`${told.map(
      ({ label, paragraphs }) =>
        html`<p class="govuk-body"><strong>${label}</strong>${paragraphs.map((text) => html`<br>${text}`)}</p>`,
    )}`,
  });

export interface AskedWithNeeds {
  readonly asks: readonly FormQuestion[];
  /** What is too long to be read with its question, by the question. */
  readonly more: ReadonlyMap<string, Html>;
}

/**
 * Beside how far a home fits each need, what the referral says of the need: of the profile that went with it, which is the first stage,
 * whatever was sent later. That is read on a page of its own, where each reading of it is recorded.
 */
export const askedWithNeeds = (
  asks: readonly FormQuestion[],
  { profile }: Pick<ReferralView, 'profile'>,
): AskedWithNeeds => {
  if (profile === undefined) return { asks, more: new Map() };
  const told = new Map(NEEDS.map((need) => [fitQuestion(need.id), toldOfNeed(profile, need)]));
  const more = new Map<string, Html>();
  const asked = asks.map((question): FormQuestion => {
    const said = told.get(question.name);
    if (said === undefined) return question;
    if (said.length === 0) return { ...question, hint: 'The profile that you were sent says nothing of it.' };
    const text = inOneLine(said);
    if (text.length <= SHORT) return { ...question, hint: text };
    more.set(question.name, inFull(said));
    return { ...question, hint: begun(text) };
  });
  return { asks: asked, more };
};
