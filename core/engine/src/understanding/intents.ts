import type { Tokens } from './tokens.ts';
import type { Evidence, Intent } from './understanding.ts';

/**
 * Phrases, without diacritics and with short forms written out, by what they mean. A star stands for nothing: phrases are whole words.
 * Order does not matter: every intent that is found is reported.
 */
const phrases: Partial<Record<Intent, readonly string[]>> = {
  ask_price: [
    'gia',
    'bao nhieu tien',
    'bao nhieu 1',
    'bao nhieu mot',
    'bao nhieu vay',
    'bao nhieu a',
    'bao nhieu the',
    'bao nhieu',
    'bang gia',
    'chi phi',
    'gia ca',
    'how much',
    'price',
    'cost',
  ],
  ask_promotion: ['khuyen mai', 'uu dai', 'giam gia', 'voucher', 'km', 'promotion', 'discount'],
  ask_treatment_info: [
    'la gi',
    'co dau khong',
    'dau khong',
    'may buoi',
    'bao lau',
    'nghi duong',
    'co sung khong',
    'hieu qua',
    'co tot khong',
    'quy trinh',
    'painful',
  ],
  ask_location: [
    'dia chi',
    'o dau',
    'cho nao',
    'duong nao',
    'gui xe',
    'dau xe',
    'ban do',
    'chi duong',
    'where',
  ],
  ask_hours: ['mo cua', 'dong cua', 'lam viec', 'may gio', 'gio lam', 'nghi tet', 'opening'],
  ask_doctor: ['bac si nao', 'ai lam', 'ai thuc hien', 'ai tiem', 'bac si co'],
  ask_availability: [
    'con cho',
    'con lich',
    'con slot',
    'co slot',
    'trong lich',
    'lich trong',
    'cho trong',
    'con trong',
    'con nhan',
    'con gio',
    'co lich',
    'available',
    'free slot',
  ],
  ask_policy: [
    'dat coc',
    'coc bao nhieu',
    'phai coc',
    'hoan tien',
    'tra gop',
    'chuyen khoan',
    'bao hanh',
    'hoa don',
    'quet the',
    'thanh toan',
  ],
  book: [
    'dat lich',
    'dat hen',
    'dat cho',
    'hen lich',
    'dat',
    'book',
    'giu cho',
    'xep lich',
    'chot lich',
    'dang ky',
    'muon lam',
    'qua lam',
    'appointment',
  ],
  reschedule: [
    'doi lich',
    'doi hen',
    'doi gio',
    'doi ngay',
    'doi sang',
    'doi lai',
    'hoan lich',
    'doi buoi',
    'reschedule',
  ],
  cancel: ['huy lich', 'huy hen', 'huy giup', 'khong den duoc', 'cancel'],
  request_human: [
    'gap nhan vien',
    'gap nguoi',
    'nguoi that',
    'gap tu van',
    'noi chuyen voi nguoi',
    'goi lai',
    'goi cho',
    'gap quan ly',
    'gap bac si',
    'human',
    'real person',
  ],
  complaint: [
    'that vong',
    'khong hai long',
    'thai do',
    'lua dao',
    'te qua',
    'khieu nai',
    'lam an',
    'boc phot',
    'qua te',
    'buc minh',
  ],
  contraindication: [
    'dang bau',
    'co bau',
    'mang thai',
    'cho con bu',
    'di ung',
    'benh tim',
    'tieu duong',
    'isotretinoin',
    'seo loi',
    'pregnant',
    'breastfeeding',
  ],
  ask_is_bot: [
    'bot a',
    'la bot',
    'robot',
    'chatbot',
    'tra loi tu dong',
    'co phai may',
    'nguoi hay may',
    'ai tra loi',
  ],
  opt_out: [
    'dung nhan',
    'dung gui',
    'stop',
    'huy dang ky',
    'dung lam phien',
    'khong nhan tin nua',
    'unsubscribe',
  ],
  opt_in: ['nhan tin lai', 'dang ky lai', 'gui lai tin', 'subscribe'],
  thanks_bye: ['cam on', 'camon', 'thank', 'thanks', 'tam biet', 'bye', 'tks'],
  price_objection: [
    'mac qua',
    'dat qua',
    'mac the',
    'bot duoc khong',
    'giam duoc khong',
    're hon',
    'expensive',
  ],
  defer: [
    'suy nghi',
    'de hoi',
    'hoi chong',
    'hoi me',
    'de sau',
    'tinh sau',
    'tu tu',
    'khi nao ranh',
    'khoan da',
    'de xem',
    'think about',
  ],
  greet: ['chao', 'hello', 'hi', 'alo', 'xin chao', 'shop oi', 'hey'],
  prompt_injection: ['ignore previous', 'system prompt', 'bo qua huong dan', 'bo qua moi', 'instructions'],
};

