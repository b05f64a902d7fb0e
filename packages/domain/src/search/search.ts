import { type Day, parseDay } from '../calendar/day.ts';
import type { Moment } from '../calendar/moment.ts';
import type { Answer, Answers } from '../form/form.ts';
import { parseMoney } from '../money/parse-money.ts';
import { type PencePerWeek, pencePerWeek } from '../money/weekly.ts';
import type { Doer } from '../workflow/part.ts';
import { type Checked, type CheckId, readCheck } from './checks.ts';
import { type GateAnswer, isGate } from './gates.ts';
import { isKindOfHome, type KindOfHomeId } from './kinds-of-home.ts';
import type { SearchEntry } from './log-entry.ts';
import { isSearchTier, type SearchTier } from './tiers.ts';

/** What was asked of whoever looks for a home, and what was answered. */
export interface ProviderQuestion {
  readonly number: number;
  readonly asked: string;
  readonly answer: string | undefined;
}

/** What a provider made of an approach: the last thing they said. */
export type Reply =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'no-reply' }
  | { readonly kind: 'declined'; readonly reason: string; readonly words: string; readonly at: Moment }
  | { readonly kind: 'offer'; readonly offer: number };

/** One provider asked once. */
export interface Approach {
  readonly number: number;
  readonly at: Moment;
  readonly by: Doer;
  readonly tier: SearchTier;
  readonly provider: string;
  readonly home: string | undefined;
  readonly channel: string;
  readonly sentOn: Day | undefined;
  readonly sentAt: string | undefined;
  readonly openedOn: Day | undefined;
  readonly questions: readonly ProviderQuestion[];
  readonly reply: Reply;
}

export interface Addition {
  readonly what: string;
  readonly weekly: PencePerWeek;
  readonly starts: Day;
  /** The last day on which it is paid; undefined for as long as the child lives there. */
  readonly ends: Day | undefined;
  readonly why: string;
}

interface Reasoned {
  readonly reason: string | undefined;
  readonly words: string;
  readonly by: Doer;
  readonly at: Moment;
}

export interface ProposedFigure {
  readonly by: 'us' | 'provider';
  readonly weekly: PencePerWeek;
  readonly where: string;
  readonly words: string;
  readonly at: Moment;
  readonly writtenBy: Doer;
}

/** A home that a provider would give the child. */
export interface Offer {
  /** Of its entry. */
  readonly number: number;
  /** How it is called when it is chosen: its place among the offers of the search, and the home. Never another's. */
  readonly key: string;
  readonly approach: number;
  readonly provider: string;
  readonly tier: SearchTier;
  readonly at: Moment;
  readonly home: string;
  readonly kind: KindOfHomeId | undefined;
  readonly core: PencePerWeek;
  readonly additions: readonly Addition[];
  readonly startsOn: Day | undefined;
  /** Everything that was said of it, question by question. */
  readonly said: Answers;
  readonly shared: Omit<Reasoned, 'reason'> | undefined;
  readonly unsuitable: Reasoned | undefined;
  readonly notWanted: Reasoned | undefined;
  readonly withdrawn: Omit<Reasoned, 'reason'> | undefined;
  readonly figures: readonly ProposedFigure[];
  /** Each check as it was last recorded. */
  readonly checks: ReadonlyMap<CheckId, Checked>;
  readonly gates: readonly GateAnswer[];
}

/** How many of each there were. */
export interface SearchCounts {
  readonly approached: number;
  readonly replied: number;
  readonly offered: number;
  readonly shared: number;
}

export interface Search {
  readonly approaches: readonly Approach[];
  readonly offers: readonly Offer[];
  readonly counts: SearchCounts;
}

const wordIn = (answer: Answer | undefined): string => (typeof answer === 'string' ? answer : '');
const dayIn = (answer: Answer | undefined): Day | undefined => parseDay(wordIn(answer));
const weeklyIn = (answer: Answer | undefined): PencePerWeek => {
  const read = parseMoney(wordIn(answer));
  return pencePerWeek(read.kind === 'money' ? read.pence : 0);
};

const additionsIn = (answer: Answer | undefined): readonly Addition[] =>
  answer === undefined || typeof answer === 'string'
    ? []
    : answer.flatMap((entry) => {
        if (typeof entry === 'string') return [];
        const starts = dayIn(entry.starts);
        if (starts === undefined) return [];
        const [what, why, ends] = [wordIn(entry.what), wordIn(entry.why), dayIn(entry.ends)];
        return [{ what, weekly: weeklyIn(entry.weekly), starts, ends, why }];
      });

const reasoned = ({ said, by, at }: SearchEntry): Reasoned => ({
  reason: typeof said.reason === 'string' ? said.reason : undefined,
  words: wordIn(said.words),
  by,
  at,
});

const replyFrom = (about: readonly SearchEntry[]): Reply => {
  const last = about.findLast(({ kind }) => kind === 'offer' || kind === 'declined' || kind === 'no-reply');
  if (last === undefined) return { kind: 'waiting' };
  if (last.kind === 'offer') return { kind: 'offer', offer: last.number };
  if (last.kind === 'no-reply') return { kind: 'no-reply' };
  const { reason, words, at } = reasoned(last);
  return { kind: 'declined', reason: reason ?? 'other', words, at };
};

type ByAbout = ReadonlyMap<number, readonly SearchEntry[]>;

