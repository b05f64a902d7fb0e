import { randomUUID } from 'node:crypto';
import type { SearchView } from '@rightplace/app';
import {
  asksOfEntry,
  asksWhyAgain,
  type EntryKind,
  entryMeaning,
  type Fault,
  type FormQuestion,
  fitQuestion,
  gateMeaning,
  isGate,
  NEEDS,
  needsIn,
  SEARCH_TIERS,
  TELLS_NOBODY,
} from '@rightplace/domain';
import { button, form, type Html, heading, html, insetText, link } from '../../kit/index.ts';
import { errorsOf, questionFields } from '../../parts/question-fields.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { type CameFrom, fromOf } from './came-from.ts';
import { asksWhy, type LookAt, lookAtFields } from './look-at.ts';
import { searchPaths } from './search-paths.ts';
import { childName, writeAddress } from './search-words.ts';

export interface EntryForm {
  readonly csrf: string;
  readonly kind: EntryKind;
  readonly about: number | null;
  readonly given: Readonly<Record<string, unknown>>;
  readonly faults: readonly Fault[];
  readonly key: string | undefined;
  readonly entries?: Readonly<Record<string, number>> | undefined;
  /** Where it leads back to, and goes on. */
  readonly back: { readonly href: string; readonly text: string };
  readonly came: CameFrom | undefined;
  /** Why it could not be written as it was sent. */
  readonly refusal?: string | undefined;
  /** The approach that is there already, where that is why. */
  readonly written?: number | undefined;
  /** Words in it that may tell who the child is, which whoever writes is asked to look at. */
  readonly lookAt?: LookAt;
}

const NOT_ALL_OPENED = 'A tier that is not here is not opened yet. Open it first, on the page of the search.';
const NOT_WHILE_ON_HOLD =
  'A tier that is not here is not opened, and the search is on hold. Go on with it first, on its page, and open the tier there: an approach that was made meanwhile is logged then, with its own day.';
const ASKS_WHY = 'Of a tier that was not opened it is asked why.';
const OF_BEFORE_DENIAL =
  'A tier that was open on an approval that was denied is here for whom you asked before that, and asks why.';
const OPEN_IT_FIRST = ' To ask anybody in it now, open it first, on the page of the search.';
const GO_ON_FIRST =
  ' The search is on hold: whom you asked since is logged once you have gone on with it, on its page, and opened the tier there.';

/** Nobody is asked in a tier that is not opened; what was done all the same is logged with why. */
const tiersToChoose = (
  question: FormQuestion,
  { tiers, approachAsks: { outside }, state }: Pick<SearchView, 'tiers' | 'approachAsks' | 'state'>,
): FormQuestion => {
  if (question.kind !== 'one-of' || question.name !== 'tier') return question;
  const open = tiers.filter(({ tier, at }) => at !== undefined || outside.includes(tier));
  const hints = [
    ...(outside.length === 0
      ? []
      : tiers.every(({ tier, denied }) => denied !== undefined || !outside.includes(tier))
        ? [`${OF_BEFORE_DENIAL}${state === 'on-hold' ? GO_ON_FIRST : OPEN_IT_FIRST}`]
        : [ASKS_WHY]),
    ...(open.length < tiers.length ? [state === 'on-hold' ? NOT_WHILE_ON_HOLD : NOT_ALL_OPENED] : []),
  ];
  return {
    ...question,
    options: Object.fromEntries(open.map(({ tier }) => [tier, SEARCH_TIERS[tier]])),
    ...(hints.length > 0 ? { hint: hints.join(' ') } : {}),
  };
};

/**
 * What is asked of one search: how far a home fits is asked of its own needs alone; a gate is chosen before; why words tell nobody
 * is asked once some are found.
 */
export const asksIn = (
  view: Pick<SearchView, 'request' | 'tiers' | 'approachAsks' | 'state'>,
  kind: EntryKind,
  { lookAt, given }: Partial<Pick<EntryForm, 'lookAt' | 'given'>> = {},
): readonly FormQuestion[] => {
  const needed = new Set(needsIn(view.request).map(({ id }) => id));
  const unasked = new Set([
    ...NEEDS.filter(({ id }) => !needed.has(id)).map(({ id }) => fitQuestion(id)),
    ...(asksWhy(lookAt, given) ? [] : [TELLS_NOBODY]),
  ]);
  return asksOfEntry(kind, view.approachAsks)
    .filter(({ name }) => !unasked.has(name) && name !== 'gate')
    .map((question) => tiersToChoose(question, view));
};

