import { path } from '../server/path.ts';

/** Where the pages of the provider portal are. The cookie of its sessions is sent with no others. */
export const providerPaths = {
  signIn: path('/provider/sign-in'),
  signInAs: path('/provider/sign-in/as'),
  signOut: path('/provider/sign-out'),
  signedOut: path('/provider/signed-out'),
  invitation: path('/provider/invitation/:linkKey'),
  referrals: path('/provider'),
  referral: path('/provider/referrals/:caseId/:entry'),
  disclosed: path('/provider/referrals/:caseId/:entry/profile/:sent'),
  answerReferral: path('/provider/referrals/:caseId/:entry/:kind'),
} as const;
