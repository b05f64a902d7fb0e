import { lookInside } from './office-files.ts';
import type { Spooled } from './spool.ts';

/** What may be attached: paper, pictures of paper, and text. Anything that can run, or carry another file in it, may not. */
export const ATTACHMENT_KINDS = {
  pdf: { title: 'PDF', type: 'application/pdf', endings: ['pdf'] },
  docx: {
    title: 'Word',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    endings: ['docx'],
  },
  xlsx: {
    title: 'Excel',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    endings: ['xlsx'],
  },
  pptx: {
    title: 'PowerPoint',
    type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    endings: ['pptx'],
  },
  jpeg: { title: 'Picture (JPEG)', type: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  png: { title: 'Picture (PNG)', type: 'image/png', endings: ['png'] },
  heic: { title: 'Picture (HEIC)', type: 'image/heic', endings: ['heic', 'heif'] },
  text: { title: 'Text', type: 'text/plain; charset=utf-8', endings: ['txt'] },
} as const;

export type AttachmentKind = keyof typeof ATTACHMENT_KINDS;

export const isAttachmentKind = (kind: string): kind is AttachmentKind =>
  Object.hasOwn(ATTACHMENT_KINDS, kind);

/** As a browser is told which files to offer. */
export const ATTACHMENT_ENDINGS: readonly string[] = Object.values(ATTACHMENT_KINDS).flatMap(({ endings }) =>
  endings.map((ending) => `.${ending}`),
);

type Refused = { readonly why: string };
type Looked = { readonly kind: AttachmentKind } | Refused;

const TAKEN =
  'Word (.docx), Excel (.xlsx), PowerPoint (.pptx), PDF, pictures (JPEG, PNG, HEIC) and plain text (.txt) can be attached';

const begins = (head: Buffer, ...bytes: readonly number[]): boolean =>
  bytes.every((byte, at) => head[at] === byte);

const PICTURES_OF_HEIC = new Set(['heic', 'heix', 'heim', 'heis', 'mif1', 'msf1']);

const looksLikeMarkup = (head: Buffer): boolean =>
  /^\s*(<!doctype|<html|<head|<body|<svg|<script|<\?xml|<!--)/i.test(
    head.toString('latin1', 0, 1024).replace(/^\u00ef\u00bb\u00bf/, ''),
  );

/** What can run, by its first bytes: of Windows, of Linux, of macOS, of Java, and scripts. */
const runs = (head: Buffer): boolean =>
  begins(head, 0x4d, 0x5a) ||
  begins(head, 0x7f, 0x45, 0x4c, 0x46) ||
  begins(head, 0xca, 0xfe, 0xba, 0xbe) ||
  begins(head, 0xcf, 0xfa, 0xed, 0xfe) ||
  begins(head, 0xce, 0xfa, 0xed, 0xfe) ||
  begins(head, 0x23, 0x21);

const RUNS = 'It is a program. Programs cannot be attached.';

/** Told by what is in it, whatever it is called. */
const lookAt = async (spooled: Spooled): Promise<Looked> => {
  const { head, isText } = spooled;
  if (runs(head)) return { why: RUNS };
  if (begins(head, 0x25, 0x50, 0x44, 0x46, 0x2d)) return { kind: 'pdf' };
  if (begins(head, 0xff, 0xd8, 0xff)) return { kind: 'jpeg' };
  if (begins(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return { kind: 'png' };
  if (head.toString('latin1', 4, 8) === 'ftyp')
    return PICTURES_OF_HEIC.has(head.toString('latin1', 8, 12))
      ? { kind: 'heic' }
      : { why: 'It is a film or a sound. Those cannot be attached.' };
  if (begins(head, 0x50, 0x4b, 0x03, 0x04)) return lookInside(spooled);
  if (begins(head, 0xd0, 0xcf, 0x11, 0xe0))
    return {
      why: 'It is of an older version of Office, protected by a password, or an e-mail from Outlook. Save it as a new Office document without a password, or as a PDF.',
    };
  if (!isText) return { why: `What is in it is not known. ${TAKEN}.` };
  if (looksLikeMarkup(head))
    return { why: 'It is a web page or a drawing that a browser would run. Save it as a PDF.' };
  return { kind: 'text' };
};

const endingOf = (name: string): string => /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';

const AS_E_MAIL = new Set(['eml', 'msg', 'mht', 'mhtml']);
const WITH_MACROS = new Set(['docm', 'dotm', 'xlsm', 'xltm', 'xlsb', 'pptm', 'potm', 'ppsm']);
const OF_A_BROWSER = new Set(['html', 'htm', 'svg', 'xml', 'xhtml']);

/** Some names say enough, and what to do differs. */
const whyNotNamed = (ending: string): string | undefined => {
  if (AS_E_MAIL.has(ending))
    return 'An e-mail may carry other files. Save it as a PDF, and attach what came with it by itself.';
  if (WITH_MACROS.has(ending))
    return 'It may hold macros, which can run. Save it without them (.docx, .xlsx, .pptx).';
  if (OF_A_BROWSER.has(ending))
    return 'It is a web page or a drawing that a browser would run. Save it as a PDF.';
  return undefined;
};

/** What kind of document it is, by what is in it and by its name, which have to agree; or why it is not taken, in a sentence. */
export const kindOf = async (name: string, spooled: Spooled): Promise<Looked> => {
  const ending = endingOf(name);
  const named = whyNotNamed(ending);
  if (named !== undefined) return { why: named };
  const looked = await lookAt(spooled);
  if ('why' in looked) return looked;
  const { title, endings } = ATTACHMENT_KINDS[looked.kind];
  if ((endings as readonly string[]).includes(ending)) return looked;
  const known = Object.values(ATTACHMENT_KINDS).some((kind) =>
    (kind.endings as readonly string[]).includes(ending),
  );
  if (looked.kind === 'text' && !known) return { why: `Files of this kind are not taken. ${TAKEN}.` };
  return {
    why: `Its name ends in ${ending === '' ? 'nothing that says what it is' : `.${ending}`}, and what is in it is ${title}. Save it again under its right name, ending in .${endings[0]}.`,
  };
};
