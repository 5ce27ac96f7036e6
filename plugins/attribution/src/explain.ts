import type { Verdict } from './judge.ts';
import type { Category, Condition, RuleSet } from './rules.ts';

type Language = 'vi' | 'en';

const categories: Record<Language, Record<Category, string>> = {
  vi: {
    'by-assistant': 'Trợ lý tự chốt',
    assisted: 'Trợ lý hỗ trợ',
    'won-back': 'Trợ lý kéo khách quay lại',
    own: 'Của phòng khám',
    unknown: 'Chưa rõ, không tính phí',
  },
  en: {
    'by-assistant': 'Earned by the assistant',
    assisted: 'Earned together',
    'won-back': 'Won back by the assistant',
    own: 'The clinic’s own',
    unknown: 'Unknown, not billed',
  },
};

/** A verdict as lines anybody can read: what was decided, by which rule, and what each rule before it lacked. */
export function explain(verdict: Verdict, { rules }: RuleSet, language: Language): string[] {
  const words = (key: string) => rules.find((rule) => rule.key === key)?.words[language] ?? key;
  const { rule } = verdict;
  const none = language === 'vi' ? 'Không quy tắc nào áp dụng.' : 'No rule applies.';
  const version = language === 'vi' ? 'Bộ quy tắc' : 'Rules, version';
  return [
    categories[language][verdict.category],
    `${version} ${verdict.rulesVersion}: ${rule === null ? none : words(rule)}`,
    ...verdict.notMatched.map(
      ({ rule: key, failed }) =>
        `${language === 'vi' ? 'Không áp dụng' : 'Not applied'}: ${words(key)} (${lacking(failed.condition, failed.evidence, language)})`,
    ),
  ];
}

function lacking(condition: Condition, evidence: readonly string[], language: Language): string {
  const isVi = language === 'vi';
  switch (condition.kind) {
    case 'made-by':
      return isVi ? 'lịch do bên khác tạo' : 'it was made otherwise';
    case 'touch':
      return isVi
        ? `không có tiếp xúc như vậy trong ${condition.withinDays} ngày`
        : `no such contact within ${condition.withinDays} days`;
    case 'staff-silent':
      return isVi
        ? `nhân viên đã nhắn ${evidence.length} tin trong ${condition.withinHours} giờ trước đó`
        : `staff wrote ${evidence.length} messages in the ${condition.withinHours} hours before`;
    case 'assistant-spoke':
      return isVi
        ? `trợ lý không nhắn trong ${condition.withinHours} giờ trước đó`
        : `the assistant did not write in the ${condition.withinHours} hours before`;
  }
}
