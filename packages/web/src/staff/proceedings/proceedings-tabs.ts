import { type Html, subNavigation } from '../../kit/index.ts';
import { staffPaths } from '../paths.ts';

export const proceedingsTabs = (here: 'tracker' | 'hearings'): Html =>
  subNavigation({
    label: 'Proceedings',
    items: [
      { text: 'Tracker', href: staffPaths.proceedings(), active: here === 'tracker' },
      { text: 'Hearings', href: staffPaths.hearings(), active: here === 'hearings' },
    ],
  });
