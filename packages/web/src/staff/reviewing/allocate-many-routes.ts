import { type AllocationLine, allocateMany, compareAllocations, type World } from '@rightplace/app';
import type { Answer } from '../../server/answer.ts';
import { redirect } from '../../server/answer.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { readUploads } from '../imports/read-uploads.ts';
import { staffPaths } from '../paths.ts';
import { chooseAllocationsPage, weighedAllocationsPage } from './allocate-many-pages.ts';

const MEGABYTE = 1_048_576;
const MOST_BYTES = 2 * MEGABYTE;

const compare = async ({ uploads, signedIn, csrf }: Visit, world: World): Promise<Answer> => {
  const again = (text: string): Answer => chooseAllocationsPage(csrf, { field: 'file', text });
  const read = await readUploads(uploads, MOST_BYTES);
  if (read.kind === 'too-large') return again('The file is too large: split it');
  const [file] = read.files;
  if (file === undefined) return again('Choose a file');
  const answer = await compareAllocations(world, signedIn, file);
  if (answer.kind === 'allocations-weighed') return weighedAllocationsPage(answer, { csrf, isAgain: false });
  return answer.name === 'unreadable' ? again(answer.sentence) : answer;
};

const isLine = (one: unknown): one is AllocationLine =>
  typeof one === 'object' &&
  one !== null &&
  'at' in one &&
  typeof one.at === 'number' &&
  (['child', 'officer', 'from'] as const).every(
    (name) => typeof (one as Record<string, unknown>)[name] === 'string',
  );

/** The lines of the page that was shown, as the browser sends them back; none where they are not such lines. */
const linesIn = (text: string): readonly AllocationLine[] => {
  try {
    const given: unknown = JSON.parse(text);
    return Array.isArray(given) && given.every(isLine) ? given : [];
  } catch {
    return [];
  }
};

const allocate = async ({ form, signedIn, csrf }: Visit, world: World): Promise<Answer> => {
  const lines = linesIn(form.get('lines') ?? '');
  const answer = await allocateMany(world, signedIn, { lines, shown: form.get('shown') ?? '' });
  if (answer.kind === 'allocations-weighed') return weighedAllocationsPage(answer, { csrf, isAgain: true });
  return answer.kind === 'refused'
    ? answer
    : redirect(staffPaths.compareAllocations(), {
        notice: `${answer.many === 1 ? 'One reviewing officer is' : `${answer.many} reviewing officers are`} allocated.`,
      });
};

/** Whose reviewing officer somebody is, for many children at once. */
export const allocateManyRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.compareAllocations,
    action: 'allocate-reviewing-officer',
    audit: 'nothing', // it names nobody
    handler: ({ csrf }) => chooseAllocationsPage(csrf),
  }),
  route({
    method: 'POST',
    path: staffPaths.compareAllocations,
    action: 'allocate-reviewing-officer',
    audit: 'reviewing-officers-compared',
    recordsItself: true,
    upload: { maxBytes: MOST_BYTES, maxFiles: 1 },
    handler: compare,
  }),
  route({
    method: 'POST',
    path: staffPaths.allocateMany,
    action: 'allocate-reviewing-officer',
    audit: 'reviewing-officer-allocated',
    recordsItself: true,
    handler: allocate,
  }),
];
