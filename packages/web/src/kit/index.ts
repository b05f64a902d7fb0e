export { asTyped } from './as-typed.ts';
export * from './assets.ts';
export * from './cards.ts';
export { type Colour, contrast, parseColour, SERIES_COLOURS, textOn } from './colour.ts';
export * from './components/moj.ts';
export type * from './components/option-types.ts';
export { type FilledIn, fillIn, type TypedFields } from './fill-in.ts';
export * from './form.ts';
export * from './format.ts';
export * from './generated/govuk.ts';
export {
  type AttributeValue,
  attributes,
  type Content,
  escapeHtml,
  Html,
  html,
  join,
  noHtml,
  raw,
  safeUrl,
} from './html.ts';
export * from './layout.ts';
export { inlineScriptHashes } from './page-script.ts';
export { type Column, type ColumnSort, type DataTableOptions, dataTable, scrollable } from './table.ts';
export * from './text.ts';