const approachFrom = (entry: SearchEntry, of: ByAbout): Approach => {
  const { number, at, by, said } = entry;
  const about = of.get(number) ?? [];
  const tier = wordIn(said.tier);
  if (!isSearchTier(tier)) throw new Error(`Approach ${number} is in no tier`);
  return {
    number,
    at,
    by,
    tier,
    provider: wordIn(said.provider),
    home: wordIn(said['about-home']) || undefined,
    channel: wordIn(said.channel),
    sentOn: dayIn(said['sent-on']),
    sentAt: wordIn(said['sent-at']) || undefined,
    openedOn: dayIn(about.find(({ kind }) => kind === 'opened')?.said.on),
    questions: about
      .filter(({ kind }) => kind === 'question')
      .map((question) => ({
        number: question.number,
        asked: wordIn(question.said.words),
        answer:
          wordIn((of.get(question.number) ?? []).findLast(({ kind }) => kind === 'answer')?.said.words) ||
          undefined,
      })),
    reply: replyFrom(about),
  };
};

const checksFrom = (about: readonly SearchEntry[]): ReadonlyMap<CheckId, Checked> =>
  new Map(
    about.flatMap(({ kind, said }) => {
      const [check, result, evidence] = [wordIn(said.check), wordIn(said.result), wordIn(said.evidence)];
      const read =
        kind === 'check' ? readCheck({ check, result, evidence, until: dayIn(said.until) }) : undefined;
      return read === undefined ? [] : [[read.id, read] as const];
    }),
  );

const gatesFrom = (about: readonly SearchEntry[]): readonly GateAnswer[] =>
  about.flatMap(({ kind, said, by }) => {
    const [gate, on] = [wordIn(said.gate), dayIn(said.on)];
    return kind !== 'gate' || !isGate(gate) || on === undefined
      ? []
      : [{ gate, role: by.part.role, words: wordIn(said.words), on, until: dayIn(said.until) }];
  });

const figuresFrom = (about: readonly SearchEntry[]): readonly ProposedFigure[] =>
  about.flatMap(({ kind, said, at, by }) =>
    kind !== 'figure'
      ? []
      : [
          {
            by: said['proposed-by'] === 'us' ? 'us' : 'provider',
            weekly: weeklyIn(said.weekly),
            where: wordIn(said['proposed-where']),
            words: wordIn(said.words),
            at,
            writtenBy: by,
          } as const,
        ],
  );

const offerFrom = (entry: SearchEntry, place: number, approach: Approach, of: ByAbout): Offer => {
  const { number, at, said } = entry;
  const about = of.get(number) ?? [];
  const last = (kind: SearchEntry['kind']): Reasoned | undefined => {
    const found = about.findLast((one) => one.kind === kind);
    return found && reasoned(found);
  };
  // Shared or not is as it was said last.
  const decision = about.findLast(({ kind }) => kind === 'shared' || kind === 'unsuitable');
  const kind = wordIn(said['home-kind']);
  const home = wordIn(said.home);
  return {
    number,
    key: `Offer ${place}: ${home}`,
    approach: approach.number,
    provider: approach.provider,
    tier: approach.tier,
    at,
    home,
    kind: isKindOfHome(kind) ? kind : undefined,
    core: weeklyIn(said['core-weekly']),
    additions: additionsIn(said.additions),
    startsOn: dayIn(said['starts-on']),
    said,
    shared: decision?.kind === 'shared' ? reasoned(decision) : undefined,
    unsuitable: decision?.kind === 'unsuitable' ? reasoned(decision) : undefined,
    notWanted: last('not-wanted'),
    withdrawn: last('withdrawn'),
    figures: figuresFrom(about),
    checks: checksFrom(about),
    gates: gatesFrom(about),
  };
};

/**
 * A search as its log tells it, in whatever order the entries come: each has its number. Throws for one that is about nothing
 * that was written before it: then the store is at fault.
 */
export const searchFrom = (entries: readonly SearchEntry[]): Search => {
  const inOrder = entries.toSorted((a, b) => a.number - b.number);
  const known = new Set<number>();
  for (const { number, about } of inOrder) {
    if (known.has(number)) throw new Error(`Two entries are number ${number}`);
    if (about !== null && !known.has(about))
      throw new Error(`Entry ${number} is about ${about}, which is not there`);
    known.add(number);
  }
  const of: ByAbout = Map.groupBy(
    inOrder.filter(({ about }) => about !== null),
    ({ about }) => about ?? 0,
  );
  const approaches = inOrder
    .filter(({ kind }) => kind === 'approach')
    .map((entry) => approachFrom(entry, of));
  const byNumber = new Map(approaches.map((approach) => [approach.number, approach]));
  const offers = inOrder
    .filter(({ kind }) => kind === 'offer')
    .map((entry, at) => {
      const approach = byNumber.get(entry.about ?? 0);
      if (approach === undefined) throw new Error(`Offer ${entry.number} is of no approach`);
      return offerFrom(entry, at + 1, approach, of);
    });
  const replied = new Set(
    inOrder.filter(({ kind }) => kind === 'offer' || kind === 'declined').map(({ about }) => about),
  );
  const shared = new Set(inOrder.filter(({ kind }) => kind === 'shared').map(({ about }) => about));
  return {
    approaches,
    offers,
    counts: {
      approached: approaches.length,
      replied: replied.size,
      offered: offers.length,
      shared: shared.size,
    },
  };
};

/** Whether the social worker may choose it. */
export const isOpenToChoose = ({ shared, withdrawn }: Offer): boolean =>
  shared !== undefined && withdrawn === undefined;
