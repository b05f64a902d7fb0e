import { type CollectionYear, collectionYearLabel, londonDayOf, type Moment } from '@rightplace/domain';
import {
  collectionDaysSoFar,
  type Finding,
  type ReturnToValidate,
  type ValidateResult,
  validatingReturn,
} from '@rightplace/ssda903';
import {
  appendAudit,
  asTenant,
  asTenantReading,
  compareFindings,
  findLastCheck,
  holdReturnChecks,
  listStandingAnswers,
  type NewCheck,
  saveCheck,
  saveFindings,
  type Tx,
  wasImportedSince,
} from '@rightplace/store';
import { loadAccessFacts } from '../child/load-children.ts';
import type { Tell } from '../work/work-step.ts';
import type { World } from '../world.ts';
import { findBehind } from './behind.ts';
import { countsOfCheck } from './counts-of-check.ts';
import { foundInRows } from './find-in-return.ts';
import { publishedForRules } from './published-for-rules.ts';
import { lastYearOf, loadForReturns, type YearOfRecord, yearOfRecord } from './record-as-return.ts';

export interface CheckAsked {
  readonly authorityId: string;
  readonly collectionYear: CollectionYear;
  /** 'changed' is what looks after changes by itself: only the check knows whether what it saw came by an import or by hand. */
  readonly cause: NewCheck['cause'] | 'changed';
  /** A person's number; left out by what asks by itself. */
  readonly actor?: string;
  /** A moment that is past, to check the record as it was known then; now, where it is left out. */
  readonly knownAt?: Moment;
  /** When somebody asked: a check that began since then and saw all there is serves them too. */
  readonly askedAt?: Moment;
}

export interface Checked {
  readonly kind: 'checked';
  readonly id: number;
  readonly at: Moment;
  readonly found: number;
  readonly cleared: number;
  readonly open: number;
}

/** Another process did it, or nothing has changed since the last check; or there is nothing to check. */
export interface NotNeeded {
  readonly kind: 'not-needed';
  readonly why: 'done' | 'nothing-to-check';
}

type Reach = Pick<World, 'db' | 'now' | 'tell'>;

/**
 * Runs the rules of a collection year on the record as it is now, and keeps what has changed since the last check. One at
 * a time for an authority, in whatever process: who comes meanwhile waits, and looks first whether it is still needed.
 * The record itself is held back from nobody.
 */
export const checkReturn = (world: Reach, asked: CheckAsked): Promise<Checked | NotNeeded> =>
  asTenant(world.db, asked, async (tx) => {
    await holdReturnChecks(tx);
    const cause = await whyNeeded(tx, world, asked);
    return cause === undefined
      ? { kind: 'not-needed', why: 'done' }
      : (await checkNow(tx, world, { ...asked, cause })).checked;
  });

/**
 * What it is made for; undefined when it is done already. A night is checked once. For the rest, the same record, the same
 * base and the same published data would tell the same again.
 */
const whyNeeded = async (
  tx: Tx,
  { now }: Reach,
  { collectionYear, cause, knownAt = now(), askedAt }: CheckAsked,
): Promise<CheckAsked['cause'] | undefined> => {
  if (cause === 'asked' && askedAt === undefined) return cause;
  const today = londonDayOf(knownAt);
  if (cause === 'night') {
    const last = await findLastCheck(tx, collectionYear, 'night');
    return last !== undefined && londonDayOf(last.at) === today ? undefined : cause;
  }
  const last = await findLastCheck(tx, collectionYear);
  if (last === undefined) return cause;
  const behind = await findBehind(tx, last, today);
  if (askedAt !== undefined) return last.at < askedAt || behind !== undefined ? cause : undefined;
  if (behind === 'last-year') return 'freeze';
  // A new day is the night's to check.
  return behind === undefined || behind === 'day' ? undefined : cause;
};

/** As the audit names what checks by itself. */
const ACTORS: Readonly<Record<NewCheck['cause'], string>> = {
  night: 'nightly check',
  import: 'check after an import',
  correction: 'check after a change',
  freeze: 'check after last year’s return was frozen',
  asked: 'check',
};

