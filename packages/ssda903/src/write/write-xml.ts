import type { TableName } from '../tables/table.ts';
import { BLOCK_PLACES, EPISODE_PLACE, elementOf, HEADER_PLACES, type XmlPlace } from '../xml/elements.ts';
import type { Row } from './cells.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\r': '&#13;',
  '\n': '&#10;',
};

const escaped = (text: string): string => text.replace(/[&<>\r\n]/g, (sign) => ESCAPES[sign] ?? sign);

const item = (column: string, text: string | undefined): string => {
  const element = elementOf(column);
  return text === undefined || text === '' ? `<${element}/>` : `<${element}>${escaped(text)}</${element}>`;
};

const items = (columns: readonly string[], row: Row): string =>
  columns.map((column) => item(column, row[column])).join('');

const block = ({ element, columns }: XmlPlace, row: Row): string =>
  `<${element}>${items(columns, row)}</${element}>`;

type RowsOfChild = ReadonlyMap<TableName, readonly Row[]>;

const IDENTITY = ['CHILD', 'UPN', 'SEX', 'DOB', 'ETHNIC'];

const header = (id: string, rows: RowsOfChild): string => {
  const own = rows.get('Header')?.[0];
  const uasc = rows.get('UASC')?.[0];
  // A child without a Header row still has a HEADER, as the other tables take the child's day of birth from it.
  const any = own ?? uasc ?? firstRow(rows) ?? {};
  const child: Row = { ...own, CHILD: id, DOB: any['DOB'] ?? '', SEX: any['SEX'] ?? '' };
  // Asked of every child who has a Header (rule 105); read again, a 0 makes no row of the table.
  const none = own === undefined ? '<UASC/>' : '<UASC>0</UASC>';
  const status = uasc === undefined ? none : `<UASC>1</UASC>${item('DUC', uasc['DUC'])}`;
  const inHeader = HEADER_PLACES.map(({ table, columns }) => {
    const row = rows.get(table)?.[0];
    return row === undefined ? '' : items(columns, row);
  });
  const blocks = BLOCK_PLACES.map((place) =>
    (rows.get(place.table) ?? []).map((row) => block(place, row)).join(''),
  );
  return [
    '<HEADER>',
    items(IDENTITY, child),
    status,
    items(['MOTHER', 'MC_DOB'], child),
    ...inHeader,
    ...blocks,
    '</HEADER>',
  ].join('');
};

const firstRow = (rows: RowsOfChild): Row | undefined => {
  for (const [table, [row]] of rows) if (table !== 'Episodes' && row !== undefined) return row;
  return undefined;
};

/** The return as one XML file: a CHILD to a line, so that a row's line says something. */
export const writeXml = (children: Iterable<readonly [id: string, rows: RowsOfChild]>): string => {
  const lines = ['<?xml version="1.0" encoding="utf-8"?>', '<EXPSSDA903>'];
  for (const [id, rows] of children) {
    const episodes = (rows.get('Episodes') ?? []).map((row) => block(EPISODE_PLACE, row));
    lines.push(`<CHILD>${header(id, rows)}${episodes.join('')}</CHILD>`);
  }
  return [...lines, '</EXPSSDA903>', ''].join('\n');
};
