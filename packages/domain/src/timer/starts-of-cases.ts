import { addDays, type Day, daysBetween } from '../calendar/day.ts';
import type { CareHistory } from '../child/care-history.ts';
import { type ClockEntry, SAID } from './clock-entry.ts';
import type { ClockRule } from './clock-rule.ts';
import type { SaidByCase } from './said-by-cases.ts';
import type { RecordedStart } from './starts.ts';

/** A start with what was said of it in cases. */
export interface StartWithCases extends RecordedStart {
  readonly ofCases: readonly ClockEntry[];
}

/** A power used in the night is in the record from the day on which the child came to a home, which may be a little later. */
const MOST_DAYS_APART = 3;

const isSame = (start: RecordedStart, on: Day): boolean => {
  const apart = daysBetween(on, start.on);
  return apart >= 0 && apart <= MOST_DAYS_APART;
};

/** When the record has the child under something else: what a case said had begun is over then. */
const overBy = ({ stages }: CareHistory, status: string, on: Day): Day | null => {
  const next = stages.find(
    ({ episode: { ls, decom, dec } }) => ls !== status && (decom >= on || dec === null || dec > on),
  );
  if (next === undefined) return null;
  return next.episode.decom >= on ? next.episode.decom : on;
};

/**
 * When the record has the child in care after the day on which care was said to end; null while it does not. That this care ended
 * on a later day than was said is an ending put right, and no coming back.
 */
const inCareAgain = ({ stages }: CareHistory, on: Day): Day | null => {
  const later = stages.map(({ episode }) => episode).filter(({ dec }) => dec === null || dec > on);
  const wentOn = later.findIndex(({ rec }) => rec !== 'X1');
  const [first] = later;
  const isPutRight = first !== undefined && first.decom < on && (later[wentOn]?.dec ?? null) !== null;
  const next = later[isPutRight ? wentOn + 1 : 0]?.decom;
  return next === undefined ? null : next > on ? next : on;
};

const endOfSaid = (rule: ClockRule, history: CareHistory, on: Day): Day | null => {
  if (rule.start.kind === 'legal-status') return overBy(history, rule.start.status, on);
  return rule.start.kind === 'said' && rule.start.untilInCare === true ? inCareAgain(history, on) : null;
};

/** By the day it is of; what was said last of one day comes last. */
export const byDay = <Said extends { readonly on: Day }>(said: readonly Said[]): readonly Said[] =>
  said.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));

/** Which start something that was said in a case is about. */
interface Placing {
  readonly starts: readonly RecordedStart[];
  /** Of each thing said, the start that its case had begun by then, or said the time of. */
  readonly ofEntry: ReadonlyMap<SaidByCase, string>;
}

/** An order that is made again while the one before it lasts renews it, and is no second start. */
const isRenewed = (rule: ClockRule, { on, ends }: RecordedStart, again: Day): boolean =>
  rule.allowed === 'day-said' && on <= again && (ends === null || again < ends);

const began = (rule: ClockRule, entry: SaidByCase, starts: readonly RecordedStart[]): string =>
  (rule.start.kind === 'said'
    ? starts.find(({ on }) => on === entry.on)
    : starts.findLast((start) => isSame(start, entry.on) || isRenewed(rule, start, entry.on))
  )?.key ?? `${rule.start.kind === 'said' ? SAID : ''}case ${entry.case} ${entry.number}`;

/** What cases say began, as it was said; orders of a court by the day each holds from, as one may be recorded after a later one. */
const inOrderBegun = (rule: ClockRule, said: readonly SaidByCase[]): readonly SaidByCase[] => {
  const all = said.filter(({ kind }) => kind === 'began');
  return rule.start.kind === 'legal-status' ? byDay(all) : all;
};

const placing = (
  rule: ClockRule,
  history: CareHistory,
  starts: readonly RecordedStart[],
  said: readonly SaidByCase[],
): Placing => {
  const all = [...starts];
  const firstOf = new Map<number, string>();
  const ofEntry = new Map<SaidByCase, string>();
  for (const entry of inOrderBegun(rule, said)) {
    // A day by which something is due may be said later in the case that began it.
    const goesOn = rule.start.kind === 'said' && rule.allowed === 'day-said' && firstOf.get(entry.case);
    const key = goesOn || began(rule, entry, all);
    if (!firstOf.has(entry.case)) firstOf.set(entry.case, key);
    ofEntry.set(entry, key);
    if (all.some((start) => start.key === key)) continue;
    // What the record says by its legal status only, a case may know before it.
    all.push({ key, on: entry.on, ends: endOfSaid(rule, history, entry.on) });
  }
  const begunBy = new Map<number, string>();
  for (const entry of said) {
    const begun = ofEntry.get(entry) ?? begunBy.get(entry.case);
    if (begun === undefined) continue;
    begunBy.set(entry.case, begun);
    ofEntry.set(entry, begun);
  }
  return { starts: all, ofEntry };
};

/** Of what began in the record: the start that it was said under, or the next after it. A plan may be made before a placement. */
const nearest = (starts: readonly RecordedStart[], on: Day): string | undefined =>
  (
    starts.findLast((start) => start.on <= on && (start.ends === null || on < start.ends)) ??
    starts.find((start) => start.on > on && start.on <= addDays(on, 31))
  )?.key;

/**
 * Every start under a rule, from the record and from what was said by hand and in cases, each with what cases say of it. What
 * the record has begun is not begun a second time by a case: the case then only adds the time.
 */
export const startsWithCases = (
  rule: ClockRule,
  history: CareHistory,
  recorded: readonly RecordedStart[],
  said: readonly SaidByCase[],
): readonly StartWithCases[] => {
  const { starts, ofEntry } = placing(rule, history, recorded, said);
  const byStart = Map.groupBy(
    said,
    // That something was done may be said of what the record began; that it is over, or lasts longer, of the case's own alone.
    (entry) => ofEntry.get(entry) ?? (entry.kind === 'done' ? nearest(recorded, entry.on) : undefined),
  );
  return starts.map((start): StartWithCases => {
    const own = byStart.get(start.key) ?? [];
    let weeks = 0;
    return {
      ...start,
      ofCases: own.map(({ weeks: more, ...entry }): ClockEntry => {
        weeks += more ?? 0;
        // Each time that a court gives is counted from the end of what there was.
        const until = more === undefined ? entry.until : limitAfter(rule, start.on, weeks);
        return { ...entry, until, start: start.key, takesBack: undefined };
      }),
    };
  });
};

const limitAfter = ({ allowed }: ClockRule, on: Day, weeks: number): Day | undefined =>
  typeof allowed === 'object' && allowed.unit === 'weeks'
    ? addDays(on, (allowed.count + weeks) * 7)
    : undefined;
