export type Row = Record<string, unknown>;

/** The things of a list with the place each has in it. */
export function listed<T>(list: readonly T[], toRow: (item: T) => Row): Row[] {
  return list.map((item, position) => ({ position, ...toRow(item) }));
}
