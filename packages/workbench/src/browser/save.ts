import type { FileToSave } from '../work/save-findings.ts';
import { el } from './element.ts';

/** Lets the browser save a file where the analyst says. Nothing is written but by this. */
export const saveFile = ({ name, type, content }: FileToSave): void => {
  const part = typeof content === 'string' ? content : new Uint8Array(content);
  const address = URL.createObjectURL(new Blob([part], { type }));
  const link = el('a', { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};