/** An approach is most often of this moment, in the tier that is open. */
export const offeredFor = (
  { tiers, today, asksHomes }: Pick<SearchView, 'tiers' | 'today' | 'asksHomes'>,
  kind: EntryKind,
): Readonly<Record<string, string>> => {
  if (kind === 'approach') {
    const open = tiers.filter(({ isOpen }) => isOpen);
    const tier = open.length === 1 ? open[0]?.tier : undefined;
    return { ...(asksHomes ? { 'sent-on': today } : {}), ...(tier === undefined ? {} : { tier }) };
  }
  return kind === 'opened' || kind === 'gate' ? { on: today } : {};
};

const whom = (view: SearchView, about: number | null): string => {
  const { approaches, offers } = view.standing.search;
  const offer = offers.find(({ number }) => number === about);
  if (offer !== undefined) return `${offer.home}, ${offer.provider}`;
  return (
    approaches.find(
      ({ number, questions }) => number === about || questions.some((question) => question.number === about),
    )?.provider ?? `A home for ${childName(view)}`
  );
};

/** What is answered, beside where the answer is written. */
const askedPart = ({ standing }: SearchView, { kind, about }: EntryForm): Html | false => {
  const questions = standing.search.approaches.flatMap((approach) => approach.questions);
  const asked = kind === 'answer' && questions.find(({ number }) => number === about)?.asked;
  return asked ? insetText({ text: asked }) : false;
};

const gatePart = (given: EntryForm['given']): Html | false => {
  const gate = typeof given.gate === 'string' && isGate(given.gate) ? given.gate : undefined;
  return (
    gate !== undefined &&
    html`${insetText({ text: `${gateMeaning(gate).title}. ${gateMeaning(gate).sentence} Record: ${gateMeaning(gate).asks ?? ''}.` })}
<input type="hidden" name="gate" value="${gate}">`
  );
};

const refusalPart = ({ id }: SearchView, { refusal, written }: EntryForm): Html | false =>
  refusal !== undefined &&
  (written === undefined
    ? insetText({ text: refusal })
    : insetText({
        html: html`${refusal} ${link(searchPaths.searchApproach({ caseId: String(id), entry: String(written) }), 'Look at the approach that is there')}`,
      }));

/** What the social worker declined with the others is shared again for a reason. */
const whyAgain = (
  question: FormQuestion,
  { standing }: SearchView,
  { kind, about }: EntryForm,
): FormQuestion => {
  const offer = kind === 'shared' && standing.search.offers.find(({ number }) => number === about);
  if (!offer || question.name !== 'words' || !asksWhyAgain(offer, standing)) return question;
  const { optional: _, ...asked } = question;
  return { ...asked, label: 'Why is it put to the social worker again, who chose none of the offers?' };
};

/** Why homes are asked no more, where approaches are still logged. */
const LATE_IN_WORDS: Readonly<Record<Exclude<SearchView['approachAsks']['late'], 'never'>, string>> = {
  always:
    'The child has moved in. Whom you approached is still logged, with its day and why it is logged only now.',
  over: 'The search is over. Whom you approached before it ended is still logged, with its day and why it is logged only now. Nothing more is sent to anybody.',
  'where-late':
    'The director has approved a home for this child. Log whom you approached before that: on which day, and on the day of the approval at what time. Whom you approached when it was approved already is logged with why.',
};
const latePart = ({ approachAsks: { late } }: SearchView): Html | false =>
  late !== 'never' && insetText({ text: LATE_IN_WORDS[late] });

/** A form for one entry of the log. Sent twice it is one entry, and nothing typed is lost with a refusal. */
export const writePage = (view: SearchView, shown: EntryForm): Page => {
  const { kind, about, faults } = shown;
  const asks = asksIn(view, kind, shown).map((question) => whyAgain(question, view, shown));
  const errors = errorsOf(faults, asks);
  const meaning = entryMeaning(kind);
  const bad = errors.any || shown.refusal !== undefined;
  return page({
    title: `${meaning.button}: ${childName(view)}`,
    section: 'searches',
    status: bad ? 422 : 200,
    titlePrefixError: bad,
    childrenNamed: [view.child.id],
    backLink: shown.back,
    main: readingWidth(html`${errors.summary}
${heading(1, meaning.button, { caption: whom(view, about) })}
${refusalPart(view, shown)}
${askedPart(view, shown)}
${kind === 'approach' && shown.refusal === undefined && latePart(view)}
${form({
  action: writeAddress(view, kind, undefined, fromOf(shown.came)),
  csrfToken: shown.csrf,
  main: html`<input type="hidden" name="_key" value="${shown.key ?? randomUUID()}">
${about !== null && html`<input type="hidden" name="about" value="${String(about)}">`}
${gatePart(shown.given)}
${lookAtFields(shown.lookAt)}
${asks.length === 0 && html`<p class="govuk-body">Your name and the time are recorded with it.</p>`}
${questionFields(asks, { ...shown, entries: shown.entries })}
${button({ text: meaning.button, preventDoubleClick: true })}`,
})}`),
  });
};
