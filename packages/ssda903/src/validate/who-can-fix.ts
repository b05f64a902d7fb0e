import type { Role } from '@rightplace/domain';
import type { Rule } from './rule.ts';

/** Who holds what each column says. A column that is not here is the performance team's own. */
const KEEPERS: Readonly<Partial<Record<Role, string>>> = {
  'social-worker':
    'SEX DOB ETHNIC MOTHER MC_DOB UASC DUC HOME_POST DECOM DEC RNE LS CIN REC CONVICTED IN_TOUCH ACTIV ACCOM ' +
    'PREV_PERM LA_PERM DATE_PERM MISSING MIS_START MIS_END DOLO_START DOLO_END',
  'placements-officer': 'PLACE PLACE_PROVIDER URN PL_POST PL_LA PL_LOCATION PL_DISTANCE REASON_PLACE_CHANGE',
  'reviewing-officer': 'REVIEW REVIEW_CODE',
  'virtual-school': 'UPN',
  health:
    'SDQ_SCORE SDQ_REASON HEALTH_CHECK IMMUNISATIONS TEETH_CHECK HEALTH_ASSESSMENT SUBSTANCE_MISUSE ' +
    'INTERVENTION_RECEIVED INTERVENTION_OFFERED',
  'fostering-adoption':
    'DATE_INT DATE_MATCH FOSTER_CARE NB_ADOPTR SEX_ADOPTR LS_ADOPTR DATE_PLACED DATE_PLACED_CEASED REASON_PLACED_CEASED',
  'team-manager': 'SW_ID SW_DECOM SW_DEC SW_REASON',
};

const KEEPER_OF: ReadonlyMap<string, Role> = new Map(
  Object.entries(KEEPERS).flatMap(([role, columns]) =>
    columns.split(' ').map((column): [string, Role] => [column, role as Role]),
  ),
);

/**
 * Who can put right what a rule finds: whoever keeps the first of its columns that somebody keeps. What only shows
 * beside last year's return is the performance team's to settle: one of the two years was reported wrong.
 */
export const whoCanFix = ({ needs, fields }: Pick<Rule, 'needs' | 'fields'>): Role => {
  if (needs.some((table) => table.endsWith('_last'))) return 'performance';
  for (const field of fields) {
    const keeper = KEEPER_OF.get(field);
    if (keeper !== undefined) return keeper;
  }
  return 'performance';
};
