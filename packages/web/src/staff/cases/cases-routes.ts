import {
  type CaseStep,
  type CaseView,
  openCase,
  openFromCase,
  type SignedIn,
  saveEvidence,
  showYourWork,
  takeStep,
  type World,
  whyActingIsOver,
} from '@rightplace/app';
import { type Action, type FormSection, mayAttempt, WORD_OF } from '@rightplace/domain';
import { html } from '../../kit/index.ts';
import { typedAnswers } from '../../parts/question-fields.ts';
import { type Answer, notFound, redirect } from '../../server/answer.ts';
import { notRecordedPage } from '../../server/not-recorded-page.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { agreementLinkPart, approvalLinkPart } from '../agreements/agreement-link.ts';
import { movedWith, movesWith } from '../agreements/by-move-part.ts';
import { conflictLinks } from '../conflicts/conflict-links.ts';
import { checkEnding } from '../leaving-care/check-ending.ts';
import { staffPaths } from '../paths.ts';
import { kinderWordsPart, profileLinkPart } from '../profile/quality-part.ts';
import { cameTo } from '../search/came-from.ts';
import { notDeclined } from '../search/not-declined.ts';
import { wholeNumber } from '../sign-in/sign-in-routes.ts';
import { actingOverPage } from '../standing-in/acting-over-page.ts';
import { askedIn, type TypedIn } from './asked-in.ts';
import { sectionPage, stepPage } from './case-form-pages.ts';
import { casePage } from './case-page.ts';
import { myWorkPage } from './my-work-page.ts';
import { pagesOfWork } from './work-in-pages.ts';

type OfCase = Visit<{ readonly caseId: string }>;
type OfSection = Visit<{ readonly caseId: string; readonly sectionId: string }>;
type OfStep = Visit<{ readonly caseId: string; readonly stepId: string }>;

const EXAMPLE = { caseId: '1' };
const SECTION = { ...EXAMPLE, sectionId: 'child' };
const STEP = { ...EXAMPLE, stepId: 'submit' };

const caseFor = (world: World, signedIn: SignedIn, { caseId }: { readonly caseId: string }) =>
  openCase(world, signedIn, wholeNumber(caseId));

const hidden = (answer: { readonly name: string }): boolean => answer.name === 'out-of-reach';

const onCase = async (
  visit: Visit<{ readonly caseId: string }>,
  world: World,
  show: (view: CaseView) => Answer | Promise<Answer>,
): Promise<Answer> => {
  const view = await caseFor(world, visit.signedIn, visit.params);
  if (view.kind === 'refused') return hidden(view) ? notFound : view;
  return show(view);
};

const TAKEN = 'It is recorded, with your name and the time.';

/** For what is sent: where it was begun in a colleague's role that is over by now, that is said, with what was typed. */
const onSent = async (
  visit: Visit<{ readonly caseId: string } & TypedIn>,
  world: World,
  show: (view: CaseView) => Promise<Answer>,
): Promise<Answer> => {
  const view = await caseFor(world, visit.signedIn, visit.params);
  if (view.kind !== 'refused') return show(view);
  if (!hidden(view)) return view;
  const { form, params } = visit;
  const over = await whyActingIsOver(world, visit.signedIn, {
    id: wholeNumber(params.caseId),
    key: form.get('_key') ?? '',
    step: params.stepId,
    said: typedInStep(form, { asks: askedIn(params, form) }),
  });
  if (over?.kind === 'step-taken') return redirect(staffPaths.myWork(), { notice: TAKEN });
  if (over?.name === 'said-otherwise') return notRecorded(over.sentence, visit, MY_WORK);
  return over === undefined ? notFound : actingOverPage(over.sentence, visit);
};

const sectionOf = ({ form }: CaseView, id: string): FormSection | undefined =>
  form.sections.find((one) => one.id === id);

const back = ({ caseId }: { readonly caseId: string }, notice: string): Answer =>
  redirect(staffPaths.case({ caseId }), { notice });

/** A refusal of what was sent, which may be long: it is not lost with it. */
const notRecorded = (
  sentence: string,
  { form, params }: Visit<{ readonly caseId: string } & TypedIn>,
  goOn = html`<a class="govuk-link" href="${staffPaths.case({ caseId: params.caseId })}">The request as it is now</a>`,
): Answer =>
  notRecordedPage({
    title: 'It was not recorded',
    sentence,
    section: 'my-work',
    form,
    asked: askedIn(params, form),
    goOn,
  });

