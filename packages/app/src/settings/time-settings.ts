import {
  type ClockSpan,
  clockSpanInWords,
  EVERY_WORKFLOW,
  findShorterFault,
  findSpanFault,
  type NamedSpan,
  type Refusal,
  type ShortenableRule,
  type SpanUnit,
  shortenableOf,
  spansOf,
} from '@rightplace/domain';
import { CLOCK_RULES, SHORTER } from '../clocks/clocks-kept.ts';

/** How long something may take, which an authority sets: a step of a process, or less than a rule of what is due allows. */
export interface TimeSetting {
  readonly key: string;
  readonly title: string;
  readonly uses: readonly string[];
  readonly unit: SpanUnit;
  /** What holds until it is set. */
  readonly standard: number;
  /** Where it comes from: of a rule, the law or the guidance. */
  readonly source: string | undefined;
  readonly findFault: (count: number) => Refusal | undefined;
}

/** The settings of one process, or of what is due for children. */
export interface TimeSettingGroup {
  readonly title: string;
  readonly settings: readonly TimeSetting[];
}

const SPAN = 'spans.';

export const spanKey = (setting: string): string => `${SPAN}${setting}`;

const ofSpan = (span: NamedSpan): TimeSetting => ({
  key: spanKey(span.setting),
  title: span.uses.map((use) => use.replace(/: .*$/, '')).join('; '),
  uses: span.uses,
  unit: 'working-days',
  standard: span.workingDays,
  source: undefined,
  findFault: (count) => findSpanFault(span, count),
});

const ofRule = (shortenable: ShortenableRule): TimeSetting => {
  const { rule, span } = shortenable;
  return {
    key: `${SHORTER}${rule.id}`,
    title: rule.title,
    uses: [`Allowed by ${rule.basis === 'law' ? 'the law' : 'practice'}: ${clockSpanInWords(span)}`],
    unit: span.unit,
    standard: span.count,
    source: rule.source,
    findFault: (count) => findShorterFault(shortenable, count),
  };
};

/** By process, from the tables themselves: one that is added is here by itself. What is due for children comes last. */
export const TIME_SETTINGS: readonly TimeSettingGroup[] = [
  ...EVERY_WORKFLOW.map((workflow) => ({
    title: workflow.title,
    settings: spansOf(workflow).map(ofSpan),
  })).filter(({ settings }) => settings.length > 0),
  { title: 'What is due for children', settings: shortenableOf(CLOCK_RULES).map(ofRule) },
];

export const findTimeSetting = (key: string): TimeSetting | undefined =>
  TIME_SETTINGS.flatMap(({ settings }) => settings).find((one) => one.key === key);

/** "10 working days"; of none, that it is the same day. */
export const timeInWords = ({ unit, count }: ClockSpan): string =>
  count === 0 ? 'the same day' : clockSpanInWords({ unit, count });

/** From what is kept; what cannot be read, or is not allowed any more, is as if nothing had been set. */
export const countKept = ({ findFault }: TimeSetting, kept: unknown): number | undefined =>
  typeof kept === 'number' && findFault(kept) === undefined ? kept : undefined;
