/**
 * Writes the pages on the rules of the return from the rules' own declarations:
 * `node packages/ssda903/scripts/rule-pages.ts`.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CollectionYear, collectionYearLabel } from '@rightplace/domain';
import { listed } from '../src/set-aside.ts';
import type { SourceName } from '../src/validate/return-table.ts';
import { FIRST_YEAR, type Reference, type Rule, type Severity } from '../src/validate/rule.ts';
import { RULES } from '../src/validate/rules/rules.ts';
import { LAST_YEAR } from '../src/validate/ruleset.ts';

export const COMMAND = 'node packages/ssda903/scripts/rule-pages.ts';

const HEAD = `<!-- Written by \`${COMMAND}\` from the declarations in packages/ssda903/src/validate/rules. Do not edit:
     change a rule and run it again. A test fails until you do. -->`;

const SEVERITY: Readonly<Record<Severity, string>> = { error: 'Error', query: 'Query', warning: 'Warning' };

const REFERENCE: Readonly<Record<Reference, string>> = {
  PL_LA: 'a postcode directory',
  PL_LOCATION: 'a postcode directory and the reporting authority',
  PL_DISTANCE: 'a postcode directory',
  postcodes: 'a postcode directory',
  providers: 'Ofsted’s lists of providers',
  'provider authorities': 'the authority of each provider',
  authority: 'the reporting authority',
  unaccompanied: 'who is unaccompanied (this year’s or last year’s UASC file, or an XML return)',
  'unaccompanied this year': 'who is unaccompanied (this year’s UASC file, or an XML return)',
  'unaccompanied last year': 'who was unaccompanied (last year’s UASC file, or an XML return)',
};

/** 99 before 101, 197a before 197B, and the codes that begin with a letter last. */
const byCode = (a: Rule, b: Rule): number =>
  a.code.localeCompare(b.code, 'en', { numeric: true }) || a.from - b.from;

const inCell = (text: string): string => text.replaceAll('|', '\\|');

const tableName = (table: SourceName): string =>
  table.endsWith('_last') ? `last year’s ${table.replace('_last', '')}` : table;

const tablesMarked = ({ check }: Rule): readonly SourceName[] =>
  check.kind === 'child' ? check.tables : [check.table];

const needsOf = (rule: Rule): string => {
  const marked = new Set<string>(tablesMarked(rule));
  const filled = new Set<string>(rule.needsFilled);
  const needs = [
    ...rule.needs.filter((table) => !marked.has(table) && !filled.has(table)).map(tableName),
    ...rule.needsFilled.map((table) => `a row in ${tableName(table)}`),
    ...rule.needsOneOf.map((either) => either.map(tableName).join(' or ')),
    ...rule.needsInXml.map((table) => `${tableName(table)} if the return is XML`),
    ...new Set(rule.reference.map((needed) => REFERENCE[needed])),
  ];
  return needs.length === 0 ? '' : ` Also needs ${listed(needs)}.`;
};

const yearsOf = (from: CollectionYear, to: CollectionYear | undefined): string => {
  if (to === undefined) return from === FIRST_YEAR ? 'all' : `since ${collectionYearLabel(from)}`;
  return from === to
    ? collectionYearLabel(from)
    : `${collectionYearLabel(from)} to ${collectionYearLabel(to)}`;
};

const holdsInLastYear = ({ to }: Rule): boolean => to === undefined || to >= LAST_YEAR;

const FORMAT = { csv: ' CSV returns only.', xml: ' XML returns only.' };

const entry = (rule: Rule, earlier: readonly Rule[]): string => {
  const { code, title, wrong, todo, severity, fields, format, from } = rule;
  const since = from === FIRST_YEAR ? '' : ` Since ${collectionYearLabel(from)}.`;
  const before = earlier.map(
    (old) =>
      `- ${yearsOf(old.from, old.to)}: ${old.wrong === wrong ? 'another version, in the same words.' : old.wrong}`,
  );
  return [
    `### ${code}: ${title}\n`,
    `${wrong} ${todo}\n`,
    `*${SEVERITY[severity]}. Marks ${listed(fields)} in ${listed(tablesMarked(rule).map(tableName))}.` +
      `${needsOf(rule)}${format === undefined ? '' : FORMAT[format]}${since}*\n`,
    ...(before.length === 0 ? [] : [`${before.join('\n')}\n`]),
  ].join('\n');
};

