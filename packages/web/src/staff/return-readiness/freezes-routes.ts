import {
  compareFreeze,
  downloadFreeze,
  type FreezeKind,
  freezeReturn,
  listFreezes,
  removeRehearsal,
  type World,
} from '@rightplace/app';
import { collectionYearLabel, parseMoment } from '@rightplace/domain';
import { type Answer, download, notFound, redirect } from '../../server/answer.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { staffPaths } from '../paths.ts';
import { wholeNumber } from '../sign-in/sign-in-routes.ts';
import { whileWorking } from '../work/while-working.ts';
import { comparePage } from './compare-page.ts';
import { type FreezePageParts, freezePage } from './freeze-page.ts';
import { freezesPage } from './freezes-page.ts';
import { readYear } from './readiness-links.ts';
import { may } from './readiness-routes.ts';
import { removeRehearsalPage } from './remove-rehearsal-page.ts';
import { takeAwayPage } from './take-away-page.ts';

const EXAMPLE = { freezeId: '1' };

const KINDS = ['submission', 'rehearsal'] as const satisfies readonly FreezeKind[];
const readKind = (text: string | null): FreezeKind | undefined => KINDS.find((kind) => kind === text);

const askToFreeze = async (
  visit: Visit,
  world: World,
  again: Pick<FreezePageParts, 'as' | 'note' | 'problems'> = {},
): Promise<Answer> => {
  const collectionYear = readYear(visit.query, visit.today);
  const list = await listFreezes(world, visit.signedIn, { collectionYear });
  if (list.kind === 'refused') return list.name === 'no-such-year' ? notFound : list;
  return freezePage({
    list,
    csrf: visit.csrf,
    today: visit.today,
    as: readKind(visit.query.get('as')),
    ...again,
  });
};

const freeze = async (visit: Visit, world: World): Promise<Answer> => {
  const collectionYear = readYear(visit.query, visit.today);
  const note = visit.form.get('note') ?? '';
  const seen = parseMoment(visit.form.get('seen') ?? '');
  const kind = readKind(visit.form.get('kind'));
  if (kind === undefined)
    return askToFreeze(visit, world, {
      note,
      problems: [{ field: 'kind', text: 'Choose whether it is submitted or a rehearsal' }],
    });
  type Outcome = Awaited<ReturnType<typeof freezeReturn>>;
  const made = (id: number): string => staffPaths.freezes({ year: collectionYear, made: id });
  return whileWorking<Outcome>(visit, world, {
    action: 'freeze-return',
    title: `Freezing ${kind === 'rehearsal' ? 'a rehearsal of ' : ''}the return of ${collectionYearLabel(collectionYear)}`,
    sameness: `freeze ${collectionYear} ${kind}`,
    typed: note,
    job: (telling) => freezeReturn(telling, visit.signedIn, { collectionYear, kind, note, seen }),
    endOf: (outcome) =>
      outcome.kind === 'frozen'
        ? { kind: 'go', to: made(outcome.id) }
        : {
            kind: 'refused',
            sentence: outcome.sentence,
            back: staffPaths.freezeReturn({ year: collectionYear, as: kind }),
          },
    answer: (outcome) =>
      outcome.kind === 'frozen'
        ? redirect(made(outcome.id))
        : refusedToFreeze(visit, world, { outcome, kind, note }),
  });
};

const refusedToFreeze = (
  visit: Visit,
  world: World,
  {
    outcome,
    kind,
    note,
  }: {
    readonly outcome: Extract<Awaited<ReturnType<typeof freezeReturn>>, { kind: 'refused' }>;
    readonly kind: FreezeKind;
    readonly note: string;
  },
): Answer | Promise<Answer> => {
  switch (outcome.name) {
    case 'no-such-year':
      return notFound;
    case 'note-needed':
    case 'note-too-long':
    case 'record-has-changed':
    case 'nothing-to-freeze':
    case 'too-large':
      return askToFreeze(visit, world, {
        as: kind,
        note,
        problems: [{ field: 'note', text: outcome.sentence }],
      });
    default:
      return outcome;
  }
};

const showFreezes = async (visit: Visit, world: World): Promise<Answer> => {
  const collectionYear = readYear(visit.query, visit.today);
  const list = await listFreezes(world, visit.signedIn, { collectionYear });
  if (list.kind === 'refused') return list.name === 'no-such-year' ? notFound : list;
  const made = Number(visit.query.get('made'));
  return freezesPage({ list, made, mayExport: may(visit, 'export-return') });
};

