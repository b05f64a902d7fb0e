import type { TableName } from '../tables/table.ts';
import type { RowsOfChild } from './child-return.ts';
import type { RowTypes } from './rows.ts';

/** For each table, how the rows of a child are made. */
export type RowsByTable = { readonly [T in TableName]: (child: number) => readonly RowTypes[T][] };

/**
 * The rows of one child, each table's made when a rule first asks for them: of most children's tables of last year no
 * rule ever does.
 */
export class RowsWhenAsked implements RowsOfChild {
  readonly #make: RowsByTable;
  readonly #child: number;
  #Header: readonly RowTypes['Header'][] | undefined;
  #Episodes: readonly RowTypes['Episodes'][] | undefined;
  #Reviews: readonly RowTypes['Reviews'][] | undefined;
  #UASC: readonly RowTypes['UASC'][] | undefined;
  #OC2: readonly RowTypes['OC2'][] | undefined;
  #OC3: readonly RowTypes['OC3'][] | undefined;
  #AD1: readonly RowTypes['AD1'][] | undefined;
  #PlacedAdoption: readonly RowTypes['PlacedAdoption'][] | undefined;
  #PrevPerm: readonly RowTypes['PrevPerm'][] | undefined;
  #Missing: readonly RowTypes['Missing'][] | undefined;
  #SWEpisodes: readonly RowTypes['SWEpisodes'][] | undefined;
  #DoLo: readonly RowTypes['DoLo'][] | undefined;

  constructor(make: RowsByTable, child: number) {
    this.#make = make;
    this.#child = child;
  }

  get Header(): readonly RowTypes['Header'][] {
    this.#Header ??= this.#make.Header(this.#child);
    return this.#Header;
  }

  get Episodes(): readonly RowTypes['Episodes'][] {
    this.#Episodes ??= this.#make.Episodes(this.#child);
    return this.#Episodes;
  }

  get Reviews(): readonly RowTypes['Reviews'][] {
    this.#Reviews ??= this.#make.Reviews(this.#child);
    return this.#Reviews;
  }

  get UASC(): readonly RowTypes['UASC'][] {
    this.#UASC ??= this.#make.UASC(this.#child);
    return this.#UASC;
  }

  get OC2(): readonly RowTypes['OC2'][] {
    this.#OC2 ??= this.#make.OC2(this.#child);
    return this.#OC2;
  }

  get OC3(): readonly RowTypes['OC3'][] {
    this.#OC3 ??= this.#make.OC3(this.#child);
    return this.#OC3;
  }

  get AD1(): readonly RowTypes['AD1'][] {
    this.#AD1 ??= this.#make.AD1(this.#child);
    return this.#AD1;
  }

  get PlacedAdoption(): readonly RowTypes['PlacedAdoption'][] {
    this.#PlacedAdoption ??= this.#make.PlacedAdoption(this.#child);
    return this.#PlacedAdoption;
  }

  get PrevPerm(): readonly RowTypes['PrevPerm'][] {
    this.#PrevPerm ??= this.#make.PrevPerm(this.#child);
    return this.#PrevPerm;
  }

  get Missing(): readonly RowTypes['Missing'][] {
    this.#Missing ??= this.#make.Missing(this.#child);
    return this.#Missing;
  }

  get SWEpisodes(): readonly RowTypes['SWEpisodes'][] {
    this.#SWEpisodes ??= this.#make.SWEpisodes(this.#child);
    return this.#SWEpisodes;
  }

  get DoLo(): readonly RowTypes['DoLo'][] {
    this.#DoLo ??= this.#make.DoLo(this.#child);
    return this.#DoLo;
  }
}
