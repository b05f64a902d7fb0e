import { path } from '../../server/path.ts';

/** Where searches for homes are. */
export const searchPaths = {
  searches: path('/searches'),
  askForHome: path('/searches/ask'),
  homeNotice: path('/searches/notice'),
  search: path('/searches/:caseId'),
  searchApproach: path('/searches/:caseId/approaches/:entry'),
  searchOffer: path('/searches/:caseId/offers/:entry'),
  compareOffers: path('/searches/:caseId/compare'),
  homeForApproval: path('/searches/:caseId/approval'),
  searchStory: path('/searches/:caseId/chronology'),
  writeInSearch: path('/searches/:caseId/write/:kind'),
  homesToAsk: path('/searches/:caseId/homes'),
  holdForSearch: path('/searches/:caseId/homes/:settingId/hold'),
  lengthenHold: path('/searches/:caseId/holds/:holdId/longer'),
  giveUpHold: path('/searches/:caseId/holds/:holdId/give-up'),
} as const;