/** The rules, and meanwhile how many children they have looked at. */
const runTelling = (tell: Tell | undefined, given: ReturnToValidate): ValidateResult => {
  const running = validatingReturn(given);
  for (;;) {
    const step = running.next();
    if (step.done === true) return step.value;
    const { done, of } = step.value;
    tell?.({ words: 'Running the rules', share: 0.5 + (0.4 * done) / of });
  }
};

/** The check itself, for whoever holds checks back. The year as it was checked is handed on. */
export const checkNow = async (
  tx: Tx,
  { db, now, tell }: Reach,
  { authorityId, collectionYear, cause: asked, actor, knownAt }: CheckAsked,
): Promise<{
  readonly checked: Checked | NotNeeded;
  readonly year: YearOfRecord;
  readonly recordAt: Moment | undefined;
}> => {
  // Before anything is read: whoever asked later than this may have seen more than the check did.
  const at = knownAt ?? now();
  const earlier = await findLastCheck(tx, collectionYear);
  tell?.({ words: 'Reading the record', share: 0 });
  // In a transaction of its own, as everything read must be of one moment, and this one goes on seeing what is new.
  const read = await asTenantReading(db, { authorityId, knownAt }, async (reading) => {
    const record = await loadForReturns(reading, knownAt);
    const today = londonDayOf(at);
    const year = yearOfRecord(record, { collectionYear, today });
    const last = await lastYearOf(reading, record, { collectionYear, today, tables: year.tables });
    const published = await publishedForRules(reading, [...year.tables, ...(last.tables ?? [])]);
    // An import may have come since the check was asked for: what was read tells, whoever asked.
    const imported = asked === 'changed' && (await wasImportedSince(reading, earlier?.recordAt));
    return { record, year, last, published, imported };
  });
  const { record, year, last, published, imported } = read;
  const cause = asked === 'changed' ? (imported ? 'import' : 'correction') : asked;
  if (year.children.length === 0 && earlier === undefined)
    return { checked: { kind: 'not-needed', why: 'nothing-to-check' }, year, recordAt: record.recordAt };
  const together: (readonly Finding[])[] = [];
  const result = runTelling(tell, {
    onTogether: (findings) => together.push(findings),
    collectionYear,
    period: collectionDaysSoFar(collectionYear, londonDayOf(at)),
    tables: year.tables,
    authority: authorityId,
    ...(last.tables === undefined ? {} : { previous: last.tables }),
    ...(published.providers === undefined ? {} : { providers: published.providers }),
    ...(published.postcodes === undefined ? {} : { postcodes: published.postcodes }),
  });
  tell?.({ words: 'Keeping what was found', share: 0.9 });
  const found = foundInRows(result.findings, {
    year: collectionYear,
    tables: year.tables,
    lastYear: last.tables,
    together,
  });
  const changes = await compareFindings(tx, collectionYear, found);
  const kept = new Set(changes.same);
  const answered = (await listStandingAnswers(tx, collectionYear)).filter(
    ({ finding, decision }) => decision?.how === 'agreed' && kept.has(finding),
  ).length;
  const counts = countsOfCheck(found, {
    collectionYear,
    records: record.records,
    staff: (await loadAccessFacts(tx)).staff,
    on: londonDayOf(at),
    answered,
  });
  const check: NewCheck = {
    collectionYear,
    at,
    cause,
    recordAt: record.recordAt,
    lookedUpIn: published.version,
    lastYear: last.kind,
    lastYearFreeze: last.freeze,
    children: year.children,
    rulesRun: result.ran.length,
    skipped: result.skipped,
    failed: [...new Set(result.failed.map(({ rule }) => rule))],
    counts,
  };
  const id = await saveCheck(tx, check);
  await saveFindings(tx, { collectionYear, check: id }, changes);
  await appendAudit(tx, {
    at: now(),
    actor: actor ?? ACTORS[cause],
    action: 'return-checked',
    subject: { kind: 'return', id: collectionYearLabel(collectionYear) },
    // Nobody has seen anything by this, so nobody is named.
    detail: {
      cause,
      check: id,
      found: changes.found.length,
      cleared: changes.cleared.length,
      changed: changes.changed.length,
      open: counts.open,
      ...(knownAt === undefined ? {} : { knownAt }),
    },
  });
  const checked: Checked = {
    kind: 'checked',
    id,
    at,
    found: changes.found.length,
    cleared: changes.cleared.length,
    open: counts.open,
  };
  return { checked, year, recordAt: record.recordAt };
};
