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

const notRun = ({ result }: ValidatedFiles): readonly string[] =>
  [...Map.groupBy(result.skipped, ({ why }) => why)].map(
    ([why, rules]) => `  ${rules.map(({ rule }) => rule).join(', ')}: ${why}`,
  );

/** For reading at a terminal: the rules that found most first, each with what is wrong, what to do and where. */
export const findingsAsText = (validated: ValidatedFiles): string => {
  const { result, collectionYear, place, upTo } = validated;
  const byRule = Map.groupBy(findingLines(result.findings, collectionYear, place, upTo), ({ rule }) => rule);
  const tallies = talliesByRule(result.findings, collectionYear, upTo);
  const rows = tallies.reduce((sum, tally) => sum + tally.rows, 0);
  const children = new Set(result.findings.map(({ child }) => child)).size;
  const skipped = notRun(validated);
  return [
    `Return for ${collectionYearLabel(collectionYear)}: ${counted(result.ran.length, 'rule', 'rules')} run, ` +
      (rows === 0
        ? 'nothing found.'
        : `${counted(rows, 'row', 'rows')} of ${counted(children, 'child', 'children')} found by ${counted(tallies.length, 'rule', 'rules')}.`),
    '',
    ...tallies.map(({ rule }) => `${ruleText(byRule.get(rule) ?? [], validated)}\n`),
    ...(skipped.length === 0 ? [] : ['Not run:', ...skipped]),
  ]
    .join('\n')
    .trimEnd();
};
