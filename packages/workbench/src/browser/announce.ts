import { byId } from './element.ts';

let timer: ReturnType<typeof setTimeout> | undefined;

/** Says something to those who do not see the page, once whoever is typing pauses. */
export const announce = (words: string): void => {
  clearTimeout(timer);
  timer = setTimeout(() => {
    byId('status').textContent = words;
  }, 300);
};