/** From a case that is out of their reach by now. */
const MY_WORK = html`<a class="govuk-link" href="${staffPaths.myWork()}">My work</a>`;

/** Of a question of several parts, such as a day, some of them. */
const isTyped = (given: unknown): boolean =>
  typeof given === 'string'
    ? given.trim() !== ''
    : typeof given === 'object' && given !== null && Object.values(given).some(isTyped);

const addedTo = (
  form: URLSearchParams,
  typed: Readonly<Record<string, unknown>>,
): Readonly<Record<string, number>> | undefined => {
  const name = form.get('add');
  const entries = name === null ? undefined : typed[name];
  return name === null || !Array.isArray(entries) ? undefined : { [name]: entries.length + 1 };
};

const saveSection = async (visit: OfSection, world: World): Promise<Answer> =>
  onSent(visit, world, async (view) => {
    const { form, params, signedIn, csrf } = visit;
    const section = sectionOf(view, params.sectionId);
    if (section === undefined) return notFound;
    const typed = typedAnswers(form, section.questions);
    const saved = await saveEvidence(world, signedIn, {
      id: view.id,
      section: section.id,
      basedOn: wholeNumber(form.get('revision') ?? '') || 0,
      typed,
    });
    const entries = addedTo(form, typed);
    if (saved.kind === 'refused') {
      if (saved.name === 'not-written-now') return notRecorded(saved.sentence, visit);
      if (saved.name !== 'written-meanwhile') return saved;
      return sectionPage(view, section, {
        csrf,
        given: typed,
        faults: [],
        revision: saved.revision,
        meanwhile: saved,
      });
    }
    const faulty = { csrf, given: typed, faults: saved.missing, revision: saved.revision };
    if (entries !== undefined) return sectionPage(view, section, { ...faulty, faults: [], entries });
    const wrong = saved.missing.length > 0;
    // What could not be kept as it was typed is nowhere but in the form.
    const isLost = saved.missing.some(
      ({ question, entry }) => entry === undefined && isTyped(typed[question]),
    );
    if (wrong && (form.get('later') !== 'yes' || isLost)) return sectionPage(view, section, faulty);
    return back(
      params,
      wrong ? `“${section.title}” is saved as far as it is.` : `“${section.title}” is saved and complete.`,
    );
  });

const typedInStep = (
  form: URLSearchParams,
  { asks }: Pick<CaseStep, 'asks'>,
): Readonly<Record<string, unknown>> => {
  const wordOf = form.get(WORD_OF);
  return { ...typedAnswers(form, asks), ...(wordOf === null ? {} : { [WORD_OF]: wordOf }) };
};

const openFrom = async (visit: OfCase, world: World): Promise<Answer> => {
  const { form, params, signedIn } = visit;
  const id = wholeNumber(params.caseId);
  const answer = await openFromCase(world, signedIn, {
    id,
    key: form.get('_key') ?? '',
    to: form.get('to') ?? undefined,
  });
  if (answer.kind === 'opened-from') return redirect(staffPaths.case({ caseId: String(answer.id) }));
  return hidden(answer) ? notFound : answer;
};

/** Back to the case, unless the step took it out of their reach: a word answered for, a child listed for another’s meeting. */
const afterStep = async ({ signedIn, params, query }: OfStep, world: World): Promise<Answer> => {
  const view = await caseFor(world, signedIn, params);
  if (view.kind === 'refused') return redirect(staffPaths.myWork(), { notice: TAKEN });
  const notice = [TAKEN, await notDeclined(world, signedIn, { id: view.id, step: params.stepId })]
    .filter((sentence) => sentence !== undefined)
    .join(' ');
  return cameTo(view, query) === undefined
    ? back(params, notice)
    : redirect(staffPaths.search(params), { notice });
};

