import type { Question } from './question.ts';
import { readHonestly } from './read-honestly.ts';
import { exampleOf } from './schema-example.ts';

/** What a well-behaved model could answer: by rules, so that the same question is always answered alike. */
export function honestAnswer(question: Question): unknown {
  switch (question.kind) {
    case 'understand':
      return readHonestly(question.says, question.catalogue);
    case 'word':
      return { messages: [worded(question.draft)] };
    case 'brief': {
      const lastWord = question.thread.findLast(({ by }) => by === 'customer')?.text ?? '';
      return {
        title: lastWord.split(/\s+/).slice(0, 8).join(' ') || 'Trò chuyện mới',
        summary: `Khách nhắn: ${lastWord.slice(0, 300) || '(chưa có tin nhắn)'}`,
        replies: ['Dạ em chào mình ạ, em đọc tin nhắn của mình rồi, mình chờ em chút nhé ạ.'],
      };
    }
    case 'other':
      return question.schema ? exampleOf(question.schema) : 'Dạ em chào mình ạ.';
  }
}

/** Warmer by one word: enough to see on the chat page that the path through the model was taken. */
function worded(draft: string): string {
  return draft.replace(/^Dạ (?!vâng)/, 'Dạ vâng ạ, ');
}
