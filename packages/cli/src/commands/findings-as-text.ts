import type { ValidatedFiles } from '@rightplace/app/files';
import { collectionYearLabel } from '@rightplace/domain';
import {
  cellsInWords,
  type FindingLine,
  findingLines,
  findRule,
  ruleWords,
  talliesByRule,
} from '@rightplace/ssda903';

/** How many rows of one rule are told one by one before the rest are only counted. */
const TOLD = 5;

const counted = (n: number, one: string, many: string): string =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;

const placeOf = (found: FindingLine): string =>
  `    ${found.file}, line ${found.line}${found.child === '' ? '' : `, child ${found.child}`}: ${cellsInWords(found)}`;

const ruleText = (
  lines: readonly FindingLine[],
  { collectionYear, upTo }: Pick<ValidatedFiles, 'collectionYear' | 'upTo'>,
): string => {
  const [first] = lines;
  if (first === undefined) return '';
  const rule = findRule(first.rule, collectionYear);
  const said = rule && ruleWords(rule, upTo);
  const more = lines.length - TOLD;
  return [
    `${first.rule}  ${first.title}: ${counted(lines.length, 'row', 'rows')}`,
    `  ${said?.wrong ?? first.message}`,
    `  ${said?.todo ?? ''}`,
    ...lines.slice(0, TOLD).map(placeOf),
    ...(more > 0
      ? [`    and ${more.toLocaleString('en-GB')} more; --format csv or xlsx lists them all.`]
      : []),
  ].join('\n');
};

/** Fewer than these are named; of more it is enough to know what they lack. */
const FEW_NOT_RUN = 4;

/** What was not given, that which most rules lack first. */
const notRun = ({ result: { skipped } }: ValidatedFiles): readonly string[] => {
  if (skipped.length === 0) return [];
  const byLack = [...Map.groupBy(skipped, ({ why }) => why)].toSorted(([, a], [, b]) => b.length - a.length);
  return [
    `Not run: ${counted(skipped.length, 'rule', 'rules')}.`,
    ...byLack.map(([why, rules]) => {
      const codes = rules.map(({ rule }) => rule).join(', ');
      return `  ${rules.length < FEW_NOT_RUN ? codes : counted(rules.length, 'rule', 'rules')}: ${why}`;
    }),
    ...(byLack.some(([, rules]) => rules.length >= FEW_NOT_RUN)
      ? ['  --format json or xlsx names them all.']
      : []),
  ];
};

/** For reading at a terminal: the rules that found most first, each with what is wrong, what to do and where. */
export const findingsAsText = (validated: ValidatedFiles): string => {
  const { result, collectionYear, place, upTo } = validated;
  const byRule = Map.groupBy(findingLines(result.findings, collectionYear, place, upTo), ({ rule }) => rule);
  const tallies = talliesByRule(result.findings, collectionYear, upTo);
  const rows = tallies.reduce((sum, tally) => sum + tally.rows, 0);
  const children = new Set(result.findings.map(({ child }) => child)).size;
  return [
    `Return for ${collectionYearLabel(collectionYear)}: ${counted(result.ran.length, 'rule', 'rules')} run, ` +
      (rows === 0
        ? 'nothing found.'
        : `${counted(rows, 'row', 'rows')} of ${counted(children, 'child', 'children')} found by ${counted(tallies.length, 'rule', 'rules')}.`),
    '',
    ...tallies.map(({ rule }) => `${ruleText(byRule.get(rule) ?? [], validated)}\n`),
    ...notRun(validated),
  ]
    .join('\n')
    .trimEnd();
};
