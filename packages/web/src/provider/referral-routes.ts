import {
  answerReferral,
  listReferrals,
  openDisclosed,
  openReferral,
  type ReferralView,
  type World,
} from '@rightplace/app';
import { asksOfProvider, type FormQuestion, isSaidByProvider, type SaidByProvider } from '@rightplace/domain';
import { type Html, heading, html, link } from '../kit/index.ts';
import { typedAnswers } from '../parts/question-fields.ts';
import { type Answer, notFound, page, redirect } from '../server/answer.ts';
import { readingWidth } from '../server/reading-width.ts';
import { portalRoute, type Route } from '../server/route.ts';
import { typedList } from '../server/typed-list.ts';
import type { PortalVisit } from '../server/visit.ts';
import { answerPage } from './answer-page.ts';
import { disclosedPage } from './disclosed-page.ts';
import { providerPaths } from './paths.ts';
import { referralPage } from './referral-page.ts';
import { referralAddress } from './referral-words.ts';
import { referralsPage } from './referrals-page.ts';

type OfReferral = PortalVisit<{ readonly caseId: string; readonly entry: string }>;
type OfSent = PortalVisit<{ readonly caseId: string; readonly entry: string; readonly sent: string }>;
type OfKind = PortalVisit<{ readonly caseId: string; readonly entry: string; readonly kind: string }>;

const EXAMPLE = { caseId: '1', entry: '1' };

/** None where it is no number: no referral has it. */
const numberIn = (text: string | null): number =>
  text !== null && /^\d{1,9}$/.test(text) ? Number(text) : 0;

const askedFor = ({ params }: OfReferral) => ({
  caseId: numberIn(params.caseId),
  referral: numberIn(params.entry),
});

const onReferral = async (
  visit: OfReferral,
  world: World,
  show: (view: ReferralView) => Answer | Promise<Answer>,
): Promise<Answer> => {
  const view = await openReferral(world, visit.visitor, askedFor(visit));
  return view.kind === 'referral' ? show(view) : notFound;
};

/** What a further offer begins with: an earlier one, or the home that was asked. */
const offered = ({ referral }: ReferralView, kind: SaidByProvider, from: number) => {
  if (kind !== 'offer') return {};
  const earlier = referral.offers.find(({ number }) => number === from);
  const home = referral.approach.home;
  return earlier?.said ?? (home === undefined ? {} : { home });
};

/** Whether an answer would be taken: a page that was kept leads back to the referral as it is now. */
const isAskedFor = ({ referral, takesOffers }: ReferralView, kind: SaidByProvider): boolean => {
  if (referral.standing === 'closed') return false;
  if (kind === 'declined') return referral.offers.every(({ withdrawn }) => withdrawn !== undefined);
  return kind !== 'offer' || takesOffers;
};

const showForm = (visit: OfKind, world: World): Promise<Answer> =>
  onReferral(visit, world, (view) => {
    const { kind } = visit.params;
    if (!isSaidByProvider(kind)) return notFound;
    if (!isAskedFor(view, kind)) return redirect(referralAddress(view.referral));
    const offer = numberIn(visit.query.get('offer'));
    if (kind === 'withdrawn' && !view.referral.offers.some(({ number }) => number === offer)) return notFound;
    return answerPage(view, {
      csrf: visit.csrf,
      kind,
      offer: kind === 'withdrawn' ? offer : undefined,
      given: offered(view, kind, numberIn(visit.query.get('from'))),
      faults: [],
      key: undefined,
      known: view.referral.offers.length,
    });
  });

/** What was chosen, in the words that were chosen, and what else was typed. */
const typedInWords = (form: URLSearchParams, asks: readonly FormQuestion[]): Html => {
  const chosen = asks.flatMap(({ name, label, ...question }) => {
    const words = question.kind === 'one-of' ? question.options[form.get(name) ?? ''] : undefined;
    return words === undefined ? [] : [{ name, said: [label, words] as const }];
  });
  const names = new Set(chosen.map(({ name }) => name));
  return typedList(
    [...form].filter(([name]) => !names.has(name)),
    chosen.map(({ said }) => said),
  );
};

const notTaken = (
  { referral, needs }: ReferralView,
  sentence: string,
  { form, kind }: { readonly form: URLSearchParams; readonly kind: SaidByProvider },
): Answer =>
  page({
    title: 'Your answer was not taken',
    section: 'referrals',
    status: 403,
    main: readingWidth(html`${heading(1, 'Your answer was not taken')}
<p class="govuk-body">${sentence}</p>
${typedInWords(form, asksOfProvider(kind, needs))}
<p class="govuk-body">${link(referralAddress(referral), 'The referral as it is now')}</p>`),
  });

