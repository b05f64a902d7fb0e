import {
  type AnswerKind,
  agreeAnswer,
  downloadFindings,
  listFindings,
  problemWithReason,
  proposeAnswer,
  refuseAnswer,
  viewFinding,
  type World,
  withdrawAnswer,
} from '@rightplace/app';
import { type Answer, download, notFound, redirect } from '../../server/answer.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { staffPaths } from '../paths.ts';
import { wholeNumber } from '../sign-in/sign-in-routes.ts';
import { whileWorking } from '../work/while-working.ts';
import { KINDS } from './answer-part.ts';
import { closedFindingPage } from './closed-finding-page.ts';
import { type FindingPageParts, findingPage } from './finding-page.ts';
import { readFindingsAsked, writeFindingsAsked } from './findings-asked.ts';
import { findingsPage } from './findings-page.ts';
import { may } from './readiness-routes.ts';
import { takeAwayPage } from './take-away-page.ts';

type OfFinding = Visit<{ readonly findingId: string }>;
type OfAnswer = Visit<{ readonly findingId: string; readonly answerId: string }>;
type Refused = Extract<Awaited<ReturnType<typeof viewFinding>>, { kind: 'refused' }>;

const EXAMPLE = { findingId: '1' };
const EXAMPLE_ANSWER = { ...EXAMPLE, answerId: '1' };

const showList = async (visit: Visit, world: World): Promise<Answer> => {
  const list = await listFindings(world, visit.signedIn, readFindingsAsked(visit.query, visit.today));
  if (list.kind === 'refused') return list.name === 'no-such-year' ? notFound : list;
  return findingsPage({
    list,
    mayCorrect: may(visit, 'correct-row'),
    mayDownload: may(visit, 'download-children'),
  });
};

/** A finding out of reach is not found, so that nothing is learned by asking; a restricted record is opened first. */
const answerTo = (refusal: Refused): Answer => {
  switch (refusal.name) {
    case 'no-such-finding':
    case 'out-of-reach':
      return notFound;
    case 'restricted-record':
    case 'reason-too-short':
      return closedFindingPage();
    default:
      return refusal;
  }
};

const showFinding = async (
  visit: OfFinding,
  world: World,
  again: Pick<FindingPageParts, 'typed' | 'problems'> = {},
): Promise<Answer> => {
  const view = await viewFinding(world, visit.signedIn, { id: wholeNumber(visit.params.findingId) });
  if (view.kind === 'refused') return answerTo(view);
  const list = visit.query.get('list') ?? undefined;
  return findingPage({ view, csrf: visit.csrf, today: visit.today, list, ...again });
};

const isKind = (text: string): text is AnswerKind => Object.hasOwn(KINDS, text);

const giveAnswer = async (visit: OfFinding, world: World): Promise<Answer> => {
  const answer = visit.form.get('answer') ?? '';
  const reason = visit.form.get('reason') ?? '';
  const typed = { answer, reason };
  const again = (field: string, text: string) =>
    showFinding(visit, world, { typed, problems: [{ field, text }] });
  if (!isKind(answer)) {
    const kind = { field: 'answer-kind', text: 'Choose why the finding stands' };
    const wrong = problemWithReason(reason);
    const problems = [kind, ...(wrong === undefined ? [] : [{ field: 'reason', text: wrong.sentence }])];
    return showFinding(visit, world, { typed, problems });
  }
  const finding = wholeNumber(visit.params.findingId);
  const outcome = await proposeAnswer(world, visit.signedIn, { finding, answer, reason });
  if (outcome.kind === 'proposed')
    return redirect(staffPaths.finding(visit.params), {
      notice: 'Your answer is kept. It counts once a second person has agreed.',
    });
  switch (outcome.name) {
    case 'reason-needed':
    case 'reason-too-long':
      return again('reason', outcome.sentence);
    case 'already-cleared':
    case 'already-answered':
    case 'finding-has-changed':
      return again('rows', outcome.sentence);
    default:
      return answerTo(outcome);
  }
};

const DECIDED = {
  agree: 'Agreed. The finding counts as answered.',
  refuse: 'Refused. The finding is to be put right again.',
} as const;

const decideAnswer =
  (how: keyof typeof DECIDED) =>
  async (visit: OfAnswer, world: World): Promise<Answer> => {
    const note = visit.form.get('note') ?? '';
    const decide = how === 'agree' ? agreeAnswer : refuseAnswer;
    const answer = wholeNumber(visit.params.answerId);
    const outcome = await decide(world, visit.signedIn, { answer, note });
    const again = (field: string, text: string) =>
      showFinding(visit, world, { typed: { note }, problems: [{ field, text }] });
    if (outcome.kind === 'decided')
      return redirect(staffPaths.finding({ findingId: String(outcome.finding) }), { notice: DECIDED[how] });
    switch (outcome.name) {
      case 'no-such-answer':
        return notFound;
      case 'note-needed':
      case 'note-too-long':
        return again('note', outcome.sentence);
      case 'same-person':
      case 'already-decided':
      case 'answer-lapsed':
      case 'answer-withdrawn':
        return again('rows', outcome.sentence);
      default:
        return answerTo(outcome);
    }
  };

