import {
  type CertificateRefusal,
  checkCertificate,
  downloadCertificate,
  openCertificate,
} from '@rightplace/app';
import { type Answer, download, notFound } from '../../server/answer.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { staffPaths } from '../paths.ts';
import { wholeNumber } from '../sign-in/sign-in-routes.ts';
import { certificateCheckPage, certificatePage } from './certificate-pages.ts';

type OfCase = Visit<{ readonly caseId: string }>;

const EXAMPLE = { caseId: '1' };
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** One that is out of reach is not there. One that is not authorised has no certificate, which is said. */
const instead = (refusal: CertificateRefusal): Answer =>
  refusal.name === 'out-of-reach' ? notFound : refusal;

/** The authorisation certificate of a request. Each use case records who opened, took away or checked it. */
export const certificateRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.certificate,
    example: EXAMPLE,
    action: 'see-entry-to-care',
    audit: 'certificate-viewed',
    recordsItself: true,
    handler: async ({ signedIn, params }: OfCase, world) => {
      const view = await openCertificate(world, signedIn, wholeNumber(params.caseId));
      return view.kind === 'refused' ? instead(view) : certificatePage(view);
    },
  }),
  route({
    method: 'GET',
    path: staffPaths.certificateFile,
    example: EXAMPLE,
    action: 'see-entry-to-care',
    audit: 'certificate-downloaded',
    recordsItself: true,
    handler: async ({ signedIn, params }: OfCase, world) => {
      const file = await downloadCertificate(world, signedIn, wholeNumber(params.caseId));
      return file.kind === 'refused'
        ? instead(file)
        : download({ name: file.name, type: DOCX, body: file.bytes });
    },
  }),
  route({
    method: 'GET',
    path: staffPaths.certificateCheck,
    example: EXAMPLE,
    action: 'see-entry-to-care',
    audit: 'certificate-checked',
    recordsItself: true,
    handler: async ({ signedIn, params, query }: OfCase, world) => {
      const typed = query.get('fingerprint') ?? '';
      const checked = await checkCertificate(world, signedIn, { id: wholeNumber(params.caseId), typed });
      return checked.kind === 'refused' ? instead(checked) : certificateCheckPage(checked, typed);
    },
  }),
];
