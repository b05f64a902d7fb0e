import {
  type ChildAction,
  type Finding,
  findIdentifying,
  type Identifying,
  inTheWay,
  leftOutAt,
  mayDoTo,
  PLACEMENT_REQUEST,
  type Profile,
  profileAt,
  typedTexts,
  whatIdentifies,
} from '@rightplace/domain';
import {
  listProfileAnswers,
  listProfileVersions,
  type ProfileVersion,
  type StoredFindingAnswer,
  type Tx,
} from '@rightplace/store';
import { caseForAccess, type FoundCase, namesIn } from '../cases/find-case.ts';
import { findOpenGlass } from '../child/break-glass.ts';
import { districtOf } from '../child/district.ts';
import { loadSettingFinder } from '../child/named-setting.ts';
import { actorAt } from '../delegation/acting.ts';
import type { SignedIn } from '../sign-in/visitor.ts';

/** The profile of a request as it would be sent now, what is in its way, and what was approved. */
export interface ProfileOfCase {
  readonly profile: Profile;
  /** Kept, compared and sent as this text and no other. */
  readonly content: string;
  readonly findings: readonly Finding[];
  /** Of the findings, those that nobody has answered for. */
  readonly inTheWay: readonly Finding[];
  readonly answers: readonly StoredFindingAnswer[];
  /** The last first. */
  readonly versions: readonly ProfileVersion[];
}

const SENT_AT = 'profile';

/** What everybody is asked with leaves out. */
export const LEFT_OUT = leftOutAt(SENT_AT);

export const hasProfile = ({ workflow, isReached }: Pick<FoundCase, 'workflow' | 'isReached'>): boolean =>
  workflow.id === PLACEMENT_REQUEST.id && isReached;

/** The case is found for one action; a profile has actions of its own, asked of the same child at the same moment. */
export const mayWithProfile = async (
  tx: Tx,
  signedIn: SignedIn,
  { child, stored, loaded, at }: FoundCase,
  action: ChildAction,
) => {
  const actor = await actorAt(tx, signedIn, { staff: loaded.access.staff, at });
  const glass =
    child.restricted === true ? await findOpenGlass(tx, { signedIn, id: child.id, now: at }) : undefined;
  return mayDoTo({
    actor,
    action,
    on: loaded.today,
    child: caseForAccess(stored, child, loaded),
    ...(glass === undefined ? {} : { breakGlass: { reason: glass.reason } }),
  });
};

const areaOf = ({ child }: FoundCase, fallback: string): string => {
  const postcode = child.details.homePostcode ?? child.placements.at(-1)?.homePostcode;
  const district = districtOf(postcode);
  if (district.kind === 'district') return district.name;
  return district.kind === 'outside-england' ? 'Outside England' : fallback;
};

/** Everybody who works with the child, has ever done, or had a part in the request. */
const staffNames = (found: FoundCase): readonly string[] => {
  const { loaded, child, now, stored } = found;
  const { members } = loaded.access.staff;
  const numbers = new Set(child.facts.flatMap(({ fields }) => fields['SW_ID'] ?? []));
  const workers = [...members.values()].flatMap(({ name, socialWorkNumber }) =>
    socialWorkNumber !== null && numbers.has(socialWorkNumber) ? [name] : [],
  );
  const parts = [
    ...now.madeBy,
    ...now.events.flatMap(({ by }) => by?.person ?? []),
    ...caseForAccess(stored, child, loaded).workerIds,
  ];
  return [...workers, ...parts.flatMap((id) => members.get(Number(id))?.name ?? [])];
};

const siblingsOf = ({ child, loaded }: FoundCase) => {
  const group = child.details.siblingGroup;
  return group === undefined
    ? []
    : loaded.present.ledger.children.filter(
        ({ id, details }) => id !== child.id && details.siblingGroup === group,
      );
};

/** By which a provider speaks of it. */
export const referenceOf = (caseId: number): string => `Request ${caseId}`;

/** Everything about this child that is known and is not to be told. */
export const identifyingIn = async (tx: Tx, found: FoundCase): Promise<Identifying> => {
  const { child } = found;
  const findSetting = await loadSettingFinder(tx, child.placements);
  return whatIdentifies({
    child,
    siblings: siblingsOf(found),
    answers: found.evidence?.answers ?? {},
    staff: staffNames(found),
    homes: child.placements.flatMap((placement) => findSetting(placement)?.name ?? []),
  });
};

export const loadProfile = async (tx: Tx, signedIn: SignedIn, found: FoundCase): Promise<ProfileOfCase> => {
  const { child, id, loaded, stored, workflow } = found;
  const answers = found.evidence?.answers ?? {};
  const [worker] = caseForAccess(stored, child, loaded).workerIds;
  const profile = profileAt(SENT_AT, workflow.evidence, {
    reference: referenceOf(id),
    answers,
    details: child.details,
    area: areaOf(found, signedIn.authority.name),
    socialWorker: worker === undefined ? undefined : namesIn(loaded)(worker),
    today: loaded.today,
  });
  const findings = findIdentifying(typedTexts(profile), await identifyingIn(tx, found));
  const said = await listProfileAnswers(tx, id);
  return {
    profile,
    content: JSON.stringify(profile),
    findings,
    inTheWay: inTheWay(findings, said),
    answers: said,
    versions: await listProfileVersions(tx, id),
  };
};
