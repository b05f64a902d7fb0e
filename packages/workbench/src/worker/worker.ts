/** The thread in which files are read and checked, so that the page answers meanwhile. It ends when work is stopped. */
import {
  type GridPlace,
  NotAPostcodeDirectory,
  placesIn,
  readPostcodeGrid,
  yearNotices,
} from '@rightplace/ssda903';
import {
  type CheckedReturn,
  checkingReturn,
  childrenIn,
  foundNothing,
  notRun,
} from '../work/check-return.ts';
import { childShown } from '../work/child-rows.ts';
import { shownFiles } from '../work/file-shown.ts';
import { findingColumns } from '../work/finding-columns.ts';
import { doubtsOf, type FileGiven, unreadOf } from '../work/given.ts';
import { type CountedReturn, countedReturn, measuresShown, trendShown } from '../work/return-measures.ts';
import { findingsToSave } from '../work/save-findings.ts';
import { warmingUp } from '../work/warm-up.ts';
import type {
  Answer,
  Asked,
  CheckShown,
  FileToRead,
  NotCheckedShown,
  ProgressShown,
  Request,
  Said,
} from './messages.ts';
import { piecesOf, readGiven } from './read-files.ts';

declare const self: DedicatedWorkerGlobalScope;

/** Files that were read stay read, for when only a setting changes. */
const known = new Map<number, FileGiven>();
let checked: CheckedReturn | undefined;
let counted: CountedReturn | undefined;
let lastTold = 0;
/** From the first question on there is real work. */
let isAsked = false;

const say = (said: Said, transfer: Transferable[] = []): void => self.postMessage(said, { transfer });

const tell = (number: number, progress: Omit<ProgressShown, 'kind'>): void => {
  const now = performance.now();
  if (now - lastTold < 60) return;
  lastTold = now;
  say({ number, message: { kind: 'progress', ...progress } });
};

const readAll = async (number: number, files: readonly FileToRead[]): Promise<readonly FileGiven[]> => {
  const read: FileGiven[] = [];
  for (const [done, given] of files.entries()) {
    tell(number, { says: `Reading ${given.name}`, done, of: files.length });
    const one = known.get(given.id) ?? (await readGiven(given));
    known.set(given.id, one);
    read.push({ ...one, slot: given.slot });
  }
  return read;
};

/** A directory was none after all: the check begins again without it. */
class DirectoryRefused extends Error {}

/** Directories are read for the postcodes that occur. One that turns out to be none is said so, in its place in the list. */
const placesFinder =
  (number: number, files: readonly FileToRead[], read: FileGiven[]) =>
  (wanted: ReadonlySet<string>): ReadonlyMap<string, GridPlace> => {
    const found = new Map<string, GridPlace>();
    for (const [at, given] of files.entries()) {
      if (read[at]?.kind !== 'postcodes') continue;
      let bytes = 0;
      const pieces = function* (): Generator<Uint8Array> {
        for (const piece of piecesOf(given.file)) {
          tell(number, { says: `Looking postcodes up in ${given.name}`, done: bytes, of: given.file.size });
          bytes += piece.length;
          yield piece;
        }
      };
      try {
        for (const [postcode, place] of placesIn(readPostcodeGrid(pieces()), wanted))
          found.set(postcode, place);
      } catch (error) {
        if (!(error instanceof NotAPostcodeDirectory)) throw error;
        const { id, name, slot } = given;
        const unread: FileGiven = { id, name, slot, kind: 'unread', reason: error.message, todo: '' };
        known.set(id, unread);
        throw new DirectoryRefused();
      }
    }
    return found;
  };