/** Alarming signs, and the words that say somebody was treated: both together are a red flag, some signs alone are enough. */
const alwaysAlarming = [
  'kho tho',
  'ngat xiu',
  'nhin mo',
  'mo mat',
  'mat mo',
  'mu mat',
  'meo mieng',
  'sup mi',
  'trang bech',
  'tim tai',
];
const alarming = [
  'sung to',
  'sung dau',
  'sung vu',
  'mung mu',
  'chay mu',
  'mu vang',
  'ra mu',
  'sot',
  'phong rop',
  'phong nuoc',
  'bong rop',
  'bi bong',
  'dau du doi',
  'dau nhuc',
  'noi me day',
  'loet',
  'hoai tu',
  'chay mau',
];
const afterTreatment = / (sau khi|hom qua|hom kia|moi|vua|xong|tu hom|sang nay|toi qua|bi|dang|van) /;
const hypothetical = / (co bi|co sung|co dau|lieu|neu|so|lo) .{0,60} (khong|ko) /;

export type FoundIntents = { intents: Intent[]; evidence: Evidence[]; isMedical: boolean };

export function findIntents(tokens: Tokens): FoundIntents {
  const intents = new Set<Intent>();
  const evidence: Evidence[] = [];
  const note = (intent: Intent, phrase: string) => {
    const at = tokens.plain.indexOf(` ${phrase} `);
    if (at < 0) return false;
    intents.add(intent);
    evidence.push({ of: intent, words: tokens.wordsAt(at, phrase.length + 1) });
    return true;
  };
  for (const intent of Object.keys(phrases).filter((name): name is Intent => name in phrases)) {
    phrases[intent]?.some((phrase) => note(intent, phrase));
  }
  const isMedical =
    alwaysAlarming.some((phrase) => note('medical_red_flag', phrase)) ||
    (afterTreatment.test(tokens.plain) &&
      !hypothetical.test(tokens.plain) &&
      alarming.some((phrase) => note('medical_red_flag', phrase)));
  return { intents: withoutShadows([...intents], tokens), evidence, isMedical };
}

/** One phrase inside another's meaning: a request is not also a greeting, moving a booking is not making one. */
function withoutShadows(intents: Intent[], tokens: Tokens): Intent[] {
  const has = (intent: Intent) => intents.includes(intent);
  return intents.filter((intent) => {
    switch (intent) {
      case 'greet':
        return intents.length === 1;
      case 'thanks_bye':
        return intents.length === 1 || tokens.list.length <= 4;
      case 'book':
        return (
          !has('reschedule') &&
          !has('cancel') &&
          !(has('ask_policy') && / dat coc /.test(tokens.plain)) &&
          !has('price_objection')
        );
      case 'ask_price':
        return (
          !has('price_objection') &&
          !/ (giam gia|danh gia|bao nhieu tuoi|gia dinh) /.test(tokens.plain) &&
          !(has('ask_policy') && / coc /.test(tokens.plain))
        );
      case 'ask_hours':
        return !has('ask_availability');
      case 'opt_out':
        return !has('cancel');
      default:
        return true;
    }
  });
}
