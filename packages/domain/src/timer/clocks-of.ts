import type { BankHolidays } from '../calendar/bank-holidays.ts';
import { type Day, daysBetween, minDay } from '../calendar/day.ts';
import { londonDayOf } from '../calendar/london-time.ts';
import type { Moment } from '../calendar/moment.ts';
import type { CareHistory } from '../child/care-history.ts';
import { type Alert, type AlertStep, alertAt, ladderOf } from './alert.ts';
import { type ClockEntry, SAID, standingEntries } from './clock-entry.ts';
import { type ClockRule, type ClockSpan, STOPS } from './clock-rule.ts';
import { type Began, type Due, dueOf, isInTime, isPast } from './due.ts';
import { ruleAtTime } from './later-times.ts';
import { type OfficerNamed, officerEntry } from './officer-named.ts';
import { reviewsTold } from './reviews-told.ts';
import type { SaidByCase } from './said-by-cases.ts';
import { type RecordedStart, recordedStarts } from './starts.ts';
import { byDay, type StartWithCases, startsWithCases } from './starts-of-cases.ts';

/**
 * Open: not done. Done in time and late go by the day it was due, whatever was allowed. Waived: not done, and somebody with
 * the authority to allow it said why it may be later, or not at all. Stopped: not done, and the reason for it is gone.
 */
export type ClockStatus = 'open' | 'waived' | 'done-in-time' | 'done-late' | 'stopped';

export interface ChildClock {
  readonly rule: ClockRule;
  /** Which start of it in the child's record. */
  readonly start: string;
  /** 1, and one more each time that it was done, where it is due again. */
  readonly round: number;
  readonly began: Began;
  /** Undefined while nobody has said the day, or where the bank holidays of that year are not held. */
  readonly due: Due | undefined;
  readonly status: ClockStatus;
  readonly done: Done | undefined;
  readonly stopped: { readonly on: Day; readonly why: string } | undefined;
  readonly allowed: ClockEntry | undefined;
  /** Days after it was due: until it was done or stopped, or until today. Nought while it is in time. */
  readonly daysLate: number;
  readonly isOverdue: boolean;
  readonly ladder: readonly AlertStep[];
  /** Nothing where there is nothing to do, or it was allowed to wait. */
  readonly alert: Alert | undefined;
  /** How much was ever said of this start: what the next entry is counted from. */
  readonly seen: number;
  /** What was said and still holds, by day. */
  readonly entries: readonly ClockEntry[];
}

export interface ClocksAsked {
  readonly now: Moment;
  readonly calendar: BankHolidays;
  /** What began before is not measured: nobody could say that it was done. */
  readonly keptFrom: Day;
  /** Rules that are kept only for what begins from a later day. */
  readonly keptLater?: ReadonlyMap<string, Day>;
  /** What an authority allows instead, where a rule lets it allow less. */
  readonly shortened: (ruleId: string) => number | undefined;
  /** Who the child's reviewing officer has been, as the record has it. */
  readonly officers?: readonly OfficerNamed[];
}

/** Less time where the authority set it and the rule lets it; never more. */
const spanFor = (rule: ClockRule, span: ClockSpan, { shortened }: ClocksAsked): ClockSpan => {
  const count = rule.mayShorten ? shortened(rule.id) : undefined;
  return count !== undefined && Number.isInteger(count) && count >= 0 && count < span.count
    ? { ...span, count }
    : span;
};

const dueFor = (
  rule: ClockRule,
  { began, until, extended }: { began: Began; until: Day | undefined; extended: Day | undefined },
  asked: ClocksAsked,
): Due | undefined => {
  if (extended !== undefined) return { on: extended };
  if (rule.allowed === 'same-day') return { on: began.on };
  if (rule.allowed === 'day-said') return until === undefined ? undefined : { on: until };
  return dueOf(spanFor(rule, rule.allowed, asked), began, asked.calendar);
};

const isInForce = ({ effective }: ClockRule, on: Day): boolean =>
  effective !== null && effective.starts <= on && (effective.ends === null || on < effective.ends);

