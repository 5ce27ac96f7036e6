import { fold } from '@glowbot/core';

/**
 * What a treatment's record never says. A question about one of these is a frequent question, or open; the record's usual lines
 * (sessions, feeling, recovery, result) would not answer it.
 */
const beyondRecord: readonly RegExp[] = [
  /\b(tap gym|gym|tap the duc|the thao|chay bo|yoga|boi|di bien|tam bien|tam nang|xong hoi)\b/,
  /\b(may bay|du lich|cong tac)\b/,
  /\b(ruou|bia|nhau|hai san|kieng (an )?gi|an gi|an duoc|uong duoc|thit bo|rau muong|do nep)\b/,
  /\b(trang diem|makeup|make up|danh phan|kem chong nang nao|rua mat)\b/,
  /\b(may (gi|nao|hang)|hang nao|hang gi|thuong hieu|xuat xu|cong nghe gi|san xuat|thuoc gi|loai nao|brand)\b/,
  /\b(hinh truoc sau|truoc sau|before after|feedback|khach cu)\b/,
  /\b(hien mau|phau thuat|tiem vac ?xin|vaccine|khang sinh)\b/,
  /\b(wifi|ghe massage|phong cho|tre em|em be|thang may|xe lan)\b/,
];

export function goesBeyondRecord(text: string): boolean {
  const said = fold(text.toLowerCase().normalize('NFC'));
  return beyondRecord.some((topic) => topic.test(said));
}

const comparing =
  /\b(khac (nhau|gi|biet)|khac voi|so (sanh|voi)|nen (lam|chon) (cai|loai)? ?(nao|gi)|tot hon|hay hon|difference|compare|versus|vs)\b/;

export function compares(text: string): boolean {
  return comparing.test(fold(text.toLowerCase().normalize('NFC')));
}

const deposits = /(?<!\p{L})(cọc|coc|deposit)(?!\p{L})/iu;

export function speaksOfDeposit(text: string): boolean {
  return deposits.test(text);
}
