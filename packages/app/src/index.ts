// documents
export type { Block, DocumentToWrite } from '@rightplace/documents';
// other systems
export type { ApiAnswer, ApiRequest } from './api/answer-client.ts';
export { recordMisasked } from './api/answer-client.ts';
export * from './api/as-csv.ts';
export { API_CHILDREN_ON_A_PAGE, type ChildrenBody, readChildrenFor } from './api/children-for-client.ts';
export { type FigureBody, readFigureFor } from './api/figure-for-client.ts';
export * from './api/manage-clients.ts';
export { listMeasuresFor, type MeasuresBody } from './api/measures-for-client.ts';
export {
  type ApiCaller,
  REQUESTS_A_MINUTE,
  type RecognisedClient,
  recogniseClient,
} from './api/recognise-client.ts';
export { EVERY, MOST_POINTS, readSeriesFor, type SeriesBody } from './api/series-for-client.ts';
export {
  type AttachFault,
  attachDocument,
  LONGEST_ABOUT,
} from './attachments/attach-document.ts';
// attachments
export { clamdAt } from './attachments/clamd.ts';
export type { CaseDocument, CaseDocuments } from './attachments/documents-of-case.ts';
export { documentToErase, type EraseRefusal, eraseDocument } from './attachments/erase-document.ts';
export {
  type FileKeeping,
  LARGEST_MOST_MEGABYTES,
  mostBytesOf,
  sizeInWords,
  USUAL_MOST_MEGABYTES,
} from './attachments/file-keeping.ts';
export { type FileKeys, newFileKeyText, readFileKeys } from './attachments/file-keys.ts';
export { ATTACHMENT_ENDINGS } from './attachments/kinds.ts';
export { openDocument } from './attachments/open-document.ts';
export { checkDocuments, findMissingKeys, rekeyDocuments } from './attachments/rekey.ts';
export { keepAttachmentsScanned } from './attachments/scan-attachments.ts';
export { LONGEST_WHY_TAKEN_OFF, takeOffDocument } from './attachments/take-off-document.ts';
// board
export { type BoardFile, downloadBoard } from './board/board-files.ts';
export {
  BOARD_ROLES,
  type BoardForm,
  findBoardForm,
  LONGEST_BOARD_ABOUT,
  MOST_ON_A_BOARD,
  removeBoard,
  saveBoard,
} from './board/save-board.ts';
export {
  type Board,
  type BoardLine,
  type BoardList,
  openBoard,
  type ShownBoard,
  showBoards,
} from './board/show-boards.ts';
export type { CaseStep } from './cases/case-steps.ts';
export {
  type DecisionTimes,
  type ProcessTimes,
  type RetrospectiveRow,
  showDecisionTimes,
  type TurnsRow,
} from './cases/decision-times.ts';
export { type Desk, type DeskLine, showDesk } from './cases/desk.ts';
export type { CaseChild } from './cases/find-case.ts';
// proceedings
export { type CaseOfChild, listCasesOfChild } from './cases/list-cases-of-child.ts';
export {
  type CaseCount,
  listMyWork,
  MOST_ON_A_PAGE,
  type MyWork,
  type MyWorkCount,
  type MyWorkLine,
  type PagesOfWork,
} from './cases/list-my-work.ts';
export { hasDesk } from './cases/on-desk.ts';
export {
  type CaseSection,
  type CaseView,
  type Offered,
  openCase,
} from './cases/open-case.ts';
export { openFromCase } from './cases/open-from-case.ts';
export * from './cases/queue-filter.ts';
export {
  type EvidenceRefusal,
  type EvidenceSaved,
  saveEvidence,
} from './cases/save-evidence.ts';
export { showYourWork, type YourWork } from './cases/show-your-work.ts';
export { takeStep } from './cases/take-step.ts';
export type { StepTaken } from './cases/taken-before.ts';
export { type QueueLine, showTeamQueue, type TeamQueue } from './cases/team-queue.ts';
// children
export { GLASS_ACTION, GLASS_MINUTES, LONGEST_REASON, type OpenGlass } from './child/break-glass.ts';
export type { ChildLine, Coded, HomeNow, Standing } from './child/child-line.ts';
export { type ListPage, PAGE_SIZE, pageOf } from './child/choose-lines.ts';
export { type District, districtKey } from './child/district.ts';
export {
  type ChildrenFile,
  childrenAsCsv,
  downloadChildren,
} from './child/download-children.ts';
export { type FactInWords, type FactSection, factsInWords } from './child/fact-words.ts';
export type { CareJourney, JourneyEvent, JourneyHome, JourneyPeriod, Situation } from './child/journey.ts';
export * from './child/list-asked.ts';
export { type ChildrenList, type ListChoices, listChildren } from './child/list-children.ts';
export { type AsKnown, type LoadedChildren, loadAccessFacts, loadChildren } from './child/load-children.ts';
export type { NamedSetting } from './child/named-setting.ts';
// cases
export type { NewChild } from './child/new-child.ts';
export { type GlassBroken, openRestrictedRecord } from './child/open-restricted.ts';
export * from './child/scope.ts';
export type { Sibling, Siblings } from './child/siblings.ts';
export { type ChildView, type NotKnownThen, openOverview, viewChild } from './child/view-child.ts';
export {
  type DistrictCount,
  viewWhereChildrenLive,
  type WhereChildrenLive,
  whereChildrenLive,
} from './child/where-children-live.ts';
export { type Look, type Looks, whoHasLooked } from './child/who-has-looked.ts';
// what is due
export { type DueCount, type DueLine, type DueList, listDue } from './clocks/list-clocks.ts';
export { type SayOfClock, type SayRefusal, sayOfClock } from './clocks/say-of-clock.ts';
export {
  type ClocksView,
  type SaidOfClock,
  type ShownClock,
  viewClocks,
} from './clocks/view-clocks.ts';
// commentary
export {
  type CommentaryVersion,
  type MeasureCommentary,
  type ShownCommentary,
} from './commentary/read-commentary.ts';
export {
  type CommentaryForm,
  findCommentaryForm,
  LONGEST_COMMENTARY,
  writeCommentary,
} from './commentary/write-commentary.ts';
export {
  chooseNeighbours,
  LONGEST_SOURCE,
  MOST_NEIGHBOURS,
  type NeighboursHeld,
  type NeighboursShown,
  showNeighbours,
} from './comparison/choose-neighbours.ts';
// comparison
export { type AreasCompared, compareAreas, downloadAreas } from './comparison/compare-areas.ts';
export type { ComparedPoint, Comparison, ShownTarget } from './comparison/comparer.ts';
export {
  findTarget,
  listTargets,
  type MeasureTargets,
  type TargetChange,
  type TargetHeld,
  type TargetList,
} from './comparison/list-targets.ts';
export { endTarget, LONGEST_WHY, setTarget } from './comparison/set-target.ts';
// conflicts
export {
  beginColleagueDeclaration,
  beginOwnDeclaration,
  type ColleagueChoice,
  type ColleagueDeclaration,
  declareOwnConflict,
  type OwnDeclaration,
  recordConflictOf,
} from './conflicts/declare-conflict.ts';
export {
  beginEndingWithoutManager,
  type EndingWithoutManager,
  endConflictWithoutManager,
} from './conflicts/end-without-manager.ts';
export { endConflictOf, giveCasesToAnother } from './conflicts/keep-conflict.ts';
export type { LeftWaiting } from './conflicts/left-waiting.ts';
export {
  type ConflictLine,
  type ConflictsView,
  listConflicts,
  listOwnConflicts,
  type OwnConflict,
} from './conflicts/list-conflicts.ts';
export { type ConflictView, showConflict } from './conflicts/show-conflict.ts';
export { LONGEST_WHY_OF_CONFLICT } from './conflicts/why.ts';
// convention
export type { ConventionInForce, HeldConvention } from './convention/kept-conventions.ts';
export {
  type ConventionChange,
  type ConventionList,
  findConventionToSet,
  listConventions,
  type ShownConvention,
} from './convention/list-conventions.ts';
export { setConvention } from './convention/set-convention.ts';
export { downloadCostAvoided } from './cost-avoidance/avoidance-file.ts';
export type { AvoidanceLine } from './cost-avoidance/avoidance-line.ts';
export { type AvoidanceToDraft, beginAvoidance, draftAvoidance } from './cost-avoidance/draft-avoidance.ts';
export { type AvoidedInYear, type AvoidedTotal, listCostAvoided } from './cost-avoidance/list-avoidance.ts';
export {
  AVOIDANCE_DECISIONS,
  type AvoidanceDecisionAsked,
  type AvoidanceView,
  decideAvoidance,
  openAvoidance,
} from './cost-avoidance/open-avoidance.ts';
// delegation
export {
  type DelegationForm,
  type DelegationLine,
  type Delegations,
  findDelegationForm,
  type InRole,
  showDelegations,
} from './delegation/list-delegations.ts';
export { type DelegationMade, endDelegation, makeDelegation } from './delegation/make-delegation.ts';
export { type Acting, type DoneForThem, whyActingIsOver } from './delegation/show-acting.ts';
// demonstration
export { catchUpOnNights } from './demonstration/catch-up-on-nights.ts';
export { giveAgreements } from './demonstration/give-agreements.ts';
export { giveBoards } from './demonstration/give-boards.ts';
export { giveClocks } from './demonstration/give-clocks.ts';
export { giveContracts } from './demonstration/give-contracts.ts';
export { giveDemand } from './demonstration/give-demand.ts';
export { giveDocuments } from './demonstration/give-documents.ts';
export { giveHolds } from './demonstration/give-holds.ts';
export { givePanels } from './demonstration/give-panels.ts';
export { givePayments } from './demonstration/give-payments.ts';
export { givePortal } from './demonstration/give-portal.ts';
export { giveProceedings } from './demonstration/give-proceedings.ts';
export { giveRequests } from './demonstration/give-requests.ts';
export { giveReviewingOfficers } from './demonstration/give-reviewing-officers.ts';
export { giveSearches } from './demonstration/give-searches.ts';
export { type InventedAuthority, loadDemonstration } from './demonstration/load-demonstration.ts';
// disclosure
export { discloseRelease, type ReleaseToDisclose } from './disclosure/disclose-release.ts';
export {
  countedAs,
  cutOneWay,
  cutTwoWays,
  type FigureToRelease,
  partOfRelease,
  printedAt,
  whyNotTold,
} from './disclosure/release-of-figures.ts';
// coming into care
export {
  beginEntry,
  type EntryBegun,
  type EntryRefusal,
} from './entry-to-care/begin-entry.ts';
export {
  type Certificate,
  type CertificateChecked,
  type CertificateRefusal,
  checkCertificate,
  downloadCertificate,
  openCertificate,
} from './entry-to-care/open-certificate.ts';
// export
export { type ExportAsked, type Exported, exportReturn } from './export/export-return.ts';
export { type ZippedFile, zip } from './export/zip.ts';
// import
export type { ImportReport } from './import/accept-given.ts';
export { type Applied, type ApplyRefusal, applyImport } from './import/apply-import.ts';
export { type Discarded, discardImport } from './import/discard-import.ts';
export {
  type Given,
  type GivenFile,
  type GivenReturn,
  type NotRead,
  readGiven,
  sortIntoReturns,
} from './import/given-files.ts';
export type { HandCorrection } from './import/hand-corrections.ts';
export type { Importer } from './import/importer.ts';
export { childrenFound, childrenSetAside, type ImportCounts } from './import/kept-report.ts';
export {
  type ImportHistory,
  type PastImport,
  type ShownImport,
  showImport,
  showImports,
} from './import/past-imports.ts';
export { type Previewed, previewImport } from './import/preview-import.ts';
export type { ReturnJob, ReturnJobOutcome } from './import/return-job.ts';
export { createReturnThread, type ReturnThread, runReturnJob } from './import/return-thread.ts';
export {
  type FoundByRule,
  foundAsCsv,
  foundByRule,
  type RulesFound,
} from './import/rules-found.ts';
export * from './import/set-aside.ts';
// leaving-care
export { beginLeaving, findNotFor, LEAVING, type LeavingRefusal } from './leaving-care/begin-leaving.ts';
export { type LeftSince } from './leaving-care/left-since.ts';
export {
  type LeavingLine,
  type LeavingList,
  listLeaving,
  type UnauthorisedLine,
  type WatchedLine,
} from './leaving-care/list-leaving.ts';
export { type ChildLeaving, type LeavingWay, showLeaving } from './leaving-care/show-leaving.ts';
export { type EndingWeighed, weighEnding } from './leaving-care/weigh-ending.ts';
// ledger
export { createLedgers, type HeldLedger, type Ledgers } from './ledger/ledgers.ts';
// measure
export { type BridgeAsked, openBridge, type ShownBridge, type ShownStep } from './measure/bridge-figure.ts';
export type { CountedChild } from './measure/choose-children.ts';
export { downloadCross } from './measure/cross-csv.ts';
export {
  type CrossCell,
  type CrossHead,
  openCross,
  type ShownCross,
} from './measure/cross-figure.ts';
export type { Point } from './measure/figure-book.ts';
export type { ShownFigure, ShownRow, ThisQuarter } from './measure/figure-shown.ts';
export { downloadFigures, type FiguresFile } from './measure/figures-csv.ts';
export { downloadWorkbook } from './measure/figures-workbook.ts';
export { EVERY_MEASURE, type MeasuresAsked } from './measure/find-measures.ts';
export { type Headline, type HeadlineValue, isHeadline } from './measure/headline.ts';
export * from './measure/home.ts';
export {
  type ChangesAsked,
  type ExplainedChild,
  explainKnownAt,
  type KnownAtChanges,
} from './measure/known-at-changes.ts';
export {
  type ListedFigure,
  type ListedHeadline,
  listMeasures,
  type MeasureList,
  type MeasuresOfQuestion,
} from './measure/list-measures.ts';
export type { Whose } from './measure/load-figures.ts';
export * from './measure/measure-children.ts';
export {
  type BreakdownPage,
  type FigurePage,
  type HeadlinePage,
  type MeasurePage,
  type NothingKnown,
  openMeasure,
  type PartCompared,
  type ShownBreakdown,
} from './measure/measure-page.ts';
export { ledgerOfFiles, type MeasuresOfFiles, measuresOfFiles } from './measure/measures-of-files.ts';
export type { OwnCases } from './measure/own-cases.ts';
export type { QuarterEnds } from './measure/quarter-ends.ts';
export { keepFiguresWarm } from './measure/warm-figures.ts';
export type { AuditLength, Gaps, Source, YearHeld } from './measure/what-is-held.ts';
// notices
export { chooseMail, findMailChoice } from './notifications/choose-mail.ts';
export { keepMailGoing } from './notifications/keep-mail-going.ts';
export {
  listNotices,
  type NoticeAbout,
  type NoticeLine,
  type NoticesView,
} from './notifications/list-notices.ts';
export { createMailSender, type MailSender } from './notifications/mail-sender.ts';
export { openNotice, readNotices } from './notifications/open-notice.ts';
export {
  type MailsView,
  type OutboxView,
  type ShownMail,
  showMails,
  showOutbox,
} from './notifications/show-mails.ts';
export { type Demand, type DemandAsked, type DemandChart, openDemand } from './packs/demand.ts';
export type { DemandRanking } from './packs/demand-ranking.ts';
// packs
export {
  type DemographyShown,
  MOST_YEARS,
  openDemography,
  type PackRefusal,
  type PackYears,
  USUAL_YEARS,
} from './packs/demography.ts';
export { downloadDemand } from './packs/download-demand.ts';
export { downloadDemography } from './packs/download-demography.ts';
export type { PackFile, PackFormat } from './packs/pack-files.ts';
export { type PrepareRefusal, previewRelease, type ReleasePreview } from './packs/prepare-release.ts';
export { LONGEST_RELEASE_REASON, type Published, publishRelease } from './packs/publish-release.ts';
export {
  downloadRelease,
  openRelease,
  type ReleaseLine,
  type ReleaseRead,
  showReleases,
} from './packs/read-releases.ts';
export type { EarlierVersion, ReleaseChange } from './packs/release-changes.ts';
// panel
export {
  type ChairChoice,
  findMeeting,
  listChairs,
  type MeetingFault,
  type MeetingToSave,
  saveMeeting,
} from './panel/arrange-meeting.ts';
export { type Agenda, type AgendaItem, openAgenda } from './panel/open-agenda.ts';
export type { PanelLine } from './panel/panel-cases.ts';
export { placementPanelOfChild } from './panel/placement-panel-of-child.ts';
export { referToResourcesPanel } from './panel/refer-to-panel.ts';
export { type MeetingLine, type PanelShown, type PanelsShown, showPanels } from './panel/show-panels.ts';
export { type AdditionsAtMove, additionsAtMove } from './payment/additions-at-move.ts';
export type { AgreementStanding } from './payment/agreed-placements.ts';
// what placements cost
export { type AgreementDocument, agreementDocument, agreementFile } from './payment/agreement-document.ts';
export { type AgreementView, openAgreement } from './payment/agreement-view.ts';
export type { CostsWaiting } from './payment/costs-waiting.ts';
export { type Commitments, listCommitments } from './payment/list-commitments.ts';
export { listSigning, type SigningLine, type SigningList } from './payment/list-signing.ts';
export {
  comparePayments,
  type DifferenceLine,
  loadPayments,
  type PaymentsView,
  withdrawPayments,
} from './payment/load-payments.ts';
export {
  type AgreementSaved,
  beginAgreement,
  makeAgreement,
  saveAgreementChange,
  type ToAgree,
} from './payment/make-agreement.ts';
export { type MarkTold, markAgreement } from './payment/mark-agreement.ts';
export { downloadPayments, nightsInWords } from './payment/payment-file.ts';
// people
export type { NoSuchPerson } from './people/change-person.ts';
export * from './people/manage-people.ts';
export { addTeamTo, openTeams, renameTeamTo, setServiceOf, type Teams } from './people/manage-teams.ts';
export { needsPlace } from './people/place-of-role.ts';
export { setNumberOf } from './people/social-work-number.ts';
// portal
export { answerReferral } from './portal/answer-referral.ts';
export type { DisclosedToProvider } from './portal/disclosed-to.ts';
export * from './portal/manage-portal-people.ts';
export { type DisclosedView, openDisclosed } from './portal/open-disclosed.ts';
export { findPortalVisitor, type PortalVisitor, signOutOfPortal } from './portal/portal-session.ts';
export {
  listReferrals,
  openReferral,
  type ReferralsView,
  type ReferralView,
} from './portal/referrals.ts';
export * from './portal/sign-in-to-portal.ts';
export { beginProceedings, PROCEEDINGS_TO_BEGIN } from './proceedings/begin-proceedings.ts';
export { downloadProceedings, standingInWords } from './proceedings/download-proceedings.ts';
export { listProceedings, type Proceedings, type ProceedingsAsked } from './proceedings/list-proceedings.ts';
export type { ProceedingsLine } from './proceedings/proceedings-line.ts';
export { type TimetableView, viewTimetable } from './proceedings/view-timetable.ts';
// profiles
export { answerFindings, approveProfile } from './profile/approve-profile.ts';
export { discloseProfile } from './profile/disclose-profile.ts';
export { profileBlocks } from './profile/profile-document.ts';
export { downloadProfile, sendableProfile } from './profile/send-profile.ts';
export { type ProfileView, type ShownFinding, showProfile } from './profile/show-profile.ts';
export type { Recipient, SentStage } from './profile/stage-of-case.ts';
export { writeForStage } from './profile/write-for-stage.ts';
// the rules of the return
// reference data
export { type DistrictBoundaries, districtBoundaries } from './reference/districts.ts';
export {
  findPublishedAuthority,
  type PopulationFigure,
  type PublishedAuthority,
  readPopulations,
} from './reference/population.ts';
export { type PostcodePlace, readPostcodeDirectory } from './reference/postcode-directory.ts';
export { readBundledAreas, writeBundle } from './reference/published/published-bundle.ts';
export {
  type NotPublished,
  type PublishedTable,
  publishedTogether,
  readPublished,
} from './reference/published/read-published.ts';
// register of providers and homes
export { type BlockTyped, blockPlace, endBlock } from './register/block-place.ts';
export {
  type Contract,
  type ContractRefusal,
  type ContractsFound,
  listContracts,
  tellContractTerms,
} from './register/contract-terms.ts';
export {
  type EndHoldRefusal,
  fillPlace,
  findFilling,
  type HoldEnded,
  LONGEST_WHY_RELEASED,
  releaseHold,
  releaseHoldIn,
} from './register/end-hold.ts';
export type { RegisterFault, RegisterRefusal } from './register/faults.ts';
export { findSetting, type SettingFound } from './register/find-setting.ts';
export { type HoldOfCase, heldFor } from './register/held-for.ts';
export {
  type HoldAsked,
  type HoldRefusal,
  holdPlace,
  holdPlaceIn,
  LONGEST_HOLD_DAYS,
  type PlaceHeld,
} from './register/hold-place.ts';
export { LONGEST_LENGTHENED_DAYS, lengthenHold } from './register/lengthen-hold.ts';
export { listProviders, type ProviderLine, type ProvidersFound } from './register/list-providers.ts';
export {
  ANY_SETTING,
  listSettings,
  type SettingsAsked,
  type SettingsFound,
} from './register/list-settings.ts';
export { isSettingFact, type Said, type SettingFactKind } from './register/read-fact.ts';
export { downloadRegister } from './register/register-file.ts';
export type { RegisterNow, SettingOnDay } from './register/register-on.ts';
export {
  type FrameworkTyped,
  type ProviderToSave,
  saveProvider,
  tellOfFramework,
} from './register/save-provider.ts';
export { SETTING_TYPES, type SettingToSave, saveSetting } from './register/save-setting.ts';
export { type ToldOfSetting, tellOfSetting } from './register/tell-of-setting.ts';
// correcting a row of the return
export { type CorrectPlaces, findCorrectPlaces } from './return-correction/correct-places.ts';
export { checkReturnRow, openReturnRow } from './return-correction/open-return-row.ts';
export {
  openRowRemoval,
  type RowRemoval,
  removeReturnRow,
} from './return-correction/remove-return-row.ts';
export { newestReturnYear, type RowColumn } from './return-correction/row-columns.ts';
export { LONGEST_ROW_REASON, type RowNotSaved, saveReturnRow } from './return-correction/save-return-row.ts';
export { viewChildReturn } from './return-correction/view-child-return.ts';
export type * from './return-correction/views.ts';
// return readiness
export { askForCheck } from './return-readiness/ask-for-check.ts';
export type { Behind } from './return-readiness/behind.ts';
export { compareFreeze } from './return-readiness/compare-freeze.ts';
export { agreeAnswer, LONGEST_NOTE, refuseAnswer } from './return-readiness/decide-answer.ts';
export { downloadFindings } from './return-readiness/download-findings.ts';
export { downloadFreeze } from './return-readiness/download-freeze.ts';
export { freezeReturn, LONGEST_FREEZE_NOTE } from './return-readiness/freeze-return.ts';
export type * from './return-readiness/freeze-views.ts';
export { keepReturnsChecked } from './return-readiness/keep-checked.ts';
export { FINDINGS_A_PAGE, listFindings } from './return-readiness/list-findings.ts';
export { listFreezes } from './return-readiness/list-freezes.ts';
export { LONGEST_ANSWER, problemWithReason, proposeAnswer } from './return-readiness/propose-answer.ts';
export { removeRehearsal } from './return-readiness/remove-rehearsal.ts';
export { returnReadiness } from './return-readiness/return-readiness.ts';
export type * from './return-readiness/use-cases.ts';
export { viewFinding } from './return-readiness/view-finding.ts';
export type * from './return-readiness/views.ts';
export { withdrawAnswer } from './return-readiness/withdraw-answer.ts';
export { type AllocationsWeighed, allocateMany, compareAllocations } from './reviewing/allocate-many.ts';
export {
  allocateReviewingOfficer,
  type ReviewingOfficers,
  showReviewingOfficers,
} from './reviewing/allocate-reviewing-officer.ts';
export type { AllocationLine } from './reviewing/read-allocations.ts';
// the service itself
export {
  type ApproachRefusal,
  approachHomes,
  type HomesApproached,
  type HomesToApproach,
} from './search/approach-homes.ts';
export { type AverageShown, typeOffered } from './search/averages-for-type.ts';
export { beginSearch } from './search/begin-search.ts';
export type { Distances } from './search/distances.ts';
export type { HeldPlace } from './search/held-places.ts';
export type { HomeToAsk } from './search/homes-for-search.ts';
export { listSearches, type Searches } from './search/list-searches.ts';
export type { PlaceOfOffer } from './search/offer-places.ts';
export { type ApprovalView, openApproval } from './search/open-approval.ts';
export { type ComparisonView, openComparison } from './search/open-comparison.ts';
export { type HomesToAskView, openHomesToAsk } from './search/open-homes-to-ask.ts';
export { openSearch, type SearchView, type TierOpened } from './search/open-search.ts';
export { recordHomeNotice } from './search/record-home-notice.ts';
export type { SearchLine, Wanted } from './search/search-line.ts';
export { isSearchMeant } from './search/search-meant.ts';
export { writeSearchEntry } from './search/write-search-entry.ts';
export { isReady, listAuthorityNames } from './service/readiness.ts';
export { recordView } from './service/record-view.ts';
// settings
export { bankHolidaysOf } from './settings/bank-holidays-of.ts';
export { HOURS, type LocalSetting } from './settings/catalogue.ts';
export * from './settings/change-bank-holidays.ts';
export { changeSetting, type SettingChanged } from './settings/change-settings.ts';
export {
  type SettingChange,
  type Settings,
  type ShownSetting,
  showSettings,
} from './settings/show-settings.ts';
export { type TimeSetting, timeInWords } from './settings/time-settings.ts';
export {
  changeTime,
  type OneTime,
  type ShownTime,
  showTime,
  showTimes,
  type Times,
} from './settings/times.ts';
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
  placeOf,
  signInWithPassword,
} from './sign-in/sign-in-with-password.ts';
export * from './sign-in/visitor.ts';
// children before care
export * from './upstream/load-upstream.ts';
export * from './upstream/run-upstream-job.ts';
export { upstreamSetAsideCsv } from './upstream/set-aside-csv.ts';
export * from './upstream/show-upstream.ts';
export type { UpstreamOutcome } from './upstream/upstream-job.ts';
export type * from './upstream/upstream-report.ts';
// work that takes a while
export { beginWork, type WorkAsked, type WorkBegun } from './work/begin-work.ts';
export { listOwnWork, type NoSuchWork, showWork, takeWorkFile } from './work/show-work.ts';
export type * from './work/views.ts';
export type { Tell, WorkStep } from './work/work-step.ts';
// the world outside
export { createWorld, type World } from './world.ts';
