import { type DocumentToWrite, writeDocument } from '@rightplace/documents';
import {
  authorisationOf,
  type ChildRefusal,
  londonDayOf,
  PALAC,
  type Refusal,
  refused,
  roleTitle,
} from '@rightplace/domain';
import { appendAudit, asTenant, findEvidence, type Tx } from '@rightplace/store';
import { caseChild, type FoundCase, findCaseFor } from '../cases/find-case.ts';
import { groundsOf } from '../cases/grounds.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import {
  type CertificateContent,
  certificateFileName,
  certificateOf,
  certifiedContent,
} from './certificate.ts';
import { fingerprintOf, isFingerprint } from './fingerprint.ts';

export const CERTIFICATE_VIEWED = 'certificate-viewed';
export const CERTIFICATE_DOWNLOADED = 'certificate-downloaded';
export const CERTIFICATE_CHECKED = 'certificate-checked';

export type CertificateRefusal = ChildRefusal | Refusal<'not-authorised'>;

export interface Certificate {
  readonly kind: 'certificate';
  readonly caseId: number;
  readonly child: CertificateContent['child'];
  readonly document: DocumentToWrite;
  readonly standing: CertificateContent['authorisation']['standing']['kind'];
}

export interface CertificateFile {
  readonly kind: 'file';
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a copy's fingerprint came to; undefined when what was typed is no fingerprint. */
export interface CertificateChecked extends Certificate {
  readonly matches: boolean | undefined;
}

const NOT_AUTHORISED = refused(
  'not-authorised',
  'There is no certificate: this request has not been authorised by the director.',
);

const contentOf = async (
  tx: Tx,
  found: FoundCase,
  signedIn: SignedIn,
): Promise<CertificateContent | undefined> => {
  const authorisation = found.workflow.id === PALAC.id ? authorisationOf(found.now, found.clock) : undefined;
  if (authorisation === undefined) return undefined;
  // As it was when the director decided; it cannot be written since.
  const { evidence } = authorisation.event;
  const answers = evidence === null ? {} : ((await findEvidence(tx, found.id, evidence))?.answers ?? {});
  const { authority, person, actor } = signedIn;
  const { id: caseId, child, now, at, loaded, panels } = found;
  // What came later was not before the director.
  const panelView =
    panels.view !== undefined && panels.view.event.at <= authorisation.event.at ? panels.view : undefined;
  const roles = actor.assignments.map(({ role }) => roleTitle(role).toLowerCase());
  return {
    caseId,
    authority: authority.name,
    demonstration: authority.demonstration,
    child: { ...caseChild(child, loaded.today), details: child.details },
    now,
    authorisation,
    answers,
    panelView,
    nameOf: groundsOf(found).nameOf,
    fingerprint: fingerprintOf([
      authority.id,
      certifiedContent({ caseId, child, authorisation, answers, panelView }),
    ]),
    madeAt: at,
    openedBy: [person.name, ...new Set(roles)].join(', '),
  };
};

const withCertificate = <T>(
  world: World,
  signedIn: SignedIn,
  { id, audit }: { readonly id: number; readonly audit: string },
  make: (content: CertificateContent) => T,
): Promise<T | CertificateRefusal> =>
  asTenant(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, async (tx) => {
    const found = await findCaseFor(tx, { world, signedIn }, { id, to: 'see' });
    if (found.kind === 'refused') return found;
    const content = found.isReached ? await contentOf(tx, found, signedIn) : undefined;
    if (content === undefined) return NOT_AUTHORISED;
    await appendAudit(tx, {
      at: found.at,
      actor: String(signedIn.person.id),
      action: audit,
      subject: { kind: 'child', id: found.child.id },
      detail: { case: id, standing: content.authorisation.standing.kind, fingerprint: content.fingerprint },
    });
    return make(content);
  });

const shown = (content: CertificateContent): Certificate => ({
  kind: 'certificate',
  caseId: content.caseId,
  child: content.child,
  document: certificateOf(content),
  standing: content.authorisation.standing.kind,
});

/** The certificate of a request that was authorised, as everybody who sees the request may open it. Each opening is recorded. */
export const openCertificate = (
  world: World,
  signedIn: SignedIn,
  id: number,
): Promise<Certificate | CertificateRefusal> =>
  withCertificate(world, signedIn, { id, audit: CERTIFICATE_VIEWED }, shown);

/** The same as a Word file to take away. Recorded before it leaves. */
export const downloadCertificate = async (
  world: World,
  signedIn: SignedIn,
  id: number,
): Promise<CertificateFile | CertificateRefusal> => {
  const made = await withCertificate(world, signedIn, { id, audit: CERTIFICATE_DOWNLOADED }, (content) => ({
    kind: 'to-write' as const,
    name: certificateFileName(id, londonDayOf(content.madeAt)),
    document: certificateOf(content),
  }));
  return made.kind === 'refused'
    ? made
    : { kind: 'file', name: made.name, bytes: await writeDocument(made.document) };
};

/** Whether a copy, by the fingerprint on it, says what the record says, and how the authorisation stands now. */
export const checkCertificate = (
  world: World,
  signedIn: SignedIn,
  { id, typed }: { readonly id: number; readonly typed: string },
): Promise<CertificateChecked | CertificateRefusal> =>
  withCertificate(world, signedIn, { id, audit: CERTIFICATE_CHECKED }, (content) => ({
    ...shown(content),
    matches: isFingerprint(typed, content.fingerprint),
  }));
