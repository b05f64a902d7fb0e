import {
  checkReturnRow,
  newestReturnYear,
  openReturnRow,
  openRowRemoval,
  type RowCells,
  type RowForm,
  type RowGone,
  type RowRefusal,
  type RowSaved,
  removeReturnRow,
  saveReturnRow,
  viewChildReturn,
  type World,
} from '@rightplace/app';
import { childId, collectionYearLabel, mayAttempt, parseCollectionYear } from '@rightplace/domain';
import { type Answer, notFound, redirect } from '../../server/answer.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { restrictedPage } from '../children/restricted-page.ts';
import { listHref } from '../return-readiness/findings-asked.ts';
import { childReturnPage } from './child-return-page.ts';
import { correctionPaths } from './correction-paths.ts';
import { gonePage } from './gone-page.ts';
import { removalPage } from './removal-page.ts';
import { type FromList, rowPage } from './row-page.ts';

type OfChild = Visit<{ readonly childId: string }>;
type OfReturn = Visit<{ readonly childId: string; readonly year: string }>;
type OfTable = Visit<{ readonly childId: string; readonly year: string; readonly table: string }>;
type OfRow = Visit<{
  readonly childId: string;
  readonly year: string;
  readonly table: string;
  readonly rowKey: string;
}>;

const mayAudit = (visit: Visit<unknown>): boolean =>
  mayAttempt({ actor: visit.signedIn.actor, action: 'view-child-audit', on: visit.today }).kind === 'may';

/** "2027" or "2026-27"; nought, which no return is of, when it is neither. */
const yearOf = (text: string): number =>
  /^\d{4}$/.test(text) ? Number(text) : (parseCollectionYear(text) ?? 0);

/** What is not there, or not theirs to know of, is not found; a restricted record asks why. */
const answerTo = (refusal: RowRefusal, { params, csrf }: OfChild): Answer => {
  switch (refusal.name) {
    case 'out-of-reach':
    case 'no-such-year':
    case 'no-such-table':
    case 'no-such-row':
      return notFound;
    case 'restricted-record':
      return restrictedPage({ id: params.childId, csrf });
    default:
      return refusal;
  }
};

const askedOf = ({ params }: OfTable | OfRow) => ({
  id: childId(params.childId),
  collectionYear: yearOf(params.year),
  table: params.table,
  rowKey: 'rowKey' in params ? params.rowKey : undefined,
});

/** Fields of the form by their columns, those it was opened with by the same under another name. */
const cellsOf = (form: URLSearchParams, prefix: '' | 'was-'): RowCells =>
  Object.fromEntries(
    [...form]
      .filter(([name]) => /^[A-Z][A-Z0-9_]*$/.test(name.slice(prefix.length)) && name.startsWith(prefix))
      .map(([name, value]) => [name.slice(prefix.length), value]),
  );

/** The work list that the row was opened from, which the form hands on. */
const listOf = ({ query, form, today }: Visit<unknown>): FromList | undefined => {
  const inShort = query.get('list') ?? form.get('list');
  return inShort === null ? undefined : { inShort, href: listHref(inShort, today) };
};

const fieldAsked = (text: string | null, { columns }: RowForm): string | undefined =>
  columns.find(({ name }) => name === text)?.name;

const show = (form: RowForm, visit: OfTable | OfRow, isTyped: boolean): Answer =>
  rowPage({
    form,
    csrf: visit.csrf,
    asked: fieldAsked(visit.query.get('field') ?? visit.form.get('field'), form),
    mayAudit: mayAudit(visit),
    isTyped,
    isPart: visit.form.get('part') === 'findings',
    list: listOf(visit),
  });

const openRow = async (visit: OfTable | OfRow, world: World): Promise<Answer> => {
  const form = await openReturnRow(world, visit.signedIn, askedOf(visit));
  return form.kind === 'refused' ? answerTo(form, visit) : show(form, visit, false);
};

const sendRow = async (visit: OfTable | OfRow, world: World): Promise<Answer> => {
  const asked = askedOf(visit);
  const cells = cellsOf(visit.form, '');
  const reason = visit.form.get('reason') ?? '';
  if (visit.form.get('do') !== 'save') {
    const form = await checkReturnRow(world, visit.signedIn, { ...asked, typed: cells });
    if (form.kind === 'refused') return answerTo(form, visit);
    const was = cellsOf(visit.form, 'was-');
    // What the form was opened with stays what it was opened with, however often it is checked.
    const shown = asked.rowKey === undefined ? form.shown : { ...form.shown, ...was };
    return show({ ...form, shown, reason }, visit, true);
  }
  const answer = await saveReturnRow(world, visit.signedIn, {
    ...asked,
    cells,
    was: cellsOf(visit.form, 'was-'),
    reason,
  });
  switch (answer.kind) {
    case 'saved':
      return backToReturn(answer, visit);
    case 'not-saved':
      return show(answer.form, visit, true);
    case 'row-gone':
      return gone(answer, visit);
    case 'refused':
      return answerTo(answer, visit);
  }
};

