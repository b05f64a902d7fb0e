/** Documents as blocks, and as Word files, by one library behind one door. See README.md. */
export type { Block, DocumentToWrite, Fact } from './document.ts';
export { writeDocument } from './write-document.ts';
