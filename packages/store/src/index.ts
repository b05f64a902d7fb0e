export * from './api-clients/api-clients.ts';
export * from './attachments/attachments.ts';
export * from './attachments/erase-attachment.ts';
export {
  type AuditEntry,
  type AuditQuery,
  type AuditRecord,
  appendAudit,
  listAudit,
} from './audit/audit.ts';
export { type AuditAnchor, type AuditVerdict, verifyAudit } from './audit/verify-audit.ts';
export { type Authority, createAuthority, findAuthority, listAuthorities } from './authority/authorities.ts';
export { backUp } from './backup/backup.ts';
export { RestoreError, restore } from './backup/restore.ts';
export * from './boards/boards.ts';
export * from './cases/case-links.ts';
export * from './cases/case-versions.ts';
export * from './cases/cases.ts';
export * from './cases/cases-for-clocks.ts';
export * from './cases/events-into.ts';
export * from './cases/open-cases.ts';
export { readCasesAhead } from './cases/read-ahead.ts';
export * from './cases/steps-taken.ts';
export { listCareBelieved } from './children/care-believed.ts';
export {
  type ChangedChild,
  type ChangedPart,
  childrenChangedBetween,
  type Learned,
  listChanges,
} from './children/children-changed-between.ts';
export * from './children/conflicts.ts';
export { detailsFirstRecorded } from './children/first-recorded.ts';
export {
  type LedgerSigns,
  ledgerSigns,
  type SettingTimeline,
  type SignsAsked,
} from './children/ledger-signs.ts';
export { type Listening, listenForChanges, type OnChange } from './children/listen-for-changes.ts';
export {
  type Knowledge,
  lastChangeAt,
  loadChild,
  loadLedger,
  loadSome,
  whoChanged,
} from './children/load-ledger.ts';
export { holdRecord, type RecordChange, type Saved, saveChildren } from './children/save-children.ts';
export * from './clocks/clocks.ts';
export * from './commentary/commentary.ts';
export { type KeptAt, readByVersion, type Versioned } from './connection/by-version.ts';
export type { Connections, Database, Tx } from './connection/database.ts';
export { type Login, openStore, type Store, type StoreOptions } from './connection/open-store.ts';
export { openPool } from './connection/pools.ts';
export { type ReadsFrom, readsFrom } from './connection/read-once.ts';
export { asTenant, asTenantLooking, asTenantReading, type Tenant } from './connection/tenant.ts';
export { findHolesInWalls } from './connection/tenant-walls.ts';
export { AnotherServerError } from './embedded/presence.ts';
export { type EnteredHere, loadEntered, saveEntered } from './imports/entered-here.ts';
export {
  decideImport,
  findImport,
  type GivenFile,
  type ImportDecision,
  type ImportRecord,
  type ImportSummary,
  listImports,
  loadImportFiles,
  type NewImport,
  saveImport,
} from './imports/imports.ts';
export { loadReported, loadReportedOf, type Reported, saveReported } from './imports/reported.ts';
export * from './notifications/choices.ts';
export * from './notifications/mails.ts';
export * from './notifications/notices.ts';
export * from './notifications/portal-mails.ts';
export * from './panels/panel-meetings.ts';
export * from './payment/agreement-marks.ts';
export * from './payment/agreements.ts';
export * from './payment/cost-avoidance.ts';
export * from './payment/payments.ts';
export * from './payment/told-of-agreements.ts';
export * from './people/delegations.ts';
export {
  addPerson,
  addTeam,
  assignRole,
  endRole,
  findPerson,
  listPeople,
  listTeams,
  type NewPerson,
  type NewRole,
  type Person,
  type RoleAssignment,
  renameTeam,
  rolesOn,
  saveTeam,
  setPersonActive,
  setTeamService,
  type Team,
} from './people/people.ts';
export * from './people/reviewing-allocations.ts';
export * from './people/staff-read.ts';
export {
  type CareSetting,
  changeCareSetting,
  changeProvider,
  listCareSettings,
  listProviders,
  type Provider,
  saveCareSetting,
  saveProvider,
} from './places/places.ts';
export { asProvider, type Serve } from './portal/as-provider.ts';
export * from './portal/portal-people.ts';
export * from './portal/referral-entries.ts';
export * from './profiles/profiles.ts';
export * from './reference/for-rules.ts';
export * from './reference/published-figures.ts';
export {
  type DirectoryPostcode,
  findPostcodes,
  type Loaded,
  listLoaded,
  loadSectors,
  type Population,
  type PostcodePoint,
  populationOf,
  replacePopulation,
  replacePostcodes,
  replaceSectors,
  type SectorCentre,
  type Source,
} from './reference/reference.ts';
export {
  addContractTerms,
  type ContractTermsToAdd,
  findContractTermsByKey,
  listContractTerms,
} from './register/contract-terms.ts';
export * from './register/holds-told.ts';
export * from './register/places-taken.ts';
export { type Register, readRegister } from './register/read-register.ts';
export { addRegisterFacts, type FactToTell, type ToldBy, tellOfRegister } from './register/register-facts.ts';
export * from './releases/releases.ts';
export * from './return-readiness/answers.ts';
export * from './return-readiness/checks.ts';
export * from './return-readiness/findings.ts';
export * from './return-readiness/freezes.ts';
export * from './search/search-entries.ts';
export * from './search/search-log.ts';
export * from './search/told-of-searches.ts';
export {
  type HeldSetting,
  holdSetting,
  listSettings,
  type NewSetting,
  setSetting,
  settingsOn,
} from './settings/settings.ts';
export * from './sign-in/accounts.ts';
export * from './sign-in/attempts.ts';
export * from './sign-in/directory.ts';
export * from './sign-in/pending-forms.ts';
export * from './sign-in/sessions.ts';
export { asSuperuser } from './testing/as-superuser.ts';
export { type TestDatabase, testDatabase } from './testing/test-database.ts';
export * from './upstream/upstream-facts.ts';
export * from './upstream/upstream-loads.ts';
export * from './work/work.ts';