const ANSWERED: Readonly<Record<SaidByProvider, string>> = {
  question: 'Your question was sent.',
  declined: 'The placements team has been told that you decline.',
  offer: 'Your offer was sent.',
  withdrawn: 'Your offer was withdrawn.',
};

const SENT_BEFORE = 'You had already sent this very offer. It stands once, and was not sent a second time.';

/** One more line of a list, where that was pressed. */
const addedTo = (form: URLSearchParams, typed: Readonly<Record<string, unknown>>) => {
  const name = form.get('add');
  const entries = name === null ? undefined : typed[name];
  return name === null || !Array.isArray(entries) ? undefined : { [name]: entries.length + 1 };
};

const answer = (visit: OfKind, world: World): Promise<Answer> =>
  onReferral(visit, world, async (view) => {
    const { form, csrf, params, visitor } = visit;
    const { kind } = params;
    if (!isSaidByProvider(kind)) return notFound;
    const given = typedAnswers(form, asksOfProvider(kind, view.needs));
    const key = form.get('_key') ?? '';
    const offer = form.has('offer') ? numberIn(form.get('offer')) : undefined;
    const known = numberIn(form.get('_known'));
    const shown = { csrf, kind, offer, given, faults: [], key, known };
    const entries = addedTo(form, given);
    if (entries !== undefined) return answerPage(view, { ...shown, entries });
    const said = { ...askedFor(visit), kind, offer, known, key, typed: given };
    const sent = await answerReferral(world, visitor, said);
    if (sent.kind !== 'refused')
      return redirect(referralAddress(view.referral), {
        notice: sent.kind === 'offer-sent-before' ? SENT_BEFORE : ANSWERED[kind],
      });
    if (sent.name === 'no-such-referral') return notFound;
    if (sent.name === 'other-offers-sent')
      return answerPage(view, { ...shown, key: undefined, known: sent.known, before: sent.offers });
    return 'faults' in sent
      ? answerPage(view, { ...shown, faults: sent.faults })
      : notTaken(view, sent.sentence, { form, kind });
  });

const showDisclosed = async (visit: OfSent, world: World): Promise<Answer> => {
  const asked = { ...askedFor(visit), sent: numberIn(visit.params.sent) };
  const view = await openDisclosed(world, visit.visitor, asked);
  if (view.kind === 'disclosed') return disclosedPage(view);
  if (view.name === 'no-such-referral') return notFound;
  const { caseId, entry } = visit.params;
  return page({
    title: 'It is no longer shown',
    section: 'referrals',
    status: 403,
    main: readingWidth(html`${heading(1, 'It is no longer shown')}
<p class="govuk-body">${view.sentence}</p>
<p class="govuk-body">${link(providerPaths.referral({ caseId, entry }), 'The referral')}</p>`),
  });
};

/** What a provider was sent, and what it says to it. */
export const referralRoutes: readonly Route[] = [
  portalRoute({
    method: 'GET',
    path: providerPaths.referrals,
    action: 'signed-in',
    audit: 'referrals-listed',
    recordsItself: true,
    handler: async ({ visitor, query }, world) => referralsPage(await listReferrals(world, visitor), query),
  }),
  portalRoute({
    method: 'GET',
    path: providerPaths.referral,
    example: EXAMPLE,
    action: 'signed-in',
    audit: 'referral-viewed',
    recordsItself: true,
    handler: (visit: OfReferral, world) => onReferral(visit, world, referralPage),
  }),
  portalRoute({
    method: 'GET',
    path: providerPaths.disclosed,
    example: { ...EXAMPLE, sent: '1' },
    action: 'signed-in',
    audit: 'disclosed-profile-viewed',
    recordsItself: true,
    handler: showDisclosed,
  }),
  portalRoute({
    method: 'GET',
    path: providerPaths.answerReferral,
    example: { ...EXAMPLE, kind: 'question' },
    action: 'signed-in',
    audit: 'referral-viewed',
    recordsItself: true,
    handler: showForm,
  }),
  portalRoute({
    method: 'POST',
    path: providerPaths.answerReferral,
    example: { ...EXAMPLE, kind: 'question' },
    action: 'signed-in',
    audit: 'referral-answered',
    handler: answer,
  }),
];
