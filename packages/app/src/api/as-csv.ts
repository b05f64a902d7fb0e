import { neutraliseFormula } from '@rightplace/ssda903';
import type { ChildrenBody } from './children-for-client.ts';
import type { FigureBody } from './figure-for-client.ts';
import type { MeasuresBody } from './measures-for-client.ts';
import type { SeriesBody } from './series-for-client.ts';

/**
 * The same answers as tables, one line a figure, for programs that load CSV more easily. Every line says what it is of, so
 * that several files can be put under one another.
 */
type Cell = string | number | null | undefined;
type Line = readonly Cell[];

const cell = (value: Cell): string => {
  if (typeof value === 'number') return String(value);
  const text = neutraliseFormula(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const csv = (header: readonly string[], lines: readonly Line[]): string =>
  [header, ...lines].map((line) => `${line.map(cell).join(',')}\r\n`).join('');

export const measuresAsCsv = ({ measures }: MeasuresBody): string =>
  csv(
    [
      'measure',
      'version',
      'title',
      'question',
      'definition',
      'unit',
      'polarity',
      'certainty',
      'over',
      'breakdowns',
    ],
    measures.map((each) => [
      each.id,
      each.version,
      each.title,
      each.question,
      each.definition,
      each.unit,
      each.polarity,
      each.certainty.mark,
      each.over,
      each.breakdowns.join(' '),
    ]),
  );

const FIGURE = ['measure', 'version', 'title', 'unit', 'as of', 'known', 'from', 'by', 'part', 'part title'];
const NUMBER = ['value', 'told', 'numerator', 'denominator'];

export const figureAsCsv = (body: FigureBody): string => {
  const head: Line = [body.measure, body.version, body.title, body.unit, body.asOf];
  if (body.rounded)
    return csv(
      [...FIGURE, ...NUMBER],
      [[...head, body.knownOn ?? 'now', null, null, null, null, body.value, body.told, null, null]],
    );
  const known: Line = [body.knownAt ?? 'now', body.window?.from];
  const told = ({ value }: { readonly value: number | null }): string =>
    value === null ? 'none' : 'as it is';
  return csv(
    [...FIGURE, ...NUMBER],
    [
      [...head, ...known, null, null, null, body.value, told(body), body.numerator, body.denominator],
      ...body.parts.map(
        (part): Line => [
          ...head,
          ...known,
          body.by,
          part.key,
          part.title,
          part.value,
          told(part),
          part.numerator,
          part.denominator,
        ],
      ),
    ],
  );
};

export const seriesAsCsv = (body: SeriesBody): string => {
  const head: Line = [body.measure, body.version, body.title, body.unit];
  const header = ['measure', 'version', 'title', 'unit', 'on', 'known', 'window', ...NUMBER];
  if (body.rounded)
    return csv(
      header,
      body.points.map(({ on, value, told }) => [
        ...head,
        on,
        body.knownOn ?? 'now',
        null,
        value,
        told,
        null,
        null,
      ]),
    );
  return csv(
    header,
    body.points.map(({ on, value, numerator, denominator }) => [
      ...head,
      on,
      body.knownAt ?? 'now',
      body.window,
      value,
      value === null ? 'none' : 'as it is',
      numerator,
      denominator,
    ]),
  );
};

export const childrenAsTable = (body: ChildrenBody): string => {
  const isNamed = body.children.some(({ givenName }) => givenName !== undefined);
  const names = isNamed ? ['given name', 'family name'] : [];
  return csv(
    ['measure', 'as of', 'list', 'by', 'part', 'child', 'times', 'amounts', 'reason', ...names],
    body.children.map((each) => [
      body.measure,
      body.asOf,
      body.side,
      body.by,
      body.part,
      each.child,
      each.times,
      each.amounts.join(' '),
      each.reasonTitle,
      ...(isNamed ? [each.givenName, each.familyName] : []),
    ]),
  );
};