const take = async (visit: OfStep, world: World): Promise<Answer> =>
  onSent(visit, world, async (view) => {
    const { form, params, signedIn, csrf } = visit;
    const step = view.steps.find(({ id }) => id === params.stepId);
    const key = form.get('_key') ?? '';
    // A step that was taken may be offered no more: what its form says is read all the same.
    const given = typedInStep(form, step ?? { asks: askedIn(params, form) });
    const entries = addedTo(form, given);
    // What whoever sends it has seen, however often the form comes back to them.
    const seen = wholeNumber(form.get('seen') ?? '');
    const note = step !== undefined && (await movesWith(world, signedIn, { view, step }));
    const came = cameTo(view, visit.query);
    if (step !== undefined && entries !== undefined)
      return stepPage(view, step, { csrf, key, given, faults: [], entries, seen, note, came });
    if (step !== undefined) {
      const check = await checkEnding(visit, world, { view, step, given, key, seen });
      if (check !== undefined) return check;
    }
    const answer = await takeStep(world, signedIn, {
      id: view.id,
      step: params.stepId,
      key,
      seen,
      said: given,
    });
    if (answer.kind === 'step-taken') return afterStep(visit, world);
    if (hidden(answer)) return notFound;
    if (answer.name === 'acting-over') return actingOverPage(answer.sentence, visit);
    if (answer.name === 'not-said' && step !== undefined)
      return stepPage(view, step, { csrf, key, given, faults: answer.faults, seen, note, came });
    return notRecorded(answer.sentence, visit);
  });

export const casesRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.myWork,
    action: 'list-my-work',
    audit: 'my-work-listed',
    recordsItself: true,
    handler: async ({ signedIn, today, query }, world) => {
      const pages = pagesOfWork(query);
      const yours = await showYourWork(world, signedIn, pages);
      if (yours.kind === 'refused') return yours;
      const may = (action: Action): boolean =>
        mayAttempt({ actor: signedIn.actor, action, on: today }).kind === 'may';
      return myWorkPage(yours, {
        mayBegin: may('begin-entry-to-care'),
        ways: {
          toQueue: may('see-team-queue'),
          toDecisions: may('see-decision-times'),
          toConflicts: may('see-conflicts'),
        },
        today,
        pages,
      });
    },
  }),
  route({
    method: 'GET',
    path: staffPaths.case,
    example: EXAMPLE,
    action: 'open-cases',
    audit: 'case-viewed',
    handler: (visit: OfCase, world) =>
      onCase(visit, world, async (view) => {
        const may = (action: Action): boolean =>
          mayAttempt({ actor: visit.signedIn.actor, action, on: visit.today }).kind === 'may';
        const beside = html`${kinderWordsPart(view)}${profileLinkPart(view, may('see-profile'))}${approvalLinkPart(view, may('see-placement-request'))}${agreementLinkPart(view, may('see-agreement'), await movedWith(world, visit.signedIn, view))}${!view.isSealed && conflictLinks(visit, view.child.id)}`;
        return casePage(view, visit.csrf, beside, cameTo(view, visit.query));
      }),
  }),
  route({
    method: 'POST',
    path: staffPaths.openFromCase,
    example: EXAMPLE,
    action: 'act-on-cases',
    audit: 'case-opened-from',
    handler: openFrom,
  }),
  route({
    method: 'GET',
    path: staffPaths.caseSection,
    example: SECTION,
    action: 'act-on-cases',
    audit: 'case-viewed',
    handler: (visit: OfSection, world) =>
      onCase(visit, world, (view) => {
        const section = sectionOf(view, visit.params.sectionId);
        if (section === undefined) return notFound;
        if (!view.mayWrite) return redirect(staffPaths.case(visit.params));
        return sectionPage(view, section, {
          csrf: visit.csrf,
          given: view.answers,
          faults: [],
          revision: view.revision,
        });
      }),
  }),
  route({
    method: 'POST',
    path: staffPaths.caseSection,
    example: SECTION,
    action: 'act-on-cases',
    audit: 'case-evidence-saved',
    handler: saveSection,
  }),
  route({
    method: 'GET',
    path: staffPaths.caseStep,
    example: STEP,
    action: 'act-on-cases',
    audit: 'case-viewed',
    handler: (visit: OfStep, world) =>
      onCase(visit, world, async (view) => {
        const step = view.steps.find(({ id }) => id === visit.params.stepId);
        if (step === undefined) return redirect(staffPaths.case(visit.params));
        return stepPage(view, step, {
          csrf: visit.csrf,
          key: undefined,
          given: step.offered,
          faults: [],
          note: await movesWith(world, visit.signedIn, { view, step }),
          came: cameTo(view, visit.query),
        });
      }),
  }),
  route({
    method: 'POST',
    path: staffPaths.caseStep,
    example: STEP,
    action: 'act-on-cases',
    audit: 'case-step-taken',
    handler: take,
  }),
];
