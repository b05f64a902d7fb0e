import type { Readable } from 'node:stream';
import type { Multipart } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';

/** A file on its way in. It streams: read it, or the rest of the form never arrives. */
export type Upload = {
  readonly field: string;
  /** As the browser named it: for showing, never for opening. */
  readonly name: string;
  readonly content: Readable;
};

/** Says which kept form this is, so that it is let go once it has been sent again. */
export const KEPT_FIELD = '_kept';

export type ReadForm = { readonly form: URLSearchParams; readonly uploads: AsyncIterable<Upload> };

const NO_UPLOADS: AsyncIterable<Upload> = {
  async *[Symbol.asyncIterator]() {
    // nothing was sent
  },
};

export const NO_FORM: ReadForm = { form: new URLSearchParams(), uploads: NO_UPLOADS };

/** Text as people mean it: no NUL bytes (which PostgreSQL cannot hold), no halves of characters, one kind of line end. */
export const cleanText = (text: string): string =>
  text.replaceAll('\0', '').replaceAll(/\r\n?/g, '\n').toWellFormed();

/** For `@fastify/formbody`. */
export const parseUrlEncoded = (body: string): URLSearchParams => {
  const form = new URLSearchParams();
  for (const [name, value] of new URLSearchParams(body)) form.append(cleanText(name), cleanText(value));
  return form;
};

/**
 * Reads up to the first file, so that the token and the other fields are known and checked before a byte of any
 * file is looked at. Forms that upload therefore put their files last.
 */
const readMultipart = async (
  request: FastifyRequest,
  limits: { readonly maxBytes: number; readonly maxFiles: number },
): Promise<ReadForm> => {
  const parts = request.parts({
    limits: { fileSize: limits.maxBytes, files: limits.maxFiles, fields: 200, fieldSize: 100_000 },
  });
  const form = new URLSearchParams();
  const nextFile = async (): Promise<Multipart | undefined> => {
    for (;;) {
      const { value, done } = await parts.next();
      if (done === true || value === undefined) return undefined;
      if (value.type === 'file') return value;
      form.append(cleanText(value.fieldname), cleanText(String(value.value)));
    }
  };
  const first = await nextFile();
  const uploads = async function* (): AsyncGenerator<Upload> {
    for (let part = first; part !== undefined; part = await nextFile()) {
      if (part.type !== 'file') continue;
      yield { field: part.fieldname, name: cleanText(part.filename ?? ''), content: part.file };
    }
  };
  return { form, uploads: uploads() };
};

export const readForm = async (
  request: FastifyRequest,
  upload: { readonly maxBytes: number; readonly maxFiles: number } | undefined,
): Promise<ReadForm> => {
  if (request.isMultipart()) return upload === undefined ? NO_FORM : readMultipart(request, upload);
  return request.body instanceof URLSearchParams ? { form: request.body, uploads: NO_UPLOADS } : NO_FORM;
};
