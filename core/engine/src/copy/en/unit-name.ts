const unitNames: ReadonlyMap<string, string> = new Map([
  ['buổi', 'session'],
  ['lần', 'treatment'],
  ['vùng', 'area'],
  ['nốt', 'spot'],
  ['gói', 'package'],
]);

/** Units are recorded in Vietnamese; the usual ones have an English name. */
export function unitName(recorded: string): string {
  return unitNames.get(recorded) ?? recorded;
}
