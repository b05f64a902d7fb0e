import { type DocumentToWrite, writeDocument } from '@rightplace/documents';
import { type ProfileStage, type Refusal, refused } from '@rightplace/domain';
import { appendAudit, asTenant } from '@rightplace/store';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { profileDocument } from './profile-document.ts';
import { type ApprovedProfile, type ProfileRefusal, type ProfileView, showProfile } from './show-profile.ts';

export type SendRefusal = ProfileRefusal | Refusal<'not-approved' | 'stale' | 'in-the-way' | 'not-now'>;

const NOT_APPROVED = refused(
  'not-approved',
  'No profile has been approved, so nothing can be sent about this child.',
);
const STALE = refused(
  'stale',
  'The request has changed since the profile was approved. Approve it again before anything is sent.',
);
const IN_THE_WAY = refused(
  'in-the-way',
  'More is known now than when it was approved, and words in it may tell who somebody is. Look at them on the page of the profile before anything is sent.',
);

/** What may go out: exactly what was approved, for as long as it is what the request says and no word in it is in the way. */
export const sendableProfile = ({
  approved: [last],
  isCurrent,
  isInTheWay,
}: Pick<ProfileView, 'approved' | 'isCurrent' | 'isInTheWay'>):
  | ApprovedProfile
  | Refusal<'not-approved' | 'stale' | 'in-the-way'> => {
  if (last === undefined) return NOT_APPROVED;
  if (isCurrent !== true) return STALE;
  return isInTheWay ? IN_THE_WAY : last;
};

/** The approved profile as a Word file. Recorded before it leaves. */
export const downloadProfile = async (
  world: World,
  signedIn: SignedIn,
  id: number,
  stage: ProfileStage = 'profile',
): Promise<{ readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array } | SendRefusal> => {
  const view = await showProfile(world, signedIn, id, stage);
  if (view.kind === 'refused') return view;
  if (stage !== 'profile' && view.notNow !== undefined) return refused('not-now', view.notNow);
  const sent = sendableProfile(view);
  if ('kind' in sent) return sent;
  const document: DocumentToWrite = profileDocument(view, sent.profile, sent.at);
  await asTenant(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, (tx) =>
    appendAudit(tx, {
      at: view.at,
      actor: String(signedIn.person.id),
      action: 'profile-downloaded',
      subject: { kind: 'child', id: view.child.id },
      detail: { case: id, version: sent.version, ...(stage === 'profile' ? {} : { stage }) },
    }),
  );
  return { kind: 'file', name: `${stage}-${id}-${sent.version}.docx`, bytes: await writeDocument(document) };
};