const endOfStart = (
  { rule, ends, entries }: { rule: ClockRule; ends: Day | null; entries: readonly ClockEntry[] },
  today: Day,
): { readonly on: Day; readonly why: string } | undefined => {
  const said = entries.find(({ kind }) => kind === 'stopped');
  if (said !== undefined) return { on: said.on, why: said.said };
  return ends === null || ends > today ? undefined : { on: ends, why: STOPS[rule.start.kind] };
};

interface Round {
  readonly round: number;
  readonly began: Began;
  readonly done: Done | undefined;
}

/** When it was done, with who said so; nobody where the record tells. */
type Done = Began & { readonly entry: ClockEntry | undefined };

/** What was said of a meeting shortly before or after the day that the record has for it is of the same review. */
const ONE_REVIEW_DAYS = 7;
const isOneReview = (held: Day, said: Day): boolean => Math.abs(daysBetween(held, said)) <= ONE_REVIEW_DAYS;

/** One round, or one for each time that it was done and the one that goes on from the last of them. */
const roundsOf = (
  rule: ClockRule,
  began: Began,
  { entries, reviews }: { readonly entries: readonly ClockEntry[]; readonly reviews: readonly Day[] },
): readonly Round[] => {
  const byRecord = rule.doneBy === 'officer-allocated';
  const said = entries
    .filter(({ kind, isOfficer }) => kind === 'done' && (isOfficer === true) === byRecord)
    .filter(({ on }) => !reviews.some((held) => isOneReview(held, on)))
    .map((entry): Done => ({ on: entry.on, at: entry.at, entry }));
  const done = byDay([...said, ...reviews.map((on): Done => ({ on, entry: undefined }))]);
  if (rule.repeats !== true) return [{ round: 1, began, done: done[0] }];
  return [...done, undefined].map((entry, i) => {
    const before = done[i - 1];
    // From when it was done, and not from when it was due.
    return { round: i + 1, began: before === undefined ? began : { on: before.on }, done: entry };
  });
};

const statusOf = ({
  done,
  due,
  isStopped,
  isWaived,
}: {
  readonly done: Began | undefined;
  readonly due: Due | undefined;
  readonly isStopped: boolean;
  readonly isWaived: boolean;
}): ClockStatus => {
  if (done !== undefined) return due === undefined || isInTime(done, due) ? 'done-in-time' : 'done-late';
  if (isStopped) return 'stopped';
  return isWaived ? 'waived' : 'open';
};

/** By hand before what a case says; but an order that was renewed since is timed by the renewal, in whatever order both were said. */
const lastBegan = ({ allowed, start }: ClockRule, entries: readonly ClockEntry[]): ClockEntry | undefined => {
  const all = entries.filter(({ kind }) => kind === 'began');
  const began = start.kind === 'legal-status' ? byDay(all) : all;
  const byHand = began.findLast(({ case: of }) => of === undefined);
  const last = began.at(-1);
  return byHand === undefined || (allowed === 'day-said' && last !== undefined && last.on > byHand.on)
    ? last
    : byHand;
};

