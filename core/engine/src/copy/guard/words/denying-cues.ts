/** Words that deny what follows in the same breath, and words that say nothing is so yet. */
export const denyingCues = {
  denies: [
    '(không|chưa|chẳng|đừng|chớ|đâu có|đâu phải|ko|khỏi)',
    '(not|never|no|cannot|without|unable)',
    "(don't|doesn't|didn't|isn't|aren't|can't|won't|wouldn't|couldn't|haven't|hasn't)",
    '(hết hạn|kết thúc|đã hết|hết rồi|ngưng áp dụng|ended|expired)',
    '(thay vì|chứ không)',
  ],
  /** A negation that affirms: "không chỉ … mà còn", "không những". */
  affirms: ['không (chỉ|những|riêng) ..', 'not only'],
  /** Words at which a denial ends: "chưa dùng hết được hoàn" grants something. */
  turns: ['(được|thì|vẫn|nhưng|mà|nên|vì|là|bên em|bên mình|phòng khám|but|still|because|so)'],
  supposes: ['(nếu|khi nào|trường hợp|trong trường hợp|giả sử|lỡ|if|in case|unless)'],
  intends: [
    '(sẽ|để em|cho em xin|để bên em|em xin phép|khi|sau khi|muốn|cần em|có thể giúp|giúp mình|hỗ trợ mình|will|shall|would you like|can i|let me|may i|to book|could you|please)',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;
