/**
 * The side door: what commands do with a return's files alone, with no record and no service. Through the main one they
 * would read the database's and the identity provider's libraries too, three quarters of all that there is to read.
 */
export { type Given, readGiven, saidToBeOf } from './import/given-files.ts';
export { measuresOfFiles } from './measure/measures-of-files.ts';
export { readPopulations } from './reference/population.ts';
export { readPostcodeDirectory } from './reference/postcode-directory.ts';
export { findingsAsCsv, findingsAsWorkbook } from './return-rules/findings-files.ts';
export { type ValidatedFiles, validateFiles } from './return-rules/validate-files.ts';
