/** Who provides placements to the invented authority. `code` is the return's PLACE_PROVIDER. */
export interface DemoProvider {
  readonly id: string;
  readonly name: string;
  readonly code: 'PR1' | 'PR2' | 'PR3' | 'PR4' | 'PR5';
  readonly provides: readonly ProviderService[];
  /** Names of the frameworks and contracts it is on; none for one bought spot by spot. */
  readonly frameworks: readonly string[];
}

export type ProviderService =
  | 'fostering'
  | 'childrens-home'
  | 'supported-accommodation'
  | 'residential-school'
  | 'secure-home'
  | 'adoption'
  | 'family-centre';

const FOSTERING = 'Eastern Fens Fostering Framework 2024';
const HOMES = 'Eastern Fens Residential Framework 2023';
const SUPPORTED = 'Northmarsh Supported Accommodation Contract 2023';

export const OWN_PROVIDER = 'own';

const provider = (
  id: string,
  name: string,
  code: DemoProvider['code'],
  provides: readonly ProviderService[],
  frameworks: readonly string[] = [],
): DemoProvider => ({ id, name, code, provides, frameworks });

export const PROVIDERS: readonly DemoProvider[] = [
  provider(OWN_PROVIDER, 'Northmarsh County Council', 'PR1', [
    'fostering',
    'childrens-home',
    'supported-accommodation',
    'adoption',
  ]),
  provider('lanternby', 'Lanternby Fostering', 'PR4', ['fostering'], [FOSTERING]),
  provider('copperlark', 'Copperlark Foster Care', 'PR4', ['fostering'], [FOSTERING]),
  provider('hobblethorn', 'Hobblethorn Families', 'PR4', ['fostering'], [FOSTERING]),
  provider('quillfeather', 'Quillfeather Fostering', 'PR4', ['fostering'], [FOSTERING]),
  provider('brightwether', 'Brightwether Carers', 'PR4', ['fostering'], [FOSTERING]),
  provider('tern-and-tide', 'Tern and Tide Fostering', 'PR4', ['fostering'], [FOSTERING]),
  provider('merrilode-carers', 'Merrilode Foster Carers', 'PR4', ['fostering']),
  provider('wishbone-hearth', 'Wishbone Hearth', 'PR5', ['fostering', 'adoption'], [FOSTERING]),
  provider(
    'samphire-trust',
    'The Samphire Trust',
    'PR5',
    ['fostering', 'childrens-home'],
    [FOSTERING, HOMES],
  ),
  provider('penny-whistle', 'Pennywhistle Homes', 'PR4', ['childrens-home'], [HOMES]),
  provider('oxdyke-care', 'Oxdyke Care Group', 'PR4', ['childrens-home', 'residential-school'], [HOMES]),
  provider('candlefen', 'Candlefen Residential', 'PR4', ['childrens-home'], [HOMES]),
  provider('greater-gull', 'Greater Gull Care', 'PR4', ['childrens-home'], [HOMES]),
  provider('thistlewick', 'Thistlewick Living', 'PR4', ['childrens-home', 'family-centre']),
  provider('marrowby', 'Marrowby Young Lives', 'PR4', ['childrens-home', 'supported-accommodation'], [HOMES]),
  provider('stepwell', 'Stepwell Supported Living', 'PR4', ['supported-accommodation'], [SUPPORTED]),
  provider('doorways-east', 'Doorways to Eighteen', 'PR4', ['supported-accommodation'], [SUPPORTED]),
  provider('keyturn', 'Keyturn Lodgings', 'PR4', ['supported-accommodation']),
  provider('lodestar-youth', 'Lodestar Youth Housing', 'PR5', ['supported-accommodation'], [SUPPORTED]),
  provider('farcountry', 'Farcountry Borough Council', 'PR2', ['secure-home', 'fostering']),
];

export const providersOf = (service: ProviderService, code: DemoProvider['code']): readonly DemoProvider[] =>
  PROVIDERS.filter((p) => p.code === code && p.provides.includes(service));
