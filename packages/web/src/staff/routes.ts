import type { World } from '@rightplace/app';
import type { Route } from '../server/route.ts';
import { accountRoutes, passwordChangeRoutes } from './account/account-routes.ts';
import { keptFormsRoutes } from './account/kept-forms-routes.ts';
import { setPasswordRoutes } from './account/set-password-routes.ts';
import { agreementRoutes } from './agreements/agreement-routes.ts';
import { paymentRoutes } from './agreements/payment-routes.ts';
import { signingRoutes } from './agreements/signing-routes.ts';
import { apiClientsRoutes } from './api-clients/api-clients-routes.ts';
import { attachmentsRoutes } from './attachments/attachments-routes.ts';
import { boardsRoutes } from './boards/boards-routes.ts';
import { beginRoutes } from './cases/begin-routes.ts';
import { casesRoutes } from './cases/cases-routes.ts';
import { certificateRoutes } from './cases/certificate-routes.ts';
import { deskRoutes } from './cases/desk-routes.ts';
import { childrenRoutes } from './children/children-routes.ts';
import { clocksRoutes } from './clocks/clocks-routes.ts';
import { commentaryRoutes } from './commentary/commentary-routes.ts';
import { comparedRoutes } from './compared/compared-routes.ts';
import { conflictsRoutes } from './conflicts/conflicts-routes.ts';
import { conventionsRoutes } from './conventions/conventions-routes.ts';
import { costAvoidanceRoutes } from './cost-avoidance/cost-avoidance-routes.ts';
import { decisionsRoutes } from './decisions/decisions-routes.ts';
import { homeRoutes } from './home/home-routes.ts';
import { exportRoutes } from './imports/export-routes.ts';
import { importsRoutes } from './imports/imports-routes.ts';
import { leavingRoutes } from './leaving-care/leaving-routes.ts';
import { measuresRoutes } from './measures/measures-routes.ts';
import { mailRoutes } from './notifications/mail-routes.ts';
import { noticesRoutes } from './notifications/notices-routes.ts';
import { demandRoutes } from './packs/demand-routes.ts';
import { packsRoutes } from './packs/packs-routes.ts';
import { releasesRoutes } from './packs/releases-routes.ts';
import { panelRoutes } from './panel/panel-routes.ts';
import { passwordLinkRoutes, peopleRoutes } from './people/people-routes.ts';
import { teamRoutes } from './people/team-routes.ts';
import { portalPeopleRoutes } from './portal-people/portal-people-routes.ts';
import { proceedingsRoutes } from './proceedings/proceedings-routes.ts';
import { profileRoutes } from './profile/profile-routes.ts';
import { stageRoutes } from './profile/stage-routes.ts';
import { registerRoutes } from './register/register-routes.ts';
import { correctionRoutes } from './return-correction/correction-routes.ts';
import { findingsRoutes } from './return-readiness/findings-routes.ts';
import { freezesRoutes } from './return-readiness/freezes-routes.ts';
import { readinessRoutes } from './return-readiness/readiness-routes.ts';
import { allocateManyRoutes } from './reviewing/allocate-many-routes.ts';
import { reviewingRoutes } from './reviewing/reviewing-routes.ts';
import { homesToAskRoutes } from './search/homes-to-ask-routes.ts';
import { searchRoutes } from './search/search-routes.ts';
import { servicePages } from './service-pages.ts';
import { neighboursRoutes } from './settings/neighbours-routes.ts';
import { settingsRoutes } from './settings/settings-routes.ts';
import { timesRoutes } from './settings/times-routes.ts';
import { organisationRoutes } from './sign-in/organisation-routes.ts';
import { demonstrationRoutes, passwordRoutes } from './sign-in/sign-in-routes.ts';
import { signOutRoutes } from './sign-in/sign-out-routes.ts';
import { standingInRoutes } from './standing-in/standing-in-routes.ts';
import { targetsRoutes } from './targets/targets-routes.ts';
import { upstreamRoutes } from './upstream/upstream-routes.ts';
import { workRoutes } from './work/work-routes.ts';
import { workbenchRoutes } from './workbench/workbench-routes.ts';

/** How people come in depends on the mode, and what is not for this mode does not exist in it. */
const waysIn = ({ mode, identityProvider }: World): readonly Route[] =>
  mode === 'demo'
    ? demonstrationRoutes
    : [
        ...passwordRoutes,
        ...setPasswordRoutes,
        ...passwordChangeRoutes,
        ...passwordLinkRoutes,
        ...(identityProvider === undefined ? [] : organisationRoutes),
      ];

/** Every page of the staff's part of the service. A new feature adds its own list here. */
export const staffRoutes = (world: World): readonly Route[] => [
  ...waysIn(world),
  ...signOutRoutes,
  ...homeRoutes,
  ...measuresRoutes,
  ...commentaryRoutes,
  ...boardsRoutes,
  ...comparedRoutes,
  ...packsRoutes,
  ...demandRoutes,
  ...releasesRoutes,
  ...targetsRoutes,
  ...conventionsRoutes,
  ...keptFormsRoutes,
  ...accountRoutes,
  ...beginRoutes,
  ...agreementRoutes,
  ...paymentRoutes,
  ...costAvoidanceRoutes,
  ...signingRoutes,
  ...casesRoutes,
  ...decisionsRoutes,
  ...deskRoutes,
  ...attachmentsRoutes,
  ...leavingRoutes,
  ...certificateRoutes,
  ...profileRoutes,
  ...stageRoutes,
  ...proceedingsRoutes,
  ...searchRoutes,
  ...homesToAskRoutes,
  ...standingInRoutes,
  ...noticesRoutes,
  ...mailRoutes,
  ...panelRoutes,
  ...childrenRoutes,
  ...registerRoutes,
  ...portalPeopleRoutes,
  ...reviewingRoutes,
  ...conflictsRoutes,
  ...allocateManyRoutes,
  ...clocksRoutes,
  ...correctionRoutes,
  ...upstreamRoutes,
  ...importsRoutes,
  ...exportRoutes,
  ...readinessRoutes,
  ...workRoutes,
  ...workbenchRoutes(world),
  ...findingsRoutes,
  ...freezesRoutes,
  ...peopleRoutes,
  ...settingsRoutes,
  ...timesRoutes,
  ...neighboursRoutes,
  ...apiClientsRoutes,
  ...teamRoutes,
  ...servicePages,
];
