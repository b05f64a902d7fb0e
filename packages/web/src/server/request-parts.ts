import type { FastifyRequest } from 'fastify';
import { cleanText } from './form.ts';

/**
 * What the address names. Returns are read in capitals, so a child's identifier typed in small letters means the same
 * child, to the page and to the audit of who has looked.
 */
export const paramsOf = (request: FastifyRequest): Readonly<Record<string, string>> => {
  const params = request.params as Readonly<Record<string, string>>;
  const child = params['childId'];
  return child === undefined ? params : { ...params, childId: child.toUpperCase() };
};

/** No identifier holds a control character, and PostgreSQL would refuse the NUL byte with an error. */
export const hasPlainParams = (request: FastifyRequest): boolean =>
  Object.values(paramsOf(request)).every((value) => !/\p{C}/u.test(value));

/** What is asked after the path, as typed. */
export const cleanQuery = (url: string): URLSearchParams => {
  const query = new URLSearchParams();
  const at = url.indexOf('?');
  if (at !== -1)
    for (const [name, value] of new URLSearchParams(url.slice(at)))
      query.append(cleanText(name), cleanText(value));
  return query;
};
