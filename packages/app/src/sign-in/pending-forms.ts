import { addMinutes } from '@rightplace/domain';
import {
  asTenant,
  asTenantReading,
  deletePendingForm,
  type FormFields,
  findPendingForms,
  type PendingForm,
  putPendingForm,
} from '@rightplace/store';
import type { World } from '../world.ts';
import type { SignedIn, TimedOut } from './visitor.ts';

/** Long enough to finish in the morning what was typed in the evening. */
export const FORM_KEPT_MINUTES = 18 * 60;

/** Keeps what somebody had typed when their session had run out. It waits for that person and nobody else. */
export const keepForm = (
  { db, now }: World,
  { authorityId, personId }: TimedOut,
  form: { readonly path: string; readonly fields: FormFields },
): Promise<void> =>
  asTenant(db, { authorityId, personId }, (tx) => putPendingForm(tx, { personId, ...form, at: now() }));

/** What was kept for this person, the latest first. */
export const listKeptForms = ({ db, now }: World, signedIn: SignedIn): Promise<readonly PendingForm[]> => {
  const { id } = signedIn.person;
  return asTenantReading(db, { authorityId: signedIn.authority.id, personId: id }, (tx) =>
    findPendingForms(tx, id, addMinutes(now(), -FORM_KEPT_MINUTES)),
  );
};

/** Lets a kept form go, because it has been sent or is not wanted. */
export const discardKeptForm = ({ db }: World, signedIn: SignedIn, formId: number): Promise<void> => {
  const { id } = signedIn.person;
  return asTenant(db, { authorityId: signedIn.authority.id, personId: id }, (tx) =>
    deletePendingForm(tx, id, formId),
  );
};
