/** Where in the markup a value is put: this decides whether escaping it is enough. */
export type Position =
  | { readonly kind: 'text' }
  /** Between attributes: `<input ${…}>`. */
  | { readonly kind: 'tag' }
  | { readonly kind: 'attribute'; readonly attribute: string; readonly startsUrl: boolean };

/** Attributes that name a place to go to or load from. */
export const URL_ATTRIBUTES: ReadonlySet<string> = new Set([
  'href',
  'src',
  'action',
  'formaction',
  'xlink:href',
]);
/** Elements whose content is not markup: a browser would not undo our escapes, or would run what is inside. */
const RAW_TEXT: ReadonlySet<string> = new Set(['script', 'style']);

type Place = 'text' | 'tag' | 'single' | 'double' | 'comment' | 'raw';

/**
 * Reads the fixed parts of a template, once for each template in the source, and says where each value falls.
 * It throws for the places in which no escaping could make a value safe: those are faults in our own source.
 */
export const findPositions = (strings: readonly string[]): readonly Position[] => {
  const positions: Position[] = [];
  let place: Place = 'text';
  let element = '';
  let attribute = '';
  /** Whether a value inside quotes so far holds nothing. */
  let valueEmpty = true;

  for (let part = 0; part < strings.length; part++) {
    const text = strings[part] ?? '';
    let i = 0;
    while (i < text.length) {
      const rest = text.slice(i);
      if (place === 'text') {
        const open = /<!--|<(\/?[a-zA-Z][^\s/>]*)/.exec(rest);
        if (open === null) break;
        i += open.index + open[0].length;
        if (open[0] === '<!--') place = 'comment';
        else {
          place = 'tag';
          element = (open[1] ?? '').toLowerCase();
          attribute = '';
        }
      } else if (place === 'comment') {
        const close = rest.indexOf('-->');
        if (close < 0) break;
        i += close + 3;
        place = 'text';
      } else if (place === 'raw') {
        const close = rest.toLowerCase().indexOf(`</${element}`);
        if (close < 0) break;
        i += close;
        place = 'text';
      } else if (place === 'tag') {
        const next = /^(?:([^\s"'<>/=]+)(\s*=\s*)?|(\s*=\s*)|(["'])|(>)|[\s/]+|.)/s.exec(rest);
        if (next === null) break;
        i += next[0].length;
        if (next[1] !== undefined) attribute = next[2] === undefined ? '' : next[1].toLowerCase();
        else if (next[4] !== undefined) {
          place = next[4] === '"' ? 'double' : 'single';
          valueEmpty = true;
        } else if (next[5] !== undefined) place = RAW_TEXT.has(element) ? 'raw' : 'text';
      } else {
        const quote = place === 'double' ? '"' : "'";
        const close = rest.indexOf(quote);
        if (close < 0) {
          if (rest.trim() !== '') valueEmpty = false;
          break;
        }
        i += close + 1;
        place = 'tag';
        attribute = '';
      }
    }
    if (part === strings.length - 1) break;
    positions.push(positionIn(place, text, attribute, valueEmpty));
    valueEmpty = false;
  }
  return positions;
};

const positionIn = (place: Place, before: string, attribute: string, valueEmpty: boolean): Position => {
  if (place === 'text') return { kind: 'text' };
  if (place === 'raw') throw new TypeError('A value cannot be put inside <script> or <style>.');
  if (place === 'comment') throw new TypeError('A value cannot be put inside a comment.');
  if (place === 'tag') {
    if (/=\s*$/.test(before)) throw new TypeError(`Put quotes around the value of ${attribute}.`);
    return { kind: 'tag' };
  }
  if (attribute.startsWith('on') || attribute === 'style' || attribute === 'srcdoc') {
    throw new TypeError(`A value cannot be put in ${attribute}="…": it would be run or read as code.`);
  }
  return { kind: 'attribute', attribute, startsUrl: valueEmpty && URL_ATTRIBUTES.has(attribute) };
};