const withdraw = async (visit: OfAnswer, world: World): Promise<Answer> => {
  const withdrawal = visit.form.get('withdrawal') ?? '';
  const answer = wholeNumber(visit.params.answerId);
  const outcome = await withdrawAnswer(world, visit.signedIn, { answer, reason: withdrawal });
  const again = (field: string, text: string) =>
    showFinding(visit, world, { typed: { withdrawal }, problems: [{ field, text }] });
  if (outcome.kind === 'withdrawn')
    return redirect(staffPaths.finding({ findingId: String(outcome.finding) }), {
      notice: 'The answer is withdrawn. The finding is open again.',
    });
  switch (outcome.name) {
    case 'no-such-answer':
      return notFound;
    case 'reason-needed':
    case 'reason-too-long':
      return again('withdrawal', outcome.sentence);
    case 'not-standing':
    case 'not-agreed-yet':
    case 'not-yours':
      return again('rows', outcome.sentence);
    default:
      return answerTo(outcome);
  }
};

const FORMATS = [
  { value: 'csv', text: 'CSV' },
  { value: 'xlsx', text: 'A workbook' },
] as const;

const askPurpose = (visit: Visit, again: { readonly format?: string; readonly problem?: string } = {}) => {
  const asked = readFindingsAsked(visit.query, visit.today);
  const query = writeFindingsAsked(asked, { page: 1 });
  return takeAwayPage({
    title: 'Download a list of findings',
    about:
      'The file has the findings of your list as you narrowed it, with the names of the children. Keep it where only those who need it can open it, and delete it when its purpose is done.',
    action: staffPaths.downloadFindings(query),
    back: { href: staffPaths.findings(query), text: 'Back to the list' },
    csrf: visit.csrf,
    mostly: 'data-quality',
    formats: FORMATS,
    format: again.format,
    button: 'Download the file',
    problems: again.problem === undefined ? [] : [{ field: 'purpose', text: again.problem }],
  });
};

const sendList = async (visit: Visit, world: World): Promise<Answer> => {
  const format = visit.form.get('format') === 'xlsx' ? 'xlsx' : 'csv';
  const list = readFindingsAsked(visit.query, visit.today);
  const purpose = visit.form.get('purpose') ?? '';
  const back = staffPaths.downloadFindings(writeFindingsAsked(list, { page: 1 }));
  return whileWorking<ListOutcome>(visit, world, {
    action: 'download-children',
    title: 'Writing a list of findings',
    sameness: `findings ${JSON.stringify({ list, format, purpose })}`,
    job: (telling) => downloadFindings(telling, visit.signedIn, { list, format, purpose }),
    endOf: (file) =>
      file.kind === 'file'
        ? { kind: 'file', name: file.name, type: file.type, bytes: Buffer.from(file.body) }
        : { kind: 'refused', sentence: file.sentence, back },
    answer: (file) =>
      file.kind === 'file'
        ? download({ name: file.name, type: file.type, body: file.body })
        : notSent(visit, format, file),
  });
};

type ListOutcome = Awaited<ReturnType<typeof downloadFindings>>;

const notSent = (visit: Visit, format: string, file: Extract<ListOutcome, { kind: 'refused' }>): Answer => {
  switch (file.name) {
    case 'no-such-year':
      return notFound;
    case 'purpose-needed':
    case 'too-large':
      return askPurpose(visit, { format, problem: file.sentence });
    default:
      return file;
  }
};

export const findingsRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.findings,
    action: 'see-return-readiness',
    audit: 'findings-listed',
    recordsItself: true,
    handler: showList,
  }),
  route({
    method: 'GET',
    path: staffPaths.downloadFindings,
    action: 'download-children',
    audit: 'nothing',
    handler: (visit) => askPurpose(visit),
  }),
  route({
    method: 'POST',
    path: staffPaths.downloadFindings,
    action: 'download-children',
    audit: 'findings-downloaded',
    handler: sendList,
  }),
  route({
    method: 'GET',
    path: staffPaths.finding,
    example: EXAMPLE,
    action: 'view-finding',
    audit: 'finding-viewed',
    recordsItself: true,
    handler: (visit, world) => showFinding(visit, world),
  }),
  route({
    method: 'POST',
    path: staffPaths.answerFinding,
    example: EXAMPLE,
    action: 'answer-finding',
    audit: 'finding-answer-proposed',
    handler: giveAnswer,
  }),
  route({
    method: 'POST',
    path: staffPaths.agreeAnswer,
    example: EXAMPLE_ANSWER,
    action: 'agree-answer',
    audit: 'finding-answer-agreed',
    handler: decideAnswer('agree'),
  }),
  route({
    method: 'POST',
    path: staffPaths.refuseAnswer,
    example: EXAMPLE_ANSWER,
    action: 'agree-answer',
    audit: 'finding-answer-refused',
    handler: decideAnswer('refuse'),
  }),
  route({
    method: 'POST',
    path: staffPaths.withdrawAnswer,
    example: EXAMPLE_ANSWER,
    action: 'withdraw-answer',
    audit: 'finding-answer-withdrawn',
    handler: withdraw,
  }),
];