/** The clocks of one start under one rule. */
const clocksOfStart = (
  rule: ClockRule,
  { key, on, ends, ofCases }: StartWithCases,
  said: readonly ClockEntry[],
  { history, ...asked }: ClocksAsked & { readonly history: CareHistory },
): readonly ChildClock[] => {
  const today = londonDayOf(asked.now);
  const officer = officerEntry(rule, { key, on, ends }, { officers: asked.officers, today });
  const entries = standingEntries([...said, ...ofCases.filter((entry) => entry.on <= today), ...officer]);
  const saidBegan = lastBegan(rule, entries);
  const end = endOfStart({ rule, ends, entries }, today);
  const extended = entries.findLast(({ kind }) => kind === 'extended')?.until;
  // The record's day holds; what somebody adds to it is the time, or the day until which. A power used in the night before the
  // child came to a home is timed from then.
  const first = { on: minDay(on, saidBegan?.on ?? on), at: saidBegan?.at };
  const reviews = reviewsTold(rule, { on, ends }, { history, today });
  return roundsOf(rule, first, { entries, reviews }).flatMap(
    ({ round, began, done: wasDone }): readonly ChildClock[] => {
      const now = ruleAtTime(rule, { round, on: began.on, placedOn: on }, history);
      if (now === undefined) return [];
      const due = dueFor(now, { began, until: saidBegan?.until, extended }, asked);
      const overBy = rule.doneBy === 'status-ends' && end !== undefined ? { on: end.on } : undefined;
      const done = wasDone ?? (overBy === undefined ? undefined : { ...overBy, entry: undefined });
      const stopped = done === undefined ? end : undefined;
      const allowed = entries.findLast(
        ({ kind, on: allowedOn }) => kind === 'allowed' && allowedOn >= began.on,
      );
      const isWaived =
        allowed !== undefined &&
        done === undefined &&
        (allowed.until === undefined || allowed.until >= today);
      const ladder = due === undefined ? [] : ladderOf(rule, { began, due, calendar: asked.calendar });
      const isOpen = done === undefined && stopped === undefined;
      const status = statusOf({ done, due, isStopped: stopped !== undefined, isWaived });
      const isOverdue = isOpen && due !== undefined && isPast(due, asked.now);
      const until = done?.on ?? stopped?.on ?? today;
      return [
        {
          rule: now,
          start: key,
          round,
          began,
          due,
          status,
          done,
          stopped,
          allowed,
          daysLate: due === undefined ? 0 : Math.max(0, daysBetween(due.on, until)),
          isOverdue,
          ladder,
          alert: isOpen && !isWaived ? alertAt(ladder, asked.now) : undefined,
          seen: said.length,
          entries,
        },
      ];
    },
  );
};

const saidStarts = (rule: ClockRule, entries: readonly ClockEntry[]): readonly RecordedStart[] =>
  rule.start.kind === 'said'
    ? standingEntries(entries).flatMap(({ kind, start, on }) =>
        kind === 'began' && start.startsWith(SAID) ? [{ key: start, on, ends: null }] : [],
      )
    : [];

/** Every clock of a child that has begun, and what was said of starts that the record no longer has. */
export interface ClocksOfChild {
  readonly clocks: readonly ChildClock[];
  readonly unattached: readonly ClockEntry[];
}

/**
 * The clocks of a child under these rules, from the record and what was said of them, by hand and in cases. Derived on reading:
 * nothing runs.
 */
export const clocksOf = (
  rules: readonly ClockRule[],
  history: CareHistory,
  said: readonly ClockEntry[],
  { byCases = [], ...asked }: ClocksAsked & { readonly byCases?: readonly SaidByCase[] },
): ClocksOfChild => {
  const today = londonDayOf(asked.now);
  const attached = new Set<ClockEntry>();
  const clocks = rules.flatMap((rule) => {
    const own = said.filter((entry) => entry.rule === rule.id);
    const recorded = [...recordedStarts(history, rule.start), ...saidStarts(rule, own)];
    const ofCases = byCases.filter((entry) => entry.rule === rule.id);
    const starts = ofCases.length === 0 ? recorded : startsWithCases(rule, history, recorded, ofCases);
    return starts
      .map((start) => ({ ofCases: [], ...start }))
      .flatMap((start) => {
        const entries = own.filter((entry) => entry.start === start.key);
        const isKept =
          start.on >= (asked.keptLater?.get(rule.id) ?? asked.keptFrom) ||
          entries.length > 0 ||
          start.ofCases.length > 0;
        if (!isInForce(rule, start.on) || start.on > today || !isKept) return [];
        for (const entry of entries) attached.add(entry);
        return clocksOfStart(rule, start, entries, { ...asked, history });
      });
  });
  const standing = new Set(standingEntries(said));
  return {
    clocks,
    unattached: said.filter((entry) => standing.has(entry) && !attached.has(entry)),
  };
};
