/**
 * Where a browser reached the service, for a link that is handed over: scheme, host and port, and nothing else that a request may
 * claim. Undefined for a host that is no plain name or number.
 */
export const reachedAt = ({
  protocol,
  host,
}: {
  readonly protocol: string;
  readonly host: string;
}): string | undefined =>
  /^(https?)$/.test(protocol) && /^([a-z\d.-]+|\[[a-f\d:.]+\])(:\d{1,5})?$/i.test(host)
    ? URL.parse(`${protocol}://${host}`)?.origin
    : undefined;

/** A link as it is handed over: as the authority says that it is reached, else as whoever hands it over reached it. */
export const wholeAddress = (
  path: string,
  { publicUrl }: { readonly publicUrl?: string },
  visit: { readonly reachedAt: string | undefined },
): string => {
  const base = publicUrl ?? visit.reachedAt;
  return base === undefined ? path : new URL(path, base).href;
};
