import { path } from '../../server/path.ts';

/** Agreements of placements, what they cost and what was paid. */
export const agreementPaths = {
  agreementOfCase: path('/cases/:caseId/agreement'),
  agreement: path('/agreements/:agreementId'),
  agreementDocument: path('/agreements/:agreementId/document'),
  agreementFile: path('/agreements/:agreementId/word'),
  changeAgreement: path('/agreements/:agreementId/changes/:change'),
  markAgreement: path('/agreements/:agreementId/marks/:mark'),
  commitments: path('/commitments'),
  agreementsToSign: path('/commitments/to-sign'),
  downloadPayments: path('/commitments/download'),
  payments: path('/commitments/payments'),
  withdrawPayments: path('/commitments/payments/:fileId/take-back'),
};
