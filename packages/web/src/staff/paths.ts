import { path } from '../server/path.ts';

/** Every page of the staff's part, once: routes are registered under these and links are written with them. */
export const staffPaths = {
  home: path('/'),
  children: path('/children'),
  child: path('/children/:childId'),
  childJourney: path('/children/:childId/journey'),
  childFacts: path('/children/:childId/record'),
  childLooks: path('/children/:childId/who-has-looked'),
  openRestricted: path('/children/:childId/open'),
  whereChildrenLive: path('/where-children-live'),
  downloadChildren: path('/download-children'),
  measures: path('/measures'),
  measure: path('/measures/:measureId'),
  measureChildren: path('/measures/:measureId/children'),
  measureChanges: path('/measures/:measureId/changes'),
  measureFigures: path('/measures/:measureId/figures.csv'),
  imports: path('/imports'),

  signIn: path('/sign-in'),
  signInAs: path('/sign-in/as'),
  addPeopleToTry: path('/sign-in/people-to-try'),
  organisationSignIn: path('/sign-in/organisation'),
  organisationReturn: path('/sign-in/organisation/return'),
  signOut: path('/sign-out'),
  signedOut: path('/signed-out'),
  setPassword: path('/set-password/:linkKey'),

  account: path('/account'),
  changePassword: path('/account/password'),
  signOutEverywhere: path('/account/sign-out-everywhere'),
  keptForms: path('/kept-forms'),
  discardKeptForm: path('/kept-forms/:formId/discard'),
  staySignedIn: path('/stay-signed-in'),

  people: path('/people'),
  addPerson: path('/people/add'),
  person: path('/people/:personId'),
  giveRole: path('/people/:personId/roles'),
  endRole: path('/people/:personId/roles/:assignmentId/end'),
  passwordLink: path('/people/:personId/password-link'),
  setAccess: path('/people/:personId/access'),

  help: path('/help'),
  accessibility: path('/accessibility'),
  health: path('/health'),
} as const;
