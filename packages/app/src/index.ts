// import
export {
  type Given,
  type GivenFile,
  type GivenReturn,
  type NotRead,
  readGiven,
  sortIntoReturns,
} from './import/given-files.ts';
// ledger
export { createLedgers, type HeldLedger, type Ledgers } from './ledger/ledgers.ts';
// measure
export { ledgerOfFiles, type MeasuresOfFiles, measuresOfFiles } from './measure/measures-of-files.ts';
// people
export * from './people/manage-people.ts';
export { needsPlace } from './people/place-of-role.ts';
// reference data
export {
  findPublishedAuthority,
  type PopulationFigure,
  type PublishedAuthority,
  readPopulations,
} from './reference/population.ts';
export { type PostcodePlace, readPostcodeDirectory } from './reference/postcode-directory.ts';
// sign-in
export * from './sign-in/create-first-administrator.ts';
export * from './sign-in/demonstration.ts';
export * from './sign-in/identity-provider.ts';
export { hashPassword } from './sign-in/password-hash.ts';
export { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './sign-in/password-rules.ts';
export * from './sign-in/pending-forms.ts';
export { beginSession, signOut, signOutEverywhere } from './sign-in/sessions.ts';
export {
  changePassword,
  findLinkHolder,
  type PasswordSet,
  setPasswordWithLink,
} from './sign-in/set-password.ts';
export * from './sign-in/sign-in-with-identity.ts';
export {
  type PasswordSignedIn,
  type PasswordSignIn,
  signInWithPassword,
} from './sign-in/sign-in-with-password.ts';
export * from './sign-in/visitor.ts';
// the service itself
export { isReady, listAuthorityNames } from './service/readiness.ts';
export { recordView } from './service/record-view.ts';
// the world outside
export { createWorld, type World } from './world.ts';
