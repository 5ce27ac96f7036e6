/** From one token up to, not including, another. */
export type Span = { from: number; to: number };

/** Whether a token lies in one of the spans that are there. */
export function within(...spans: readonly (Span | undefined)[]): (at: number) => boolean {
  const places = new Set<number>();
  for (const span of spans) for (let at = span?.from ?? 0; at < (span?.to ?? 0); at += 1) places.add(at);
  return (at) => places.has(at);
}
