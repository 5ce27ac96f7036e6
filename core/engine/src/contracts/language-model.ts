import type { Understanding } from '../understanding/understanding.ts';

/**
 * A language model, as the engine may use it: to understand what the rules cannot. It never decides what happens next,
 * and everything it returns is checked like any other input. Absent or failing, the rules' reading stands.
 */
export interface LanguageModel {
  understand(
    request: { texts: readonly string[]; byRules: Understanding },
    signal: AbortSignal,
  ): Promise<Understanding>;
}