export const rulesPage = (rules: readonly Rule[] = RULES): string => {
  const sorted = rules.toSorted(byCode);
  const held = sorted.filter(holdsInLastYear);
  const codes = new Set(held.map(({ code }) => code));
  const retired = sorted.filter(({ code }) => !codes.has(code));
  const inForce = held.filter(({ ours }) => !ours);
  const own = held.filter(({ ours }) => ours);
  const entries = (of: readonly Rule[]): string =>
    of
      .map((rule) =>
        entry(
          rule,
          sorted.filter((old) => old !== rule && old.code === rule.code),
        ),
      )
      .join('\n');
  const count = (of: Severity): number => inForce.filter(({ severity }) => severity === of).length;
  return `${HEAD}

# Rules of the return, ${collectionYearLabel(LAST_YEAR)}

Rightplace checks a return against ${inForce.length} rules in ${collectionYearLabel(LAST_YEAR)}. They find errors (${count('error')}), which must be put right or
explained; queries (${count('query')}), about what is unusual and may be true; and warnings (${count('warning')}), which only tell. A rule whose
files or lists were not given is skipped and said to be skipped: it is never passed for want of them.

Codes are the Department for Education’s, and so are the names of tables and columns. The words are ours. For rulings,
ask the Department’s own validation rules of the year. [Where these rules depart from the validator that most
authorities use](return-rules-departures.md) has a page of its own, and so has
[how to add or change a rule](guides/add-a-rule.md).

## Rules in force

${entries(inForce)}
${
  own.length === 0
    ? ''
    : `## Rules of our own, run when asked for

${entries(own)}
`
}## Rules of earlier years only

| Rule | Years | What it finds |
|---|---|---|
${retired.map(({ code, title, wrong, from, to }) => `| ${code} | ${yearsOf(from, to)} | **${inCell(title)}.** ${inCell(wrong)} |`).join('\n')}
`;
};

interface Departure {
  readonly code: string;
  readonly from: CollectionYear;
  readonly to: CollectionYear | undefined;
  readonly departs: string;
}

/** Versions of a rule that depart in the same words, one after the other, are one departure. */
const departuresOf = (rules: readonly Rule[]): readonly Departure[] => {
  const all: Departure[] = [];
  for (const { code, from, to, departs } of rules.toSorted(byCode)) {
    if (departs === undefined) continue;
    const before = all.at(-1);
    if (before?.code === code && before.departs === departs && before.to === from - 1)
      all[all.length - 1] = { ...before, to };
    else all.push({ code, from, to, departs });
  }
  return all;
};

export const departuresPage = (rules: readonly Rule[] = RULES): string => {
  const departures = departuresOf(rules);
  return `${HEAD}

# Where our rules depart from the validator most authorities use now

Most authorities now check their return with an open validator, [csc-validator-be-903](https://github.com/data-to-insight/csc-validator-be-903) by Data to Insight (MIT
licence), before they send it. Of most rules it and we make the same. This page says of which we do not, and why, so
that nobody need wonder which of the two is broken.

What it does is described here from catalogues of its rules, made from what is public, at version 0.1.15 of spring 2026.
It may have changed since. None of its code is in Rightplace; our rules are written anew and our results are our own.
Neither it nor we speak for the Department for Education, whose validation rules of the year are the authority: where
they say otherwise, we are wrong and the rule should be changed.

## In every rule

- Cells are trimmed and put in capitals before they are checked. A space at the end of a code is never a finding.
- A cell that cannot be read is reported by the rule for that cell and fails, or lets pass, its own row only. It never
  stops a rule for other children.
- A rule sees what was given and no other rule’s doings. A rule whose files are missing is skipped, and says so.
- A row without CHILD belongs to no child, and matches nothing.
- A child counts as looked after continuously for the year only if care reaches the end of the year: one episode that
  ends in June with X1 and is not followed is not a year of care.
- Where both readings of a rule can be defended, a few rules take the other one if they are run with
  \`peerCompatible\`. What it does then is tested beside what we do.

## Rule by rule

“It”, “others” and “the other validator” all mean that one. Of ${new Set(rules.map(({ code }) => code)).size} codes, ${new Set(departures.map(({ code }) => code)).size} depart.

| Rule | Years | What it does, what we do, and why |
|---|---|---|
${departures.map(({ code, from, to, departs }) => `| ${code} | ${yearsOf(from, to)} | ${inCell(departs)} |`).join('\n')}
`;
};

const docs = join(import.meta.dirname, '../../../docs');

export const PAGES = [
  { path: join(docs, 'return-rules.md'), text: rulesPage },
  { path: join(docs, 'return-rules-departures.md'), text: departuresPage },
] as const;

if (import.meta.main) for (const { path, text } of PAGES) writeFileSync(path, text());
