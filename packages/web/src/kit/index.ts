export * from './assets.ts';
export * from './colour.ts';
export * from './components/moj.ts';
export type * from './components/option-types.ts';
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