type OfFreeze = Visit<{ readonly freezeId: string }>;

const askPurpose = (visit: OfFreeze, problem?: string): Answer => {
  const year = readYear(visit.query, visit.today);
  return takeAwayPage({
    title: 'Download a frozen return',
    about: 'The files exactly as they were frozen, in a zip. They hold every child of the year.',
    action: staffPaths.downloadFreeze(visit.params, { year }),
    back: { href: staffPaths.freezes({ year }), text: 'Frozen returns' },
    csrf: visit.csrf,
    mostly: 'statutory-return',
    button: 'Download the files',
    problems: problem === undefined ? [] : [{ field: 'purpose', text: problem }],
  });
};

const sendFiles = async (visit: OfFreeze, world: World): Promise<Answer> => {
  const id = wholeNumber(visit.params.freezeId);
  const purpose = visit.form.get('purpose') ?? '';
  const file = await downloadFreeze(world, visit.signedIn, { id, purpose });
  if (file.kind === 'file') return download({ name: file.name, type: 'application/zip', body: file.bytes });
  switch (file.name) {
    case 'no-such-freeze':
      return notFound;
    case 'purpose-needed':
      return askPurpose(visit, file.sentence);
    default:
      return file;
  }
};

const compare = async (visit: OfFreeze, world: World): Promise<Answer> => {
  const other = visit.query.get('with');
  const compared = await compareFreeze(world, visit.signedIn, {
    id: wholeNumber(visit.params.freezeId),
    with: other === null ? undefined : wholeNumber(other),
  });
  if (compared.kind === 'comparison') return comparePage(compared, visit.params.freezeId);
  return compared.name === 'no-such-freeze' ? notFound : compared;
};

/** A year's rehearsal by its number; undefined for a submission too, which nobody takes away. */
const rehearsalOf = async (visit: OfFreeze, world: World) => {
  const collectionYear = readYear(visit.query, visit.today);
  const list = await listFreezes(world, visit.signedIn, { collectionYear });
  if (list.kind === 'refused') return list.name === 'no-such-year' ? undefined : list;
  return list.rehearsals.find(({ id }) => id === wholeNumber(visit.params.freezeId));
};

const askToRemove = async (visit: OfFreeze, world: World): Promise<Answer> => {
  const found = await rehearsalOf(visit, world);
  if (found === undefined) return notFound;
  return found.kind === 'refused' ? found : removeRehearsalPage(found, visit.csrf);
};

const remove = async (visit: OfFreeze, world: World): Promise<Answer> => {
  const outcome = await removeRehearsal(world, visit.signedIn, { id: wholeNumber(visit.params.freezeId) });
  if (outcome.kind === 'removed')
    return redirect(staffPaths.freezes({ year: outcome.collectionYear }), {
      notice: 'The rehearsal and its files are taken away.',
    });
  return outcome.name === 'no-such-freeze' ? notFound : outcome;
};

export const freezesRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.freezeReturn,
    action: 'freeze-return',
    audit: 'nothing', // it names nobody
    handler: (visit, world) => askToFreeze(visit, world),
  }),
  route({
    method: 'POST',
    path: staffPaths.freezeReturn,
    action: 'freeze-return',
    audit: 'return-frozen',
    handler: freeze,
  }),
  route({
    method: 'GET',
    path: staffPaths.freezes,
    action: 'freeze-return',
    audit: 'nothing', // it names nobody
    handler: showFreezes,
  }),
  route({
    method: 'GET',
    path: staffPaths.compareFreeze,
    example: EXAMPLE,
    action: 'freeze-return',
    audit: 'nothing', // it names nobody
    handler: compare,
  }),
  route({
    method: 'GET',
    path: staffPaths.removeRehearsal,
    example: EXAMPLE,
    action: 'freeze-return',
    audit: 'nothing', // it names nobody
    handler: askToRemove,
  }),
  route({
    method: 'POST',
    path: staffPaths.removeRehearsal,
    example: EXAMPLE,
    action: 'freeze-return',
    audit: 'rehearsal-removed',
    handler: remove,
  }),
  route({
    method: 'GET',
    path: staffPaths.downloadFreeze,
    example: EXAMPLE,
    action: 'export-return',
    audit: 'nothing',
    handler: (visit) => askPurpose(visit),
  }),
  route({
    method: 'POST',
    path: staffPaths.downloadFreeze,
    example: EXAMPLE,
    action: 'export-return',
    audit: 'freeze-downloaded',
    handler: sendFiles,
  }),
];