const check = async (
  number: number,
  request: Request & { kind: 'check' },
): Promise<CheckShown | NotCheckedShown> => {
  const started = performance.now();
  [checked, counted] = [undefined, undefined];
  const { files, options } = request;
  const read = [...(await readAll(number, files))];
  const running = checkingReturn(read, options, placesFinder(number, files, read));
  let step: ReturnType<typeof running.next>;
  try {
    for (step = running.next(); step.done !== true; step = running.next()) {
      const { done, of } = step.value;
      const says = `${done.toLocaleString('en-GB')} of ${of.toLocaleString('en-GB')} children checked`;
      tell(number, { says, done, of });
    }
  } catch (error) {
    if (error instanceof DirectoryRefused) return check(number, request);
    throw error;
  }
  const outcome = step.value;
  if (outcome.kind === 'not-checked') {
    const setAside = read.flatMap((file) => (file.kind === 'return' ? file.read.setAside : []));
    return { ...outcome, files: shownFiles(read), setAside: [...unreadOf(read), ...setAside] };
  }
  checked = outcome;
  return answerOf(outcome, read, started);
};

const answerOf = (done: CheckedReturn, read: readonly FileGiven[], started: number): CheckShown => {
  const { year, isYearTold, thisYear, lastYear, result, place, upTo } = done;
  return {
    kind: 'checked',
    year,
    isYearTold,
    children: childrenIn(thisYear),
    files: shownFiles(read),
    notices: [
      ...yearNotices({ year, thisYear: thisYear.tables, lastYear: lastYear.tables }),
      ...doubtsOf(read).map((text) => ({ text })),
    ],
    findings: findingColumns(result.findings, year, place, upTo),
    rulesRun: result.ran.length,
    foundNothing: foundNothing(done),
    notRun: notRun(done),
    failed: result.failed.slice(0, 100),
    setAside: [...unreadOf(read), ...thisYear.setAside, ...lastYear.setAside],
    notes: [...thisYear.notes, ...lastYear.notes],
    milliseconds: performance.now() - started,
  };
};

const answer = async (number: number, request: Request): Promise<Answer> => {
  if (request.kind === 'check') return check(number, request);
  if (checked === undefined) return { kind: 'broke', why: 'Nothing has been checked yet.' };
  const { result, thisYear, lastYear, year, place, upTo } = checked;
  if (request.kind === 'child') {
    const source = { thisYear: thisYear.tables, lastYear: lastYear.tables, year, place, upTo };
    return { kind: 'child', shown: childShown(request.child, result.findings, source) };
  }
  if (request.kind === 'measures') {
    counted ??= countedReturn(checked);
    return { kind: 'measures', shown: measuresShown(counted, request.asked) };
  }
  if (request.kind === 'trend') {
    counted ??= countedReturn(checked);
    return { kind: 'trend', trend: trendShown(counted, request.asked, request.measure) };
  }
  return { kind: 'saved', file: await findingsToSave(checked, request.format, request.lines) };
};

/** Arrays are handed over, not copied. */
const arraysOf = (message: Answer): Transferable[] => {
  if (message.kind !== 'checked') return [];
  const { rule, child, table, file, fields, row, line } = message.findings;
  return [rule, child, table, file, fields, row, line].map(({ buffer }) => buffer as ArrayBuffer);
};

const hear = async ({ number, request }: Asked): Promise<void> => {
  isAsked = true;
  let message: Answer;
  try {
    message = await answer(number, request);
  } catch (error) {
    message = { kind: 'broke', why: error instanceof Error ? error.message : String(error) };
  }
  say({ number, message }, arraysOf(message));
};

self.addEventListener('message', ({ data }: MessageEvent<Asked>) => void hear(data));

/** So many milliseconds at a time: whatever the analyst asks for comes first. */
const SLICE = 10;

const warmUp = (steps: Generator<void, void>): void => {
  if (isAsked) return;
  const ends = performance.now() + SLICE;
  try {
    while (performance.now() < ends) if (steps.next().done === true) return;
  } catch {
    // Whatever is wrong will be said of the first real return.
    return;
  }
  setTimeout(() => warmUp(steps));
};

warmUp(warmingUp());
