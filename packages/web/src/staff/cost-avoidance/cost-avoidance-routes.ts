import {
  AVOIDANCE_DECISIONS,
  type AvoidanceDecisionAsked,
  beginAvoidance,
  decideAvoidance,
  downloadCostAvoided,
  draftAvoidance,
  listCostAvoided,
  openAvoidance,
  type World,
} from '@rightplace/app';
import { avoidanceQuestions, type CollectionYear, collectionYearOf, mayAttempt } from '@rightplace/domain';
import { html } from '../../kit/index.ts';
import { typedAnswers } from '../../parts/question-fields.ts';
import { type Answer, download, notFound, redirect } from '../../server/answer.ts';
import { notRecordedPage } from '../../server/not-recorded-page.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { staffPaths } from '../paths.ts';
import { wholeNumber } from '../sign-in/sign-in-routes.ts';
import { avoidedPage } from './avoided-page.ts';
import { downloadAvoidedPage } from './download-page.ts';
import { draftPage } from './draft-page.ts';
import { linePage } from './line-page.ts';

type OfAgreement = Visit<{ readonly agreementId: string }>;
type OfLine = Visit<{ readonly lineId: string }>;
type OfDecision = Visit<{ readonly lineId: string; readonly decision: string }>;

const OF_AGREEMENT = { agreementId: '1' };
const OF_LINE = { lineId: '1' };

/** What is out of somebody's reach is as if it were not there. */
const instead = <R extends { readonly kind: 'refused'; readonly name: string }>(refusal: R) =>
  refusal.name === 'out-of-reach' ? notFound : refusal;

const yearIn = (typed: URLSearchParams): CollectionYear | undefined => {
  const year = wholeNumber(typed.get('year') ?? '');
  return year >= 2000 && year <= 2200 ? year : undefined;
};

const insteadOfIn = (typed: URLSearchParams): number | undefined => {
  const given = typed.get('instead-of');
  return given === null ? undefined : wholeNumber(given);
};

const toLine = (id: number, notice: string): Answer =>
  redirect(staffPaths.costAvoidedLine({ lineId: String(id) }), { notice });

const showDraft = async ({ params, query, signedIn, csrf }: OfAgreement, world: World): Promise<Answer> => {
  const found = await beginAvoidance(world, signedIn, {
    agreement: wholeNumber(params.agreementId),
    of: query.get('of') ?? undefined,
    insteadOf: insteadOfIn(query),
  });
  if (found === undefined) return notFound;
  return found.kind === 'refused' ? instead(found as never) : draftPage(found, { csrf });
};

const sendDraft = async ({ params, form, signedIn, csrf }: OfAgreement, world: World): Promise<Answer> => {
  const agreement = wholeNumber(params.agreementId);
  const insteadOf = insteadOfIn(form);
  const found = await beginAvoidance(world, signedIn, { agreement, insteadOf });
  if (found === undefined) return notFound;
  if (found.kind === 'refused') return instead(found as never);
  const given = typedAnswers(form, avoidanceQuestions(found.lines));
  const key = form.get('_key') ?? '';
  const drafted = await draftAvoidance(world, signedIn, { agreement, insteadOf, key, typed: given });
  if (drafted === undefined) return notFound;
  if (drafted.kind === 'avoidance-drafted')
    return toLine(drafted.id, 'The line is drafted. Finance verifies it or sends it back.');
  if ('faults' in drafted && drafted.name === 'not-drafted')
    return draftPage(found, { csrf, given, key, faults: drafted.faults });
  // Sent again it is another line, and so another form.
  if (drafted.name === 'said-otherwise')
    return draftPage(found, { csrf, given, faults: [{ question: 'of', sentence: drafted.sentence }] });
  return drafted.name === 'counted-already'
    ? draftPage(found, { csrf, given, key, faults: [{ question: 'of', sentence: drafted.sentence }] })
    : instead(drafted as never);
};

const isDecision = (text: string): text is AvoidanceDecisionAsked => Object.hasOwn(AVOIDANCE_DECISIONS, text);

const DECIDED: Readonly<Record<AvoidanceDecisionAsked, string>> = {
  verify: 'The line is verified, and counts in figures.',
  'send-back': 'The line is sent back. It counts nowhere until it is drafted anew and verified.',
  'take-back': 'The line is taken back, and counts nowhere.',
};

