import type { DocumentToWrite } from './document.ts';
import { xmlText } from './plain-text.ts';

/**
 * What a document says of itself: its title, whose it is, its language and when it was made. Written here because the
 * library would put the moment of writing, and no language; the same document must give the same bytes.
 */
export const propertiesOf = ({ title, authority, madeAt }: DocumentToWrite) => ({
  path: 'docProps/core.xml',
  data: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(title)}</dc:title><dc:creator>${xmlText(authority)}</dc:creator><dc:language>en-GB</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${xmlText(madeAt)}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${xmlText(madeAt)}</dcterms:modified></cp:coreProperties>`,
});
