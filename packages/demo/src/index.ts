export type { DemoNeighbours, DemoTarget } from './authority/comparison.ts';
export type { DemoHousehold } from './authority/households.ts';
export { NORTHMARSH } from './authority/northmarsh.ts';
export type { PopulationFigure } from './authority/population-figures.ts';
export type { DemoProvider, ProviderService } from './authority/providers.ts';
export type { DemoSetting, SettingKind } from './authority/settings.ts';
export type { DemoPerson } from './authority/staff.ts';
export type { DemoTeam } from './authority/teams.ts';
export { type DemandFact, type DemandOptions, type InventedDemand, inventDemand } from './demand/demand.ts';
export { type DemoAuthority, demonstration } from './demonstration.ts';
export { DEFAULT_CHILDREN, DEFAULT_YEARS, type DemoOptions } from './invented.ts';
export type { DemoMoment } from './knowledge/moments.ts';
export { inventLeaving } from './leaving/invent-leaving.ts';
export { inventPanels } from './panels/invent-panels.ts';
export { NORTHMARSH_DISTRICTS } from './places/geography.ts';
export { isImpossiblePostcode } from './places/postcodes.ts';
export { inventProceedings } from './proceedings/invent-proceedings.ts';
export { INVENTED_DOCUMENTS, type InventedDocument } from './requests/documents.ts';
export {
  type Colleague,
  type InventedRequest,
  inventRequests,
  type RequestsAsked,
} from './requests/invent-requests.ts';
export { demoReturns, demoReturnYears } from './returns/demo-returns.ts';
export { type EpisodeStreamOptions, episodeStream, type StreamedChild } from './returns/episode-stream.ts';
export type { DemoReturnRow } from './returns/return-rows.ts';
export { RETURN_COLUMNS, RETURN_TABLES, type ReturnTable } from './returns/return-tables.ts';
export { inventPlaced } from './searches/invent-placed.ts';
export { inventSearches } from './searches/invent-searches.ts';
export { withSlips } from './slips/with-slips.ts';
export type { Story } from './stories/stories.ts';