const decide = async (visit: OfDecision, world: World): Promise<Answer> => {
  const { params, form, signedIn, csrf } = visit;
  const { decision } = params;
  if (!isDecision(decision)) return notFound;
  const id = wholeNumber(params.lineId);
  const reason = form.get('reason') ?? '';
  const answer = await decideAvoidance(world, signedIn, {
    id,
    decision,
    reason,
    seen: wholeNumber(form.get('seen') ?? ''),
  });
  if (answer === undefined) return notFound;
  if (answer.kind === 'avoidance-decided') return toLine(id, DECIDED[decision]);
  if (answer.name === 'reason-needed' || answer.name === 'came-to-nothing') {
    const view = await openAvoidance(world, signedIn, id);
    return view?.kind === 'avoidance'
      ? linePage(view, { csrf, problem: { decision, sentence: answer.sentence }, typed: reason })
      : notFound;
  }
  return answer.name === 'changed-meanwhile' ||
    answer.name === 'drafted-it-yourself' ||
    answer.name === 'negotiated-it-yourself' ||
    answer.name === 'not-open'
    ? notRecordedPage({
        title: 'It was not recorded',
        sentence: answer.sentence,
        section: 'commitments',
        form,
        goOn: html`<a class="govuk-link" href="${staffPaths.costAvoidedLine({ lineId: params.lineId })}">Look at the line as it is now</a>`,
      })
    : instead(answer);
};

/** Lines of cost avoided. Each use case records who saw, drafted or decided what. */
export const costAvoidanceRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.costAvoided,
    action: 'see-cost-avoidance',
    audit: 'cost-avoidance-listed',
    recordsItself: true,
    handler: async ({ signedIn, query, today }, world) => {
      const list = await listCostAvoided(world, signedIn, { year: yearIn(query) });
      if (list.kind === 'refused') return list;
      const answer = mayAttempt({ actor: signedIn.actor, action: 'download-cost-avoidance', on: today });
      const mayDownload = answer.kind === 'may' || answer.name === 'purpose-needed';
      return avoidedPage(list, { mayDownload });
    },
  }),
  route({
    method: 'GET',
    path: staffPaths.downloadCostAvoided,
    action: 'download-cost-avoidance',
    audit: 'nothing',
    handler: ({ csrf, query, today }) =>
      downloadAvoidedPage({ csrf, year: yearIn(query) ?? collectionYearOf(today) }),
  }),
  route({
    method: 'POST',
    path: staffPaths.downloadCostAvoided,
    action: 'download-cost-avoidance',
    audit: 'cost-avoidance-downloaded',
    handler: async ({ signedIn, form, csrf, today }, world) => {
      const year = yearIn(form);
      const file = await downloadCostAvoided(world, signedIn, { year, purpose: form.get('purpose') ?? '' });
      if (file.kind === 'file')
        return download({ name: file.name, type: 'text/csv; charset=utf-8', body: file.text });
      return file.name === 'purpose-needed'
        ? downloadAvoidedPage({ csrf, year: year ?? collectionYearOf(today), problem: file.sentence })
        : file;
    },
  }),
  route({
    method: 'GET',
    path: staffPaths.costAvoidedLine,
    example: OF_LINE,
    action: 'see-cost-avoidance',
    audit: 'cost-avoidance-viewed',
    recordsItself: true,
    handler: async ({ params, signedIn, csrf }: OfLine, world) => {
      const view = await openAvoidance(world, signedIn, wholeNumber(params.lineId));
      if (view === undefined) return notFound;
      return view.kind === 'refused' ? instead(view) : linePage(view, { csrf });
    },
  }),
  route({
    method: 'POST',
    path: staffPaths.decideCostAvoided,
    example: { ...OF_LINE, decision: 'verify' },
    action: 'see-cost-avoidance',
    audit: 'cost-avoidance-decided',
    handler: decide,
  }),
  route({
    method: 'GET',
    path: staffPaths.draftCostAvoided,
    example: OF_AGREEMENT,
    action: 'draft-cost-avoidance',
    audit: 'nothing',
    handler: showDraft,
  }),
  route({
    method: 'POST',
    path: staffPaths.draftCostAvoided,
    example: OF_AGREEMENT,
    action: 'draft-cost-avoidance',
    audit: 'cost-avoidance-drafted',
    handler: sendDraft,
  }),
];
