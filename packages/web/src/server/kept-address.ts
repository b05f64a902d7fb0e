import { KEPT_FIELD } from './form.ts';

/** The address of a page with the note which kept form is to be put back into it. */
export const pageWithKept = ({ id, page }: { readonly id: number; readonly page: string }): string =>
  `${page}${page.includes('?') ? '&' : '?'}${KEPT_FIELD}=${id}`;

const NOTE = new RegExp(`[?&]${KEPT_FIELD}=(\\d{1,15})$`);

/** The address as the page itself knows it, and the kept form it was asked with. */
export const readPageWithKept = (
  url: string,
): { readonly address: string; readonly keptFormId: number | undefined } => {
  const found = NOTE.exec(url);
  return found === null
    ? { address: url, keptFormId: undefined }
    : { address: url.slice(0, found.index), keptFormId: Number(found[1]) };
};
