import {
  beginEntry,
  type CaseView,
  listDue,
  listMyWork,
  openCase,
  type SignedIn,
  saveEvidence,
  showActing,
  takeStep,
  type World,
  whyActingIsOver,
} from '@rightplace/app';
import { childId, ENTRY_EVIDENCE, type FormSection, mayAttempt, type Sex } from '@rightplace/domain';
import { type Answer, notFound, redirect } from '../../server/answer.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { dayTyped } from '../day-fields.ts';
import { staffPaths } from '../paths.ts';
import { wholeNumber } from '../sign-in/sign-in-routes.ts';
import { actingOverPage } from '../standing-in/acting-over-page.ts';
import { type BeginForm, beginPage } from './begin-page.ts';
import { sectionPage, stepPage } from './case-form-pages.ts';
import { casePage } from './case-page.ts';
import { myWorkPage } from './my-work-page.ts';
import { typedAnswers } from './question-fields.ts';

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

/** For what is sent: where it was begun in a colleague's role that is over by now, that is said, with what was typed. */
const onSent = async (
  visit: Visit<{ readonly caseId: string }>,
  world: World,
  show: (view: CaseView) => Promise<Answer>,
): Promise<Answer> => {
  const view = await caseFor(world, visit.signedIn, visit.params);
  if (view.kind !== 'refused') return show(view);
  const over = hidden(view) ? await whyActingIsOver(world, visit.signedIn) : undefined;
  if (over !== undefined) return actingOverPage(over.sentence, visit.form);
  return hidden(view) ? notFound : view;
};

const sectionOf = (id: string): FormSection | undefined =>
  ENTRY_EVIDENCE.sections.find((one) => one.id === id);

const back = ({ caseId }: { readonly caseId: string }, notice: string): Answer =>
  redirect(staffPaths.case({ caseId }), { notice });

/** Beside which field a refusal belongs; the number unless said. */
const FIELDS: Readonly<Record<string, string>> = {
  'name-needed': 'given-name',
  'birth-needed': 'born-day',
  'birth-to-come': 'born-day',
};

const begin = async (visit: Visit, world: World): Promise<Answer> => {
  const { form, signedIn, csrf } = visit;
  const text = (name: string): string => (form.get(name) ?? '').trim();
  const number = text('number');
  const named = text('given-name') !== '' || text('family-name') !== '';
  const sex = text('sex');
  const born = dayTyped(form, 'born');
  const answer = await beginEntry(world, signedIn, {
    key: text('_key'),
    child: named
      ? {
          kind: 'new',
          number,
          givenName: text('given-name'),
          familyName: text('family-name'),
          dateOfBirth: born,
          expectedOn: dayTyped(form, 'expected'),
          sex: sex === 'F' || sex === 'M' || sex === 'U' ? (sex satisfies Sex) : undefined,
        }
      : { kind: 'known', id: childId(number) },
  });
  if (answer.kind === 'entry-begun') return redirect(staffPaths.case({ caseId: String(answer.id) }));
  if (answer.name === 'not-your-role') return answer;
  const field = FIELDS[answer.name] ?? 'number';
  const more: Partial<BeginForm> = 'id' in answer ? { openCase: answer.id } : {};
  const sentence =
    !named && answer.name === 'out-of-reach'
      ? 'No child you work with has this number. For a child who is new, enter their name and date of birth too.'
      : answer.sentence;
  return beginPage({ csrf, typed: form, problems: [{ field, text: sentence }], ...more });
};

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
    const section = sectionOf(params.sectionId);
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
    if (form.get('later') !== 'yes' && wrong) return sectionPage(view, section, faulty);
    return back(
      params,
      wrong ? `“${section.title}” is saved as far as it is.` : `“${section.title}” is saved and complete.`,
    );
  });

const take = async (visit: OfStep, world: World): Promise<Answer> =>
  onSent(visit, world, async (view) => {
    const { form, params, signedIn, csrf } = visit;
    const step = view.steps.find(({ id }) => id === params.stepId);
    const key = form.get('_key') ?? '';
    const given = step === undefined ? {} : typedAnswers(form, step.asks);
    const entries = addedTo(form, given);
    if (step !== undefined && entries !== undefined)
      return stepPage(view, step, { csrf, key, given, faults: [], entries });
    const seen = wholeNumber(form.get('seen') ?? '');
    const answer = await takeStep(world, signedIn, {
      id: view.id,
      step: params.stepId,
      key,
      seen,
      said: given,
    });
    if (answer.kind === 'step-taken') return back(params, TAKEN);
    if (hidden(answer)) return notFound;
    if (answer.name === 'acting-over') return actingOverPage(answer.sentence, form);
    if (answer.name === 'not-said' && step !== undefined)
      return stepPage(view, step, { csrf, key, given, faults: answer.faults });
    return answer;
  });

const TAKEN = 'It is recorded, with your name and the time.';

export const casesRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.myWork,
    action: 'list-my-work',
    audit: 'my-work-listed',
    recordsItself: true,
    handler: async ({ signedIn, today }, world) => {
      const work = await listMyWork(world, signedIn);
      if (work.kind === 'refused') return work;
      const mayBegin =
        mayAttempt({ actor: signedIn.actor, action: 'begin-entry-to-care', on: today }).kind === 'may';
      const due = await listDue(world, signedIn);
      return myWorkPage(work, {
        mayBegin,
        acting: await showActing(world, signedIn),
        due: due?.kind === 'due-list' ? due : undefined,
        today,
      });
    },
  }),
  route({
    method: 'GET',
    path: staffPaths.beginEntry,
    action: 'begin-entry-to-care',
    audit: 'nothing',
    handler: ({ csrf }) => beginPage({ csrf }),
  }),
  route({
    method: 'POST',
    path: staffPaths.beginEntry,
    action: 'begin-entry-to-care',
    audit: 'entry-to-care-begun',
    handler: begin,
  }),
  route({
    method: 'GET',
    path: staffPaths.case,
    example: EXAMPLE,
    action: 'see-entry-to-care',
    audit: 'case-viewed',
    handler: (visit: OfCase, world) => onCase(visit, world, casePage),
  }),
  route({
    method: 'GET',
    path: staffPaths.caseSection,
    example: SECTION,
    action: 'take-entry-step',
    audit: 'case-viewed',
    handler: (visit: OfSection, world) =>
      onCase(visit, world, (view) => {
        const section = sectionOf(visit.params.sectionId);
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
    action: 'take-entry-step',
    audit: 'case-evidence-saved',
    handler: saveSection,
  }),
  route({
    method: 'GET',
    path: staffPaths.caseStep,
    example: STEP,
    action: 'take-entry-step',
    audit: 'case-viewed',
    handler: (visit: OfStep, world) =>
      onCase(visit, world, (view) => {
        const step = view.steps.find(({ id }) => id === visit.params.stepId);
        if (step === undefined) return redirect(staffPaths.case(visit.params));
        return stepPage(view, step, { csrf: visit.csrf, key: undefined, given: {}, faults: [] });
      }),
  }),
  route({
    method: 'POST',
    path: staffPaths.caseStep,
    example: STEP,
    action: 'take-entry-step',
    audit: 'case-step-taken',
    handler: take,
  }),
];
