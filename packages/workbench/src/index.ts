/** The workbench: one file that checks a return in a browser, with no server and no network. See README.md. */
export { buildWorkbench, type Workbench } from './build/build-workbench.ts';
