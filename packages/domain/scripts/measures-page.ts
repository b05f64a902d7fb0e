/**
 * Writes the page on measures from their own declarations: `node packages/domain/scripts/measures-page.ts`.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BreakdownMeasure } from '../src/measure/catalogue/breakdowns.ts';
import { CATALOGUE } from '../src/measure/catalogue.ts';
import { DIMENSIONS } from '../src/measure/dimensions.ts';
import {
  type Certainty,
  type Measure,
  OVER,
  QUESTIONS,
  type Question,
  type Unit,
} from '../src/measure/measure.ts';

export const COMMAND = 'node packages/domain/scripts/measures-page.ts';
export const PATH = join(import.meta.dirname, '../../../docs/measures.md');

type Listed = Measure | BreakdownMeasure;

const HEAD = `<!-- Written by \`${COMMAND}\` from the declarations in packages/domain/src/measure/catalogue. Do not edit:
     change a measure and run it again. A test fails until you do. -->`;

const UNITS: Readonly<Record<Unit, string>> = {
  children: 'children',
  events: 'events',
  percent: '%',
  'per-10000': 'per 10,000 children',
  days: 'days',
  hours: 'hours',
  score: 'points',
  each: 'a number',
  households: 'households',
  pence: '£',
  'pence-a-week': '£ a week',
};

/** In the order of how much they can be relied on. */
const MARKS: Readonly<Record<Certainty['mark'], string>> = {
  stated: 'stated by a council’s paper',
  confirmed: 'confirmed against a published definition',
  'established practice': 'established practice in the field, or law',
  local: 'a local convention: authorities differ',
  uncertain: 'not confirmed: check before relying on it',
};

const TAKES = {
  count: 'Number',
  share: 'Share',
  mean: 'Average',
  median: 'Middle value',
  sum: 'Sum',
  ratio: 'Ratio',
} as const;

const takenAs = (measure: Listed): string => {
  if (measure.kind === 'cases') return TAKES[measure.takes];
  if (measure.kind === 'breakdown') return `Number by ${DIMENSIONS[measure.by].title.toLowerCase()}`;
  return measure.unit === 'percent' ? 'Share' : measure.unit === 'per-10000' ? 'Rate' : 'Number';
};

const overOf = (measure: Listed): string => {
  if (measure.kind === 'cases') return OVER[measure.over];
  if (measure.kind === 'breakdown') return overOf(measure.of);
  return measure.kind === 'stock' ? OVER.day : OVER.window;
};

const needsOf = (measure: Listed): readonly string[] =>
  measure.kind === 'cases' ? (measure.needs ?? []) : [];

const inWords = (kind: string): string =>
  kind.replaceAll(/[A-Z0-9]+/g, (part) => ` ${part.toLowerCase()}`).trim();

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const entry = (measure: Listed): string => {
  const { id, title, definition, source, certainty, polarity, unit, fields, version } = measure;
  const needs = needsOf(measure).map(inWords);
  return `### \`${id}\`: ${title}

${definition}

- *${takenAs(measure)}, in ${UNITS[unit]}. ${overOf(measure)}. ${capital(polarity)}. Version ${version}.*
- *${capital(certainty.mark)}.* ${certainty.says}
- *Asked for by* ${source}.
- *Worked out from* ${fields.join(', ')}.
${needs.length === 0 ? '' : `- *Has no figure until these records are kept:* ${needs.join(', ')}.\n`}`;
};

const indexRow = (measure: Listed): string =>
  `| \`${measure.id}\` | ${measure.title.replaceAll('|', '\\|')} | ${measure.certainty.mark} | ${UNITS[measure.unit]} | ${needsOf(measure).length === 0 ? 'the return' : 'other records'} |`;

export const measuresPage = (catalogue: readonly Listed[] = CATALOGUE): string => {
  const byQuestion = (question: Question): readonly Listed[] =>
    catalogue.filter((measure) => measure.question === question);
  const questions = Object.keys(QUESTIONS) as readonly Question[];
  const fromReturn = catalogue.filter((measure) => needsOf(measure).length === 0).length;
  return `${HEAD}

# Measures

Rightplace knows ${catalogue.length} measures. ${fromReturn} are worked out from the looked-after return and what is kept with it; the others
need records that other parts bring, and have no figure (which is not nought) until those are kept. [How to add one](guides/add-a-measure.md)
is a guide of its own.

How sure we are of each definition is said by a mark, and in a sentence:

${Object.entries(MARKS)
  .map(([mark, says]) => `- **${mark}**: ${says}.`)
  .join('\n')}

## All of them

| id | title | certainty | in | from |
|---|---|---|---|---|
${catalogue.map(indexRow).join('\n')}

${questions
  .map((question) => `## ${QUESTIONS[question]}\n\n${byQuestion(question).map(entry).join('\n')}`)
  .join('\n')}`;
};

if (import.meta.main) writeFileSync(PATH, measuresPage());
