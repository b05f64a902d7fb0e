/**
 * Where to go after signing in comes from the address bar, so anybody may have written it. Only a path on this
 * site is followed: an address such as `//elsewhere.example` or `/\elsewhere.example` looks like a path and
 * leads away, and a line break would end the header it is put in.
 */
export const localPathOr = (fallback: string, wanted: string | null | undefined): string => {
  if (wanted === undefined || wanted === null || wanted.length > 2000) return fallback;
  if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(wanted) || wanted.includes('\\')) return fallback;
  const here = 'http://rightplace.invalid';
  const read = URL.parse(wanted, here);
  return read?.origin === here && !read.pathname.startsWith('//')
    ? read.pathname + read.search + read.hash
    : fallback;
};
