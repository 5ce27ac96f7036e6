import { z } from 'zod';
import { textOf, type ClaudeRequest } from './wire.ts';

const Line = z.object({ by: z.string(), text: z.string() });

/** What this product's prompts ask for. The simulator recognises them by what they ask back, as a reader would. */
export type Question =
  | { kind: 'understand'; says: string[]; catalogue: string }
  | { kind: 'word'; draft: string; isSecondTry: boolean }
  | { kind: 'brief'; thread: z.infer<typeof Line>[] }
  | { kind: 'other'; schema: Readonly<Record<string, unknown>> | undefined };

const Understand = z.object({ says: z.array(z.string()), relevant: z.string() });
const Word = z.object({ draft: z.string(), refused: z.unknown() });
const Brief = z.object({ thread: z.array(Line), reason: z.string() });

export function questionOf(request: ClaudeRequest): Question {
  const schema = request.output_config?.format?.schema;
  const asks = z.object({ properties: z.record(z.string(), z.unknown()) }).safeParse(schema);
  const wanted = asks.success ? asks.data.properties : {};
  const data = parsed(textOf(request.messages.at(-1)?.content));
  if ('intents' in wanted) {
    const read = Understand.safeParse(data);
    if (read.success) {
      const catalogue = `${textOf(request.system)}\n${read.data.relevant}`;
      return { kind: 'understand', says: read.data.says, catalogue };
    }
  }
  if ('messages' in wanted) {
    const read = Word.safeParse(data);
    if (read.success) {
      return { kind: 'word', draft: read.data.draft, isSecondTry: read.data.refused !== null };
    }
  }
  if ('summary' in wanted) {
    const read = Brief.safeParse(data);
    if (read.success) return { kind: 'brief', thread: read.data.thread };
  }
  return { kind: 'other', schema };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
