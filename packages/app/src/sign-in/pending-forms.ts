import { addMinutes } from '@rightplace/domain';
import {
  appendAudit,
  asTenant,
  asTenantReading,
  deletePendingForm,
  type FormFields,
  findPendingForms,
  findSessionOwner,
  type PendingForm,
  putPendingForm,
} from '@rightplace/store';
import type { World } from '../world.ts';
import { hashSecret, readKey } from './secrets.ts';
import type { SignedIn, TimedOut } from './visitor.ts';

export type { FormFields, PendingForm };

/** Long enough to finish in the morning what was typed in the evening. */
export const FORM_KEPT_MINUTES = 18 * 60;

/** Whose a session was, whether it has run out, been ended by signing out, or been followed by another. */
export const findFormOwner = async ({ db }: World, sessionKey: string): Promise<TimedOut | undefined> => {
  const key = readKey(sessionKey);
  if (key === undefined) return undefined;
  const { authorityId, secret } = key;
  return asTenantReading(db, { authorityId }, async (tx) => {
    const personId = await findSessionOwner(tx, hashSecret(secret));
    return personId === undefined ? undefined : { authorityId, personId };
  });
};

/**
 * Keeps what somebody had typed when their session had ended. It waits for that person and nobody else. The audit has
 * that it was kept and which form it was, and nothing of what it says.
 */
export const keepForm = (
  { db, now }: World,
  { authorityId, personId }: TimedOut,
  form: {
    readonly path: string;
    readonly page: string;
    readonly fields: FormFields;
    /** The form, without whom it is about. */
    readonly sentTo: string;
  },
): Promise<number> =>
  asTenant(db, { authorityId, personId }, async (tx) => {
    const { path, page, fields, sentTo } = form;
    const id = await putPendingForm(tx, { personId, path, page, fields, at: now() });
    await appendAudit(tx, { at: now(), actor: String(personId), action: 'form-kept', detail: { sentTo } });
    return id;
  });

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
