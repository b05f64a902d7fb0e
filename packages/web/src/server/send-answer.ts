import { Readable } from 'node:stream';
import type { Refusal } from '@rightplace/domain';
import type { FastifyReply } from 'fastify';
import type { Answer, Download, Page } from './answer.ts';
import type { CookieChanges, Cookies } from './cookies.ts';

/** Turns an answer into status, headers and bytes. The only place that does. */
export type Sender = {
  readonly cookies: Cookies;
  /** Puts the frame round a page: header, navigation, notice, footer. */
  readonly frame: (page: Page) => string;
  readonly notFound: () => Page;
  readonly refused: (refusal: Refusal) => Page;
};

/**
 * A name for a saved file in the two spellings browsers want (RFC 6266). Letters beyond ASCII go in the second;
 * quotes, line breaks and separators go nowhere, since the name may hold what somebody typed.
 */
export const contentDisposition = (name: string, isInline: boolean): string => {
  const safe = name.replaceAll(/[\p{C}"\\/:*?<>|]/gu, '-').slice(0, 150) || 'download';
  const ascii = safe.replaceAll(/[^\x20-\x7e]/g, '-').replaceAll('%', '-');
  const encoded = encodeURIComponent(safe.toWellFormed()).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${isInline ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
};

const sendPage = (reply: FastifyReply, page: Page, status: number, sender: Sender): FastifyReply => {
  if (page.cookies !== undefined) sender.cookies.write(reply, page.cookies);
  return reply.code(status).type('text/html; charset=utf-8').send(sender.frame(page));
};

const sendDownload = (reply: FastifyReply, file: Download): FastifyReply => {
  const body =
    typeof file.body === 'string' || file.body instanceof Uint8Array ? file.body : Readable.from(file.body);
  // Were a browser ever to show what somebody attached instead of saving it, it would have nothing to run or fetch with.
  if (file.inline !== true) reply.header('content-security-policy', "default-src 'none'; sandbox");
  return reply
    .type(file.type)
    .header('content-disposition', contentDisposition(file.name, file.inline === true))
    .send(body instanceof Uint8Array ? Buffer.from(body) : body);
};

export const sendAnswer = (reply: FastifyReply, answer: Answer, sender: Sender): FastifyReply => {
  switch (answer.kind) {
    case 'page':
      return sendPage(reply, answer, answer.status ?? 200, sender);
    case 'redirect': {
      const said: CookieChanges = answer.notice === undefined ? {} : { notice: packNotice(answer.notice) };
      sender.cookies.write(reply, { ...answer.cookies, ...said });
      // 303: whatever was sent, the next page is fetched with GET, so going back and reloading sends nothing twice.
      return reply.redirect(answer.to, 303);
    }
    case 'download':
      return sendDownload(reply, answer);
    case 'fragment':
      return reply.code(answer.status).type(answer.type).send(answer.body);
    case 'not-found':
      return sendPage(reply, sender.notFound(), 404, sender);
    case 'refused':
      return sendPage(reply, sender.refused(answer), 403, sender);
  }
};

const LONGEST_NOTICE = 500;

const packNotice = (text: string): string => Buffer.from(text.slice(0, LONGEST_NOTICE)).toString('base64url');

export const unpackNotice = (cookie: string | undefined): string | undefined => {
  if (cookie === undefined || !/^[A-Za-z0-9_-]{1,4000}$/.test(cookie)) return undefined;
  return Buffer.from(cookie, 'base64url').toString('utf8');
};
