import type { Day } from '../calendar/day.ts';
import type { Moment } from '../calendar/moment.ts';
import type { Answer, Answers } from '../form/form.ts';
import type { PencePerWeek } from '../money/weekly.ts';
import type { Doer } from '../workflow/part.ts';
import type { Approach } from './approach.ts';
import { type Checked, type CheckId, readCheck } from './checks.ts';
import { lastDayOfOrder, orderIn } from './court-order.ts';
import { type GateAnswer, isGate } from './gates.ts';
import { isKindOfHome, type KindOfHomeId } from './kinds-of-home.ts';
import type { SearchEntry } from './log-entry.ts';
import { type ByAbout, dayIn, type Reasoned, reasoned, weeklyIn, wordIn } from './said-in-entry.ts';
import type { SearchTier } from './tiers.ts';

export interface Addition {
  readonly what: string;
  readonly weekly: PencePerWeek;
  readonly starts: Day;
  /** The last day on which it is paid; undefined for as long as the child lives there. */
  readonly ends: Day | undefined;
  readonly why: string;
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
  /** Of the register; undefined for somebody who is not in it. */
  readonly providerId: number | undefined;
  readonly settingId: number | undefined;
  /** Another home than was asked, of which the register knows nothing. Absent where nobody has looked, or it does. */
  readonly isHomeUnknown?: true;
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
  /** When it was shared for the first time, also where it is not shared now. */
  readonly sharedFirst: Moment | undefined;
  /** When it was shared last, also where it is not shared now. */
  readonly sharedLast: Moment | undefined;
  readonly unsuitable: Reasoned | undefined;
  readonly notWanted: Reasoned | undefined;
  readonly withdrawn: Omit<Reasoned, 'reason'> | undefined;
  readonly figures: readonly ProposedFigure[];
  /** Each check as it was last recorded. */
  readonly checks: ReadonlyMap<CheckId, Checked>;
  readonly gates: readonly GateAnswer[];
  /** Orders of the High Court and how registration stands, as they were written. */
  readonly ofOrder: readonly SearchEntry[];
}

/** Whether the social worker may choose it. */
export const isOpenToChoose = ({ shared, withdrawn }: Offer): boolean =>
  shared !== undefined && withdrawn === undefined;

/** Additions as they were typed in a list; one without a first day is none. */
export const additionsIn = (answer: Answer | undefined): readonly Addition[] =>
  answer === undefined || typeof answer === 'string'
    ? []
    : answer.flatMap((entry) => {
        if (typeof entry === 'string') return [];
        const starts = dayIn(entry.starts);
        if (starts === undefined) return [];
        const [what, why, ends] = [wordIn(entry.what), wordIn(entry.why), dayIn(entry.ends)];
        return [{ what, weekly: weeklyIn(entry.weekly), starts, ends, why }];
      });

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

/** An order opens both what it is of: that nobody registers the home, and that the child’s liberty is restricted there. */
const gatesByOrder = (about: readonly SearchEntry[]): readonly GateAnswer[] => {
  const registration = about.findLast(({ kind }) => kind === 'registration');
  if (registration?.said.result === 'refused') return [];
  return about.flatMap((entry) => {
    const order = orderIn(entry);
    if (order === undefined) return [];
    const opened = {
      role: entry.by.part.role,
      words: `Order of the High Court ${order.number}, ${order.judge}`,
      on: order.madeOn,
      until: lastDayOfOrder(order),
      byOrder: true,
    } as const;
    return (['registered', 'liberty'] as const).map((gate) => ({ gate, ...opened }));
  });
};

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

/** An offer, the so-manyth of its search, with what was written about it. */
export const offerFrom = (entry: SearchEntry, place: number, approach: Approach, of: ByAbout): Offer => {
  const { number, at, said, register } = entry;
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
    providerId: approach.providerId,
    settingId: register === undefined ? approach.settingId : (register.settingId ?? undefined),
    tier: approach.tier,
    at,
    home,
    kind: isKindOfHome(kind) ? kind : undefined,
    core: weeklyIn(said['core-weekly']),
    additions: additionsIn(said.additions),
    startsOn: dayIn(said['starts-on']),
    said,
    shared: decision?.kind === 'shared' ? reasoned(decision) : undefined,
    sharedFirst: about.find((one) => one.kind === 'shared')?.at,
    sharedLast: about.findLast((one) => one.kind === 'shared')?.at,
    unsuitable: decision?.kind === 'unsuitable' ? reasoned(decision) : undefined,
    notWanted: last('not-wanted'),
    withdrawn: last('withdrawn'),
    figures: figuresFrom(about),
    checks: checksFrom(about),
    gates: [...gatesFrom(about), ...gatesByOrder(about)],
    ofOrder: about.filter((one) => one.kind === 'court-order' || one.kind === 'registration'),
  };
};
