import {
  type Answers,
  answersAt,
  type ChildAction,
  containsDay,
  type Finding,
  findIdentifying,
  findingsAt,
  type Identifying,
  inTheWay,
  mayDoTo,
  PLACEMENT_REQUEST,
  type Profile,
  type ProfileStage,
  profileAt,
  typedTexts,
  whatIdentifies,
} from '@rightplace/domain';
import {
  findProfileAdditions,
  listProfileAnswers,
  listProfileVersions,
  type ProfileAddition,
  type ProfileVersion,
  type StoredFindingAnswer,
  type Tx,
} from '@rightplace/store';
import { caseForAccess, type FoundCase, namesIn } from '../cases/find-case.ts';
import { findOpenGlass } from '../child/break-glass.ts';
import { districtOf } from '../child/district.ts';
import { loadSettingFinder } from '../child/named-setting.ts';
import { actorAt } from '../delegation/acting.ts';
import { recall } from '../ledger/recall.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { legalStatusOn, moveInWords } from './stage-of-case.ts';

/** The profile of a request at a stage as it would be sent now, what is in its way, and what was approved of that stage. */
export interface ProfileOfCase {
  readonly stage: ProfileStage;
  /** What was written for this stage besides the request; undefined while nothing was. */
  readonly added: ProfileAddition | undefined;
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
  const namesOf = (placements: typeof child.placements): readonly string[] =>
    placements.flatMap((placement) => findSetting(placement)?.name ?? []);
  return whatIdentifies({
    child,
    siblings: siblingsOf(found),
    answers: found.evidence?.answers ?? {},
    staff: staffNames(found),
    homes: namesOf(child.placements),
    homeNow: namesOf(child.placements.filter((placement) => containsDay(placement, found.loaded.today))),
  });
};

const allAdded = (additions: ReadonlyMap<ProfileStage, ProfileAddition>): Answers =>
  Object.assign({}, ...[...additions.values()].map(({ answers }) => answers));

const MOST_KEPT = 200;
const foundKept = new Map<string, readonly Finding[]>();

/** What is found follows from the words and from what is known alone: the pages of a search ask it of the same ones over and over. */
const findingsIn = (texts: Parameters<typeof findIdentifying>[0], known: Identifying): readonly Finding[] =>
  recall(foundKept, JSON.stringify([texts, known]), MOST_KEPT, () => findIdentifying(texts, known));

/** The first stage, with which everybody is asked, unless another is said. */
export const loadProfile = async (
  tx: Tx,
  signedIn: SignedIn,
  found: FoundCase,
  stage: ProfileStage = 'profile',
): Promise<ProfileOfCase> => {
  const { child, id, loaded, stored, workflow } = found;
  const [worker] = caseForAccess(stored, child, loaded).workerIds;
  const additions = await findProfileAdditions(tx, id);
  const profile = profileAt(stage, workflow.evidence, {
    reference: referenceOf(id),
    answers: found.evidence?.answers ?? {},
    details: child.details,
    area: areaOf(found, signedIn.authority.name),
    socialWorker: worker === undefined ? undefined : namesIn(loaded)(worker),
    today: loaded.today,
    added: allAdded(additions),
    legalStatus: legalStatusOn(found, loaded.today),
    move: moveInWords(found),
  });
  const findings = findingsAt(stage, findingsIn(typedTexts(profile), await identifyingIn(tx, found)));
  const said = answersAt(stage, await listProfileAnswers(tx, id));
  return {
    stage,
    added: additions.get(stage),
    profile,
    content: JSON.stringify(profile),
    findings,
    inTheWay: inTheWay(findings, said),
    answers: said,
    versions: await listProfileVersions(tx, id, stage),
  };
};