const gone = (answer: RowGone, visit: OfChild): Answer => gonePage(answer, mayAudit(visit));

const backToReturn = (saved: RowSaved, visit: OfTable | OfRow): Answer => {
  const { childId: child, year } = visit.params;
  const list = listOf(visit)?.inShort;
  const returned = correctionPaths.childReturnOf({ childId: child, year: String(yearOf(year)) }, { list });
  return redirect(returned, { notice: savedInWords(saved, yearOf(year)) });
};

const WHAT = { change: 'The correction is saved.', add: 'The row is added.', remove: 'The row is removed.' };

const savedInWords = ({ what, cleared, found, isOfYear }: RowSaved, year: number): string =>
  [
    WHAT[what],
    cleared > 0 && `It clears ${cleared === 1 ? 'a finding' : `${cleared} findings`}.`,
    found > 0 && `It brings ${found === 1 ? 'a new finding' : `${found} new findings`}.`,
    !isOfYear &&
      `By its dates it is not of the return for ${collectionYearLabel(year)}, and is in the one it is of.`,
  ]
    .filter(Boolean)
    .join(' ');

const openRemoval = async (visit: OfRow, world: World): Promise<Answer> => {
  const { rowKey } = visit.params;
  const removal = await openRowRemoval(world, visit.signedIn, { ...askedOf(visit), rowKey });
  if (removal.kind === 'refused') return answerTo(removal, visit);
  return removalPage(removal, { csrf: visit.csrf, mayAudit: mayAudit(visit), list: listOf(visit) });
};

const removeRow = async (visit: OfRow, world: World): Promise<Answer> => {
  const answer = await removeReturnRow(world, visit.signedIn, {
    ...askedOf(visit),
    rowKey: visit.params.rowKey,
    was: cellsOf(visit.form, 'was-'),
    reason: visit.form.get('reason') ?? '',
  });
  if (answer.kind === 'refused') return answerTo(answer, visit);
  return answer.kind === 'saved'
    ? backToReturn(answer, visit)
    : removalPage(answer, { csrf: visit.csrf, mayAudit: mayAudit(visit), list: listOf(visit) });
};

const showReturn = async (visit: OfReturn, world: World): Promise<Answer> => {
  const view = await viewChildReturn(world, visit.signedIn, {
    id: childId(visit.params.childId),
    collectionYear: yearOf(visit.params.year),
  });
  if (view.kind === 'refused') return answerTo(view, visit);
  return childReturnPage(view, { mayAudit: mayAudit(visit), list: listOf(visit) });
};

const OF_CHILD = { childId: 'EXAMPLE1' };
const OF_YEAR = { ...OF_CHILD, year: '2026' };
const OF_TABLE = { ...OF_YEAR, table: 'Episodes' };
const OF_ROW = { ...OF_TABLE, rowKey: '2025-05-01' };

export const correctionRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: correctionPaths.childReturn,
    action: 'correct-row',
    audit: 'nothing',
    example: OF_CHILD,
    handler: ({ params, today }) =>
      redirect(correctionPaths.childReturnOf({ ...params, year: String(newestReturnYear(today)) })),
  }),
  route({
    method: 'GET',
    path: correctionPaths.childReturnOf,
    action: 'correct-row',
    audit: 'child-return-viewed',
    recordsItself: true,
    example: OF_YEAR,
    handler: showReturn,
  }),
  route({
    method: 'GET',
    path: correctionPaths.addReturnRow,
    action: 'correct-row',
    audit: 'return-row-viewed',
    recordsItself: true,
    example: OF_TABLE,
    handler: openRow,
  }),
  route({
    method: 'POST',
    path: correctionPaths.addReturnRow,
    action: 'correct-row',
    audit: 'return-row-added',
    example: OF_TABLE,
    handler: sendRow,
  }),
  route({
    method: 'GET',
    path: correctionPaths.returnRow,
    action: 'correct-row',
    audit: 'return-row-viewed',
    recordsItself: true,
    example: OF_ROW,
    handler: openRow,
  }),
  route({
    method: 'POST',
    path: correctionPaths.returnRow,
    action: 'correct-row',
    audit: 'return-row-corrected',
    example: OF_ROW,
    handler: sendRow,
  }),
  route({
    method: 'GET',
    path: correctionPaths.removeReturnRow,
    action: 'correct-row',
    audit: 'return-row-viewed',
    recordsItself: true,
    example: OF_ROW,
    handler: openRemoval,
  }),
  route({
    method: 'POST',
    path: correctionPaths.removeReturnRow,
    action: 'correct-row',
    audit: 'return-row-removed',
    example: OF_ROW,
    handler: removeRow,
  }),
];
