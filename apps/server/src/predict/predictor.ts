/** Turns one item of a set into what the engine makes of it. Both are plain JSON. */
export type Predictor = (item: unknown) => unknown;
