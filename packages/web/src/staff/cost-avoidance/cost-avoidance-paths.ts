import { path } from '../../server/path.ts';

/** Lines of cost avoided: the list of a year, each line, and where one is drafted. */
export const costAvoidancePaths = {
  costAvoided: path('/cost-avoided'),
  downloadCostAvoided: path('/cost-avoided/download'),
  costAvoidedLine: path('/cost-avoided/:lineId'),
  decideCostAvoided: path('/cost-avoided/:lineId/:decision'),
  draftCostAvoided: path('/agreements/:agreementId/cost-avoided'),
};
